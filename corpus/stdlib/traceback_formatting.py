# harness:
#   description: traceback - chains, groups, notes, carets, limits, TracebackException, stack summaries
#   tags: [module:traceback, exceptions]
import io
import os
import sys
import traceback


def clean(text):
    return text.replace(os.path.dirname(os.path.abspath(__file__)), "<dir>").replace(__file__, "<file>")


def show(label, lines):
    print(f"--- {label}")
    for line in clean("".join(lines)).splitlines():
        print("   ", line.replace("<dir>" + os.sep, ""))


def divide(a, b):
    return (a + 1) / (b * 0)


def chained():
    try:
        divide(1, 2)
    except ZeroDivisionError as error:
        raise KeyError("missing") from error


def implicit():
    try:
        {}["x"]["y"]
    except KeyError:
        undefined_name  # noqa: B018


def suppressed():
    try:
        int("z")
    except ValueError:
        raise LookupError("no context") from None


def recursive(n):
    return recursive(n - 1) if n else 1 / 0


def noted():
    error = ValueError("with notes")
    error.add_note("first note")
    error.add_note("second\nnote")
    raise error


def grouped():
    errors = []
    for call in (noted, implicit):
        try:
            call()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("several", [errors[0], ExceptionGroup("inner", [errors[1], FileNotFoundError("text")])])


def multi_line():
    return [
        divide(1,
               2),
    ]


CALLS = [chained, implicit, suppressed, lambda: recursive(8), noted, grouped, multi_line,
         lambda: exec("x = = 1"), lambda: eval("(1,\n 2"), lambda: "text".nothing]
for call in CALLS:
    try:
        call()
    except BaseException as error:
        caught = error
        show(call.__name__, traceback.format_exception(error))
show("limit 1", traceback.format_exception(caught, limit=1))
show("limit -1", traceback.format_exception(caught, limit=-1))
show("no chain", traceback.format_exception(KeyError("k"), chain=False))
show("only", traceback.format_exception_only(SyntaxError("msg", ("f.py", 3, 5, "a b c d\n", 3, 8))))


class Odd(Exception):
    def __str__(self):
        raise RuntimeError("no text")


class Nested:
    class Inner(Exception):
        pass


for error in (Odd(), Nested.Inner("x"), Exception(), Exception("line\nbreak"), Exception(1, "two"),
              SystemExit(3), AttributeError("a"), KeyError("quoted"),
              type("Made", (Exception,), {"__module__": "other.mod"})("m"), OSError("No such")):
    print("only:", traceback.format_exception_only(error))
try:
    recursive(2)
except ZeroDivisionError as error:
    te = traceback.TracebackException.from_exception(error, capture_locals=True)
    print("captured:", te.exc_type_str, str(te), [f.name for f in te.stack], te.stack[1].locals,
          te.stack[-1].line, te == traceback.TracebackException.from_exception(error, capture_locals=True))
    print("walk:", [f.f_code.co_name for f, _ in traceback.walk_tb(error.__traceback__)],
          [f.lineno - te.stack[1].lineno for f in traceback.extract_tb(error.__traceback__)][1:])
summary = traceback.StackSummary.from_list([("a.py", 1, "f", "x = 1"), ("b.py", 2, "g", None)])
show("summary", summary.format())
frame = summary[0]
print("frame:", frame.filename, frame[1], tuple(frame), len(frame),
      frame == traceback.FrameSummary("a.py", 1, "f", line="x = 1"), repr(frame))
out = io.StringIO()
traceback.print_exception(ValueError("printed"), file=out)
traceback.print_stack(limit=1, file=out)
print("printed:", clean(out.getvalue()).splitlines()[0], [f.name for f in traceback.extract_stack()],
      sys.exc_info())
