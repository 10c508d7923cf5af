# harness:
#   description: raise from None hides the context, an error in finally keeps it, cause and context inspected
#   tags: [traceback, chaining, uncaught]
#   raises: RuntimeError


def describe(error, depth=0):
    while error is not None:
        cause, context = error.__cause__, error.__context__
        print("  " * depth + f"{type(error).__name__}({error}) cause={cause!r} context={context!r} "
              f"suppress={error.__suppress_context__}")
        error, depth = cause or context, depth + 1


def hidden():
    try:
        {}["missing"]
    except KeyError:
        raise ValueError("hidden context") from None


def in_finally():
    try:
        1 / 0
    finally:
        [].pop()


def reset():
    try:
        try:
            int("x")
        except ValueError as error:
            raise LookupError("wrapped") from error
    except LookupError as error:
        error.__cause__ = None
        raise


def cause_of_a_class():
    raise OSError("outer") from EOFError


for function in (hidden, in_finally, reset, cause_of_a_class):
    try:
        function()
    except Exception as error:
        print(function.__name__)
        describe(error, 1)

for bad in ("text", 5, object):
    try:
        raise ValueError("base") from bad
    except TypeError as error:
        print("bad cause:", error, "| context:", repr(error.__context__))

error = ValueError("loop")
try:
    try:
        raise error
    except ValueError as caught:
        raise error from caught
except ValueError as final:
    print("own cause:", final.__cause__ is final, final.__context__)

try:
    hidden()
except ValueError as error:
    try:
        in_finally()
    except IndexError as second:
        raise RuntimeError("the last one") from None
