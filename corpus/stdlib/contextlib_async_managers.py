# harness:
#   description: contextlib - async managers and stacks driven by hand, decorators as classes, chdir
#   tags: [module:contextlib, async]
import contextlib
import os


def drive(coroutine):
    """Runs a coroutine that only awaits Pause objects; no event loop."""
    pauses = 0
    try:
        while True:
            coroutine.send(None)
            pauses += 1
    except StopIteration as stop:
        return stop.value, pauses
    except Exception as error:
        return type(error).__name__, pauses


class Pause:
    def __await__(self):
        yield self


@contextlib.asynccontextmanager
async def resource(name, swallow=()):
    await Pause()
    print("open", name)
    try:
        yield name * 2
    except swallow as error:
        print("swallowed", repr(error))
    finally:
        await Pause()
        print("close", name)


async def simple():
    async with resource("a") as one, resource("b") as two:
        return one + two


async def failing():
    async with resource("c"):
        raise LookupError("inside")


async def swallowing():
    async with resource("d", LookupError):
        raise KeyError("inside")
    return "after"


async def stacked():
    async def cleanup(word):
        await Pause()
        print("cleanup", word)

    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(resource("e")))
        stack.push_async_callback(cleanup, "async")
        stack.callback(print, "sync callback")
        stack.enter_context(contextlib.nullcontext())
        await stack.enter_async_context(contextlib.nullcontext("null"))
        try:
            stack.enter_context(resource("f"))
        except TypeError as error:
            print("refused:", type(error).__name__)
        try:
            await stack.enter_async_context(contextlib.suppress())
        except TypeError as error:
            print("refused:", type(error).__name__)
        raise OSError("from the stack")


class Closes:
    async def aclose(self):
        await Pause()
        print("aclose called")


async def closing():
    async with contextlib.aclosing(Closes()) as thing:
        return type(thing).__name__


@resource("decorator")
async def decorated(n):
    await Pause()
    return n


async def no_yield_case():
    @contextlib.asynccontextmanager
    async def broken():
        if False:
            yield
    async with broken():
        pass


for function in (simple, failing, swallowing, stacked, closing, no_yield_case):
    print(function.__name__, "=>", drive(function()))
print("decorated =>", drive(decorated(7)), drive(decorated(8)))


class Tracing(contextlib.ContextDecorator):
    def __init__(self, label):
        self.label, self.depth = label, 0

    def __enter__(self):
        self.depth += 1
        print(self.label, "in", self.depth)
        return self

    def __exit__(self, kind, error, trace):
        print(self.label, "out", kind.__name__ if kind else None)
        self.depth -= 1
        return kind is ZeroDivisionError


@Tracing("trace")
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


@Tracing("guard")
def divide(a, b):
    return a / b


print("factorial:", factorial(3))
print("divide:", divide(1, 2), divide(1, 0))


class Mine(contextlib.AbstractContextManager):
    def __exit__(self, *details):
        return None


class Looks:
    __enter__ = __exit__ = None


class Has:
    def __enter__(self):
        pass

    def __exit__(self, *details):
        pass


with Mine() as mine:
    print("default enter returns itself:", type(mine).__name__)
print("subclass hook:", [issubclass(c, contextlib.AbstractContextManager) for c in (Mine, Looks, Has, int)])
os.makedirs("one/two", exist_ok=True)
start = os.getcwd()
moving = contextlib.chdir("one")
with moving:
    with contextlib.chdir("two"):
        print("inside:", os.path.relpath(os.getcwd(), start).replace(os.sep, "/"))
    print("outside:", os.path.relpath(os.getcwd(), start))
print("back:", os.getcwd() == start)
try:
    with contextlib.chdir("nowhere"):
        pass
except OSError as error:
    print("missing:", type(error).__name__, error.filename)
