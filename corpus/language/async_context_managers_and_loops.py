# harness:
#   description: async with protocol order, suppression, AsyncExitStack and asynccontextmanager
#   tags: [async, context-managers]

import contextlib

log = []


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as exc:
        return exc.value
    raise AssertionError("suspended")


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        log.append(f"enter {self.name}")
        return self.name.upper()

    async def __aexit__(self, kind, value, tb):
        log.append(f"exit {self.name} {kind.__name__ if kind else None} {value}")
        return self.swallow


def drain(label):
    print(f"{label}: {'; '.join(log)}")
    log.clear()


async def plain():
    async with Manager("a") as x, Manager("b") as y:
        log.append(f"body {x}{y}")
        return "result"


print(run(plain()))
drain("plain")


async def swallowing():
    async with (
        Manager("outer", swallow=True),
        Manager("inner"),
    ):
        raise ValueError("boom")
    return "continued"


print(run(swallowing()))
drain("swallow")


async def break_loop():
    for n in range(3):
        async with Manager(f"m{n}"):
            if n == 1:
                break
            continue
    return n


print(run(break_loop()))
drain("break")


class OnlySync:
    def __enter__(self):
        return 1

    def __exit__(self, *exc):
        return None


class NotAwaitable:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *exc):
        return None


class ExitNotAwaitable:
    async def __aenter__(self):
        return 5

    def __aexit__(self, *exc):
        return 7


async def misuse(manager, sync=False):
    try:
        if sync:
            with manager:
                log.append("body")
        else:
            async with manager:
                log.append("body")
    except (TypeError, AttributeError) as exc:
        return type(exc).__name__


print(run(misuse(OnlySync())))
print(run(misuse(Manager("x"), sync=True)))
print(run(misuse(NotAwaitable())))
print(run(misuse(ExitNotAwaitable())))
print(run(misuse(5)))
print(run(misuse(None, sync=True)))
log.clear()


@contextlib.asynccontextmanager
async def made(name):
    log.append(f"before {name}")
    try:
        yield name * 2
    except LookupError as exc:
        log.append(f"saw {exc!r}")
    finally:
        log.append(f"after {name}")


async def uses_made():
    async with made("q") as value:
        log.append(value)
    async with made("r"):
        raise KeyError("swallowed")
    try:
        async with made("s"):
            raise OSError("through")
    except OSError as exc:
        log.append(f"outside {exc}")


run(uses_made())
drain("asynccontextmanager")


async def callback(*args):
    log.append(f"callback {args}")


async def stack():
    async with contextlib.AsyncExitStack() as st:
        st.callback(log.append, "sync callback")
        st.push_async_callback(callback, 1, 2)
        a = await st.enter_async_context(Manager("first"))
        b = st.enter_context(contextlib.nullcontext("plain"))
        await st.enter_async_context(made("gen"))
        log.append(f"{a} {b}")
        kept = st.pop_all()
    log.append("left empty stack")
    await kept.aclose()
    try:
        async with contextlib.AsyncExitStack() as st:
            await st.enter_async_context(OnlySync())
    except TypeError as exc:
        log.append(type(exc).__name__)
    async with contextlib.AsyncExitStack() as st:
        await st.enter_async_context(Manager("swallower", swallow=True))
        await st.enter_async_context(Manager("passer"))
        raise RuntimeError("in stack")
    return "after"


print(run(stack()))
for entry in log:
    print("  ", entry)
log.clear()


async def exceptions_in_exit():
    class Bad(Manager):
        async def __aexit__(self, *exc):
            raise LookupError("from exit")
    try:
        async with Bad("z"):
            raise ValueError("body")
    except LookupError as exc:
        return repr(exc), repr(exc.__context__)


print(run(exceptions_in_exit()))
drain("exit raised")


class Closer:
    async def aclose(self):
        log.append("aclosed")


async def closing():
    async with contextlib.aclosing(Closer()) as c, contextlib.nullcontext(3) as n:
        return type(c).__name__, n


print(run(closing()))
drain("aclosing")
