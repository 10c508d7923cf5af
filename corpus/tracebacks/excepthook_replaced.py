# harness:
#   description: sys.excepthook called by hand, a hook that formats, the original hook, sys.displayhook
#   tags: [hooks, traceback, stderr]
import io
import sys
import traceback
from contextlib import redirect_stderr


def divide(a, b):
    return a / b


def report(kind, value, trace):
    names = [frame.name for frame in traceback.extract_tb(trace)]
    print(f"hook: {kind.__name__}: {value} via {' > '.join(names)}")


sys.excepthook = report
for arguments in ((1, 0), ("a", 1), (1,)):
    try:
        divide(*arguments)
    except Exception:
        sys.excepthook(*sys.exc_info())

buffer = io.StringIO()
with redirect_stderr(buffer):
    try:
        divide(3, 0)
    except ZeroDivisionError as error:
        sys.__excepthook__(type(error), error, error.__traceback__)
    sys.__excepthook__(ValueError, ValueError("no traceback"), None)
    sys.__excepthook__(KeyError, KeyError("key"), None)
print(buffer.getvalue().replace(__file__, "<script>"), end="")
for arguments in ((), (1, 2)):
    try:
        sys.__excepthook__(*arguments)
    except TypeError:
        print("arguments", len(arguments), "-> TypeError")

shown = []
sys.displayhook = lambda value: shown.append(value)
exec(compile("1 + 1\nNone\n'text' * 2\nx = 5\nx\n", "<interactive>", "exec"))
exec(compile("21 * 2", "<interactive>", "single"))
print("displayhook only in single mode:", shown)
sys.displayhook = sys.__displayhook__
exec(compile("'displayed'", "<interactive>", "single"))
exec(compile("None", "<interactive>", "single"))

sys.excepthook = sys.__excepthook__
print("to the real stderr", flush=True)
sys.__excepthook__(LookupError, LookupError("written by the original hook"), None)
print("still running")
