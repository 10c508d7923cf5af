# harness:
#   description: contextlib - contextmanager rules, ExitStack unwinding, suppress, nullcontext, redirects
#   tags: [module:contextlib, exceptions]
import contextlib
import io


@contextlib.contextmanager
def managed(name, swallow=()):
    print("enter", name)
    try:
        yield name.upper()
    except swallow as error:
        print("swallowed in", name, repr(error))
    finally:
        print("exit", name)


def attempt(label, function):
    try:
        print(label, "->", function())
    except BaseException as error:
        print(label, "->", type(error).__name__ + ":", error, "| context:", repr(error.__context__))


with managed("plain") as value:
    print("value", value)
with managed("quiet", ValueError):
    int("x")


def run(manager, error=None):
    with manager:
        if error:
            raise error
        return "returned"


@contextlib.contextmanager
def yields_twice():
    yield 1
    yield 2


@contextlib.contextmanager
def never():
    if False:
        yield


@contextlib.contextmanager
def catches_and_yields():
    try:
        yield
    except KeyError:
        yield


@contextlib.contextmanager
def replaces():
    try:
        yield
    except LookupError as error:
        raise RuntimeError("replaced") from error


attempt("two yields", lambda: run(yields_twice()))
attempt("no yield", lambda: run(never()))
attempt("yield after throw", lambda: run(catches_and_yields(), KeyError("k")))
attempt("replaces", lambda: run(replaces(), IndexError("i")))
attempt("StopIteration passes", lambda: run(managed("stop"), StopIteration("s")))
used = managed("once")
attempt("first use", lambda: run(used))
attempt("second use", lambda: run(used))


@managed("decorator")
def decorated(n):
    """Doc."""
    return n + 1


print("decorated:", decorated(1), decorated(2), decorated.__name__, decorated.__doc__)


def boom(text):
    def callback(*args, **kwargs):
        print("callback", text, args, kwargs)
        raise ValueError(text)
    return callback


def unwinding():
    with contextlib.ExitStack() as stack:
        stack.push(lambda kind, error, trace: print("outermost sees", kind.__name__, repr(error),
                                                    repr(error.__context__)))
        stack.enter_context(managed("inner"))
        stack.callback(boom("second"), 1, k=2)
        stack.callback(boom("first"))
        print("body")
        raise KeyError("body")


attempt("unwinding", unwinding)


def suppressing():
    with contextlib.ExitStack() as stack:
        stack.callback(print, "still runs, sees no error")
        stack.push(lambda *details: True)
        stack.callback(boom("hidden"))
        return "from the block"


attempt("suppressing", suppressing)
stack = contextlib.ExitStack()
stack.enter_context(managed("kept open"))
moved = stack.pop_all()
stack.close()
print("first stack closed")
moved.close()
attempt("not a manager", lambda: contextlib.ExitStack().enter_context(5))
attempt("with number", lambda: run(5))


class Half:
    def __enter__(self):
        return self


attempt("half a manager", lambda: run(Half()))
with contextlib.suppress(ZeroDivisionError, KeyError):
    print("before")
    {}["x"]
    print("not reached")
attempt("suppress others", lambda: run(contextlib.suppress(KeyError), OSError("passes")))
with contextlib.suppress(ValueError):
    raise ExceptionGroup("all gone", [ValueError(1)])
attempt("group is split", lambda: run(contextlib.suppress(ValueError),
                                      ExceptionGroup("g", [ValueError(1), OSError(2)])))
with contextlib.nullcontext([1]) as item, contextlib.closing(io.StringIO("text")) as stream:
    print("null and closing:", item, stream.read())
print("closed:", stream.closed)
with contextlib.redirect_stdout(io.StringIO()) as outer:
    print("hidden")
    with contextlib.redirect_stdout(io.StringIO()) as inner:
        print("deeper")
    print("hidden too")
print("captured:", repr(outer.getvalue()), repr(inner.getvalue()))
