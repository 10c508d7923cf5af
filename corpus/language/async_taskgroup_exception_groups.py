# harness:
#   description: asyncio.TaskGroup failure, cancellation of siblings, and except* over the groups it raises
#   tags: [async, asyncio, exception-groups]
#   needs: [sockets]

import asyncio
import contextvars

log = []
request = contextvars.ContextVar("request", default="none")


async def ok(name, turns=1):
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
        log.append(f"{name} done")
        return name
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def bad(exc, turns=1):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise exc


def drain(label):
    print(f"{label}: {', '.join(log)}")
    log.clear()


async def all_good():
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(ok(n, t)) for n, t in (("slow", 3), ("quick", 1), ("middle", 2))]
    return [t.result() for t in tasks]


async def two_failures():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(ValueError("v")))
            tg.create_task(bad(KeyError("k")))
            tg.create_task(ok("sibling", 10))
    except* ValueError as group:
        print("ValueError part", group.exceptions)
    except* LookupError as group:
        print("LookupError part", group.exceptions)


async def body_fails():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok("child", 10))
            await asyncio.sleep(0)
            raise OSError("from body")
    except* OSError as group:
        print(group.message, group.exceptions)


async def nested():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(ok("outer sibling", 20))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(bad(TypeError("deep")))
    except* TypeError as group:
        print(repr(group), type(group.exceptions[0]).__name__)


async def cleanup_error():
    async def stubborn():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            raise RuntimeError("while cancelling") from None
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(stubborn())
            tg.create_task(bad(ValueError("trigger")))
    except* Exception as group:
        print([repr(e) for e in group.exceptions])


async def keyboard():
    class Stop(BaseException):
        pass
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(Stop("base")))
    except BaseExceptionGroup as group:
        print(type(group).__name__, [type(e).__name__ for e in group.exceptions],
              isinstance(group, Exception))


async def late_task():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(ok("early"))
    coro = ok("late")
    try:
        tg.create_task(coro)
    except RuntimeError:
        print("RuntimeError")
        coro.close()


async def contexts():
    request.set("parent")

    async def child(n):
        before = request.get()
        request.set(f"child{n}")
        await asyncio.sleep(0)
        return before, request.get()

    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(child(n)) for n in range(2)]
        own = contextvars.copy_context()
        own.run(request.set, "custom")
        tasks.append(tg.create_task(child(9), context=own))
    return [t.result() for t in tasks], request.get(), own[request]


async def main():
    print(await all_good())
    drain("all good")
    await two_failures()
    drain("two failures")
    await body_fails()
    drain("body fails")
    await nested()
    drain("nested")
    await cleanup_error()
    await keyboard()
    await late_task()
    drain("late")
    print(await contexts())

    async def values():
        for n in range(3):
            await asyncio.sleep(0)
            yield n
    print([n async for n in values()], {n: n * n async for n in values() if n})
    results = []
    for coro in asyncio.as_completed([ok("p", 2), ok("q", 1)]):
        results.append(await coro)
    print(sorted(results))


asyncio.run(main())
with asyncio.Runner() as runner:
    print(runner.run(ok("in runner")), runner.run(all_good()))
drain("runner")
