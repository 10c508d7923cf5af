# harness:
#   description: implicit context, explicit cause, suppression, cycles
#   tags: [exceptions]

import traceback


def shape(exc, depth=0):
    parts = [repr(exc)]
    if exc.__cause__ is not None and depth < 5:
        parts.append("cause<" + shape(exc.__cause__, depth + 1) + ">")
    if exc.__context__ is not None and exc.__context__ is not exc.__cause__ and depth < 5:
        parts.append("context<" + shape(exc.__context__, depth + 1) + ">")
    if exc.__suppress_context__:
        parts.append("suppressed")
    return " ".join(parts)


def implicit():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")


def explicit():
    try:
        raise KeyError("first")
    except KeyError as exc:
        raise ValueError("second") from exc


def from_none():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second") from None


def from_class():
    raise ValueError("v") from OSError


def from_unrelated():
    try:
        raise KeyError("context")
    except KeyError:
        raise ValueError("v") from OSError("cause")


def three_deep():
    try:
        try:
            raise KeyError(1)
        except KeyError:
            raise ValueError(2)
    except ValueError:
        raise TypeError(3)


def in_finally():
    try:
        raise KeyError("body")
    finally:
        raise ValueError("finally")


def reraised():
    try:
        raise KeyError("same")
    except KeyError as exc:
        raise exc


def reraise_in_other():
    saved = None
    try:
        raise KeyError("saved")
    except KeyError as exc:
        saved = exc
    try:
        raise ValueError("now")
    except ValueError:
        raise saved


def function_handled_inside():
    try:
        raise KeyError("outer")
    except KeyError:
        try:
            raise OSError("handled")
        except OSError:
            pass
        raise ValueError("after handled")


def own_cause():
    exc = ValueError("self")
    exc.__cause__ = exc
    raise exc


def swapped():
    a, b = ValueError("a"), KeyError("b")
    try:
        try:
            raise a
        except ValueError:
            raise b
    except KeyError:
        raise a


def with_exit():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, kind, value, tb):
            raise LookupError("in exit")
    with Manager():
        raise ValueError("in body")


for function in (implicit, explicit, from_none, from_class, from_unrelated, three_deep, in_finally, reraised,
                 reraise_in_other, function_handled_inside, swapped, with_exit):
    try:
        function()
    except Exception as exc:
        print(f"{function.__name__}: {shape(exc)}")

for function in (implicit, explicit, from_none):
    try:
        function()
    except Exception as exc:
        text = [line.strip() for line in traceback.format_exception(exc) if not line.startswith("  File")]
        print(function.__name__, text)
try:
    own_cause()
except ValueError as exc:
    print("self cause", exc.__cause__ is exc, len(traceback.format_exception_only(exc)))

for cause in ("text", 5, int):
    try:
        raise ValueError("v") from cause
    except TypeError:
        print(cause, "is no cause: TypeError")
exc = ValueError("attributes")
exc.__context__ = KeyError("c")
exc.__cause__ = None
print(exc.__suppress_context__, shape(exc))
for name in ("__cause__", "__context__", "__traceback__"):
    try:
        setattr(exc, name, "wrong")
    except TypeError:
        print(name, "TypeError")
try:
    raise
except RuntimeError:
    print("nothing to re-raise: RuntimeError")
for wrong in (5, "text", object, None):
    try:
        raise wrong
    except TypeError as error:
        print("TypeError", error.__context__)


class Factory(Exception):
    def __new__(cls, *args):
        return 5


try:
    raise Factory
except TypeError:
    print("Factory: TypeError")
print(ValueError("a").with_traceback(None).__traceback__, ValueError(1, 2), repr(ValueError("x", 1)),
      str(KeyError("k")))
