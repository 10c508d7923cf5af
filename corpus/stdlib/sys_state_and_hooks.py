# harness:
#   description: sys - argv, hooks, limits, exc_info, interning, recursion, stream replacement
#   tags: [module:sys]
#   argv: ["first", "second arg", "é"]
import io
import sys


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except BaseException as error:
        print(label, "->", type(error).__name__)


print("argv:", sys.argv[1:], len(sys.argv))
print("float info:", sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig,
      sys.float_info.mant_dig, sys.float_info.radix, sys.float_repr_style)
print("int info:", sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold,
      sys.maxunicode, sys.hash_info.inf, sys.hash_info.imag,
      sys.hash_info.modulus in (2 ** 61 - 1, 2 ** 31 - 1))
print("version:", sys.version_info[:2], type(sys.hexversion).__name__,
      sys.version_info >= (3, 14), sys.byteorder, sys.getdefaultencoding(), sys.getfilesystemencoding(),
      sys.getfilesystemencodeerrors())
print("digits:", sys.get_int_max_str_digits())
sys.set_int_max_str_digits(700)
attempt("long text", str, 10 ** 800)
attempt("long number", int, "1" * 701)
attempt("low limit", sys.set_int_max_str_digits, 5)
sys.set_int_max_str_digits(0)
print("unlimited:", len(str(10 ** 5000)))
sys.set_int_max_str_digits(4300)

limit = sys.getrecursionlimit()
attempt("bad limit", sys.setrecursionlimit, 0)
attempt("limit type", sys.setrecursionlimit, "x")


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


sys.setrecursionlimit(200)
print("recursion:", 100 < depth() < 200, sys.getrecursionlimit())
sys.setrecursionlimit(limit)
print("no exception:", sys.exc_info(), sys.exception())
try:
    raise KeyError("k")
except KeyError as outer:
    print("inside:", sys.exc_info()[:2] == (KeyError, outer), sys.exception() is outer)
    try:
        raise ValueError from None
    except ValueError:
        print("nested:", sys.exc_info()[0].__name__)
    print("restored:", sys.exc_info()[0].__name__)
a, b = sys.intern("made " + "up"), sys.intern("".join(["made", " up"]))
print("intern:", a is b)
attempt("intern type", sys.intern, 5)
old = sys.stdout
sys.stdout = io.StringIO()
print("captured", end="|")
captured, sys.stdout = sys.stdout.getvalue(), old
print("replaced:", repr(captured), sys.__stdout__ is not None, sys.stdout.encoding)
shown = []
sys.displayhook = lambda value: shown.append(value)
exec(compile("5", "<i>", "single"))
sys.displayhook = sys.__displayhook__
exec(compile("'default hook'", "<i>", "single"))
print("display:", shown)
sys.displayhook(None)
import builtins  # noqa: E402

print("underscore:", builtins._)
error_text = io.StringIO()
sys.stderr, saved = error_text, sys.stderr
try:
    sys.excepthook(ValueError, ValueError("shown"), None)
finally:
    sys.stderr = saved
print("excepthook:", error_text.getvalue())
events = []


class Deleter:
    def __del__(self):
        raise LookupError("in del")


sys.unraisablehook = lambda info: events.append((info.exc_type.__name__, str(info.exc_value),
                                                 info.err_msg is None or "Exception ignored" in info.err_msg))
import gc  # noqa: E402

deleter = Deleter()
del deleter
gc.collect()
sys.unraisablehook = sys.__unraisablehook__
print("unraisable:", events)
seen = []
sys.addaudithook(lambda name, args: seen.append((name, args)) if name.startswith("own.") else None)
sys.audit("own.event", 1, "two")
print("audit:", seen)
for code in (None, 5, "text", (1, 2)):
    attempt(f"exit {code!r}", sys.exit, code)


def frame_names():
    return [sys._getframe(n).f_code.co_name for n in range(2)]


print("frames:", frame_names())
attempt("deep frame", sys._getframe, 10_000)
calls = []


def tracer(frame, event, arg):
    calls.append((event, frame.f_code.co_name, arg if event == "return" else None))
    return tracer


def traced(n):
    m = n + 1
    return m


sys.settrace(tracer)
traced(1)
sys.settrace(None)
print("trace:", calls[:4], sys.gettrace())
calls.clear()
sys.setprofile(lambda frame, event, arg: calls.append(event) if frame.f_code.co_name == "traced" else None)
traced(1)
sys.setprofile(None)
print("profile:", calls)
print("modules:", sys.modules["sys"] is sys, "math" in sys.builtin_module_names
      or "math" in sys.stdlib_module_names, "json" in sys.stdlib_module_names, sys.flags.optimize,
      sys.flags.utf8_mode, sys.dont_write_bytecode, sys.is_finalizing(), sys.getswitchinterval() > 0)
