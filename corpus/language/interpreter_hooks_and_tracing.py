# harness:
#   description: excepthook, displayhook, unraisablehook, settrace and setprofile events, frames
#   tags: [introspection, tracing]

import contextlib
import gc
import io
import sys
import traceback

events = []


def traced(n):
    total = 0
    for k in range(n):
        total += helper(k)
    return total


def helper(k):
    if k == 1:
        try:
            raise ValueError(k)
        except ValueError:
            return -1
    return k


def tracer(frame, event, arg):
    name = frame.f_code.co_name
    if name not in ("traced", "helper"):
        return None
    line = frame.f_lineno - frame.f_code.co_firstlineno
    detail = arg[0].__name__ if event == "exception" else arg if event == "return" else ""
    events.append(f"{name}:{event}:{line}:{detail}")
    return tracer


sys.settrace(tracer)
result = traced(2)
sys.settrace(None)
print(result, sys.gettrace(), len(events))
for event in events:
    print("  ", event)

calls = []


def profiler(frame, event, arg):
    if event.startswith("c_"):
        calls.append(f"{event} {arg.__name__}")
    else:
        calls.append(f"{event} {frame.f_code.co_name}")


sys.setprofile(profiler)
helper(5)
len("abc")
sys.setprofile(None)
print([c for c in calls if "setprofile" not in c], sys.getprofile())

seen = []
old_except, old_display = sys.excepthook, sys.displayhook
sys.excepthook = lambda kind, value, tb: seen.append((kind.__name__, tb.tb_frame.f_code.co_name))
try:
    helper("x" + 1)
except TypeError as exc:
    sys.excepthook(type(exc), exc, exc.__traceback__)
sys.excepthook = old_except
print(seen)
buffer = io.StringIO()
with contextlib.redirect_stderr(buffer):
    try:
        {}["k"]
    except KeyError as exc:
        sys.excepthook(KeyError, exc.with_traceback(None), None)
        traceback.print_exception(exc, limit=0)
        traceback.print_exc(limit=0, file=sys.stderr)
print(repr(buffer.getvalue()))
sys.displayhook("shown through displayhook")
sys.displayhook(None)

unraisable = []
sys.unraisablehook = lambda info: unraisable.append((info.exc_type.__name__, str(info.exc_value),
                                                     info.err_msg is None or str(info.err_msg)))


class BadDel:
    def __del__(self):
        raise RuntimeError("in del")


bad = BadDel()
del bad
gc.collect()
sys.unraisablehook = sys.__unraisablehook__
print(unraisable and unraisable[0][:2])


def frames():
    frame = sys._getframe()
    chain = []
    while frame:
        chain.append(frame.f_code.co_name)
        frame = frame.f_back
    return chain


class Caller:
    def method(self):
        return [f for f in (lambda: frames())()]


print(Caller().method(), sys._getframe().f_back, sys._getframe(0).f_code.co_name,
      sys._getframe().f_globals is globals())
try:
    sys._getframe(1000)
except ValueError:
    print("ValueError")


def exc_info_inside():
    try:
        raise LookupError("active")
    except LookupError:
        inner = sys.exc_info()[0].__name__, repr(sys.exception())
        try:
            raise OSError("nested")
        except OSError:
            nested = repr(sys.exception())
        return inner, nested, repr(sys.exception())


print(exc_info_inside(), sys.exception())


def tb_lines(function):
    try:
        function()
    except Exception as exc:
        summary = traceback.extract_tb(exc.__traceback__)
        return [(f.name, f.line) for f in summary]


def raises_deep():
    return (lambda: 1 / 0)()


print(tb_lines(raises_deep), [f.name for f in traceback.extract_stack()])
print(sys.intern("abc" * 2) is sys.intern("abcabc"), sys.maxsize > 2 ** 30,
      sys.byteorder in ("little", "big"), sys.getrecursionlimit() >= 1000,
      sys.hexversion >> 16 == (sys.version_info[0] << 8) + sys.version_info[1])
print(sys.version_info[:2], sys.version_info >= (3, 12), type(sys.version_info).__name__,
      sys.implementation.name.isidentifier(), sys.getdefaultencoding(), sys.getfilesystemencoding(),
      sys.float_info.max, sys.float_info.dig, sys.int_info.default_max_str_digits, sys.hash_info.inf,
      sys.maxunicode)
for bad_call in (lambda: sys.setrecursionlimit("x"), lambda: sys.settrace(), lambda: sys.intern(5),
                 lambda: sys.exit(1, 2), lambda: sys.set_int_max_str_digits(5)):
    try:
        print(bad_call())
    except (TypeError, ValueError) as exc:
        print(type(exc).__name__)
sys.set_int_max_str_digits(700)
try:
    str(10 ** 800)
except ValueError:
    print("ValueError")
sys.set_int_max_str_digits(0)
print(len(str(10 ** 5000)), sys.get_int_max_str_digits())
audit = []
sys.addaudithook(lambda name, args: audit.append((name, args)) if name == "corpus.event" else None)
sys.audit("corpus.event", 1, "two")
print(audit)
