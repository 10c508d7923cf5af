# harness:
#   description: SystemExit codes and arguments, sys.exit, finally blocks, context managers and generators
#   tags: [exit, errors]
import sys


def outcome(function, *args):
    try:
        result = function(*args)
        return f"returned {result!r}"
    except SystemExit as error:
        return f"code={error.code!r} args={error.args!r} str={str(error)!r} repr={error!r}"
    except BaseException as error:
        return type(error).__name__


def status(code):
    """The exit status that the interpreter would use."""
    if code is None:
        return 0
    return code if isinstance(code, int) else 1


for args in ((0,), (1,), (True,), (255,), (-1,), (256,), ("message",), (2.5,), ((3, 4),), ((),),
             ([],), ({"a": 1},), (b"x",), (2**70,)):
    print("exit", args, outcome(sys.exit, *args))
print("two arguments:", outcome(sys.exit, 1, 2))
print("raised class:", outcome(exec, "raise SystemExit"))
print("raised many:", outcome(exec, "raise SystemExit(1, 2)"))
print("quit and exit:", outcome(exec, "raise SystemExit('from exec')"),
      outcome(eval, "__import__('sys').exit(4)"))
print("statuses:", [status(code) for code in (None, 0, 3, True, "text", 1.0, [])])
print("class:", SystemExit.__mro__[1].__name__, issubclass(SystemExit, Exception), SystemExit().code,
      SystemExit(5).code, SystemExit(5, 6).code)

error = SystemExit(3)
error.code = "changed"
print("changed code:", error.code, error.args, repr(error))


def with_finally(log):
    try:
        sys.exit("leaving")
    except Exception:
        log.append("not caught by Exception")
    finally:
        log.append("finally ran")
    log.append("not reached")


log = []
print("finally:", outcome(with_finally, log), log)


def replaced():
    try:
        sys.exit(7)
    finally:
        raise KeyError("instead")


class Suppress:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print("  leaving because of", kind.__name__, value.code)
        return value.code == 0


def suppressed():
    with Suppress():
        sys.exit(0)
    with Suppress():
        sys.exit(9)


print("replaced:", outcome(replaced))
print("suppressed:", outcome(suppressed))


def generator():
    try:
        yield 1
        sys.exit("in generator")
    except SystemExit as caught:
        yield f"generator caught {caught.code}"
        raise


g = generator()
print("generator:", next(g), next(g), outcome(next, g), outcome(next, g, "done"))
print("bare except:", end=" ")
try:
    sys.exit("bare")
except:  # noqa: E722
    print(sys.exc_info()[1].code)
print("chained:", end=" ")
try:
    try:
        1 / 0
    except ZeroDivisionError as problem:
        sys.exit(problem)
except SystemExit as final:
    print(repr(final.code), repr(final.__context__), final.code is final.__context__)
sys.exit(None)
