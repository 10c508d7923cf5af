# harness:
#   description: asyncio.run with gather, tasks, queues, events and cancellation in a deterministic order
#   tags: [async, asyncio]
#   needs: [sockets]

import asyncio

log = []


async def step(name, turns):
    for n in range(turns):
        log.append(f"{name}{n}")
        await asyncio.sleep(0)
    return name * turns


def drain(label):
    print(f"{label}: {' '.join(log)}")
    log.clear()


async def producer(queue, items):
    for item in items:
        await queue.put(item)
        log.append(f"put{item}")
    await queue.put(None)


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        log.append(f"got{item}")
        total += item
    return total


async def cancellable():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError as exc:
        log.append(f"cancelled {exc.args}")
        raise
    finally:
        log.append("cleanup")


async def fails(message):
    await asyncio.sleep(0)
    raise ValueError(message)


async def main():
    print(await asyncio.gather(step("a", 3), step("b", 1), step("c", 2)))
    drain("gather order")

    results = await asyncio.gather(step("x", 1), fails("one"), fails("two"), return_exceptions=True)
    print([repr(r) for r in results])
    try:
        await asyncio.gather(step("y", 1), fails("first error"))
    except ValueError as exc:
        print("ValueError:", exc)
    drain("gather errors")

    queue = asyncio.Queue(maxsize=2)
    _, total = await asyncio.gather(producer(queue, [1, 2, 3, 4]), consumer(queue))
    print("total", total, queue.empty())
    drain("queue")

    task = asyncio.create_task(cancellable(), name="sleepy")
    await asyncio.sleep(0)
    print(task.get_name(), task.done(), task.cancelling(), task.cancel("reason"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as exc:
        print("CancelledError", exc.args, task.cancelled(), task.done())
    drain("cancel")

    try:
        async with asyncio.timeout(0.001) as scope:
            await asyncio.sleep(3600)
    except TimeoutError as exc:
        print("TimeoutError", repr(exc), scope.expired(), type(exc.__cause__).__name__)
    try:
        await asyncio.wait_for(asyncio.sleep(3600), 0.001)
    except TimeoutError as exc:
        print("wait_for", type(exc).__name__, str(exc) == "")

    event, lock = asyncio.Event(), asyncio.Lock()

    async def waiter(n):
        await event.wait()
        async with lock:
            log.append(f"w{n}")
            await asyncio.sleep(0)
            log.append(f"x{n}")

    tasks = [asyncio.create_task(waiter(n)) for n in range(3)]
    await asyncio.sleep(0)
    event.set()
    await asyncio.gather(*tasks)
    drain("event and lock")

    done, pending = await asyncio.wait([asyncio.create_task(step("d", 1)),
                                        asyncio.create_task(step("e", 50))],
                                       return_when=asyncio.FIRST_COMPLETED)
    print("wait", [t.result() for t in done], len(pending))
    for t in pending:
        t.cancel()
    log.clear()

    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: log.append(f"callback {f.result()}"))
    asyncio.get_running_loop().call_soon(future.set_result, "set")
    print(await future, future.done(), future.exception())
    try:
        future.set_result("again")
    except asyncio.InvalidStateError:
        print("InvalidStateError")
    await asyncio.sleep(0)
    drain("future")
    shielded = asyncio.ensure_future(step("s", 2))
    print(await asyncio.shield(shielded), asyncio.current_task().get_name() == "main-task")
    return "main result"


async def named_main():
    asyncio.current_task().set_name("main-task")
    return await main()


print(asyncio.run(named_main()))
try:
    asyncio.run(fails("escapes run"))
except ValueError as exc:
    print("ValueError:", exc)
for bad in (5, step):
    try:
        asyncio.run(bad)
    except (TypeError, ValueError) as exc:
        print(type(exc).__name__)
try:
    asyncio.get_running_loop()
except RuntimeError:
    print("RuntimeError")
