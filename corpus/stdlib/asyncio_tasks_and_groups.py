# harness:
#   description: asyncio - tasks, gather, cancellation, TaskGroup, timeouts, wait, shield on a real loop
#   tags: [module:asyncio, async]
#   needs: [sockets]
import asyncio

log = []


async def worker(name, steps, fail=None):
    try:
        for step in range(steps):
            log.append(f"{name}{step}")
            await asyncio.sleep(0)
        if fail:
            raise fail
        return name * steps
    except asyncio.CancelledError:
        log.append(f"{name}-cancelled")
        raise
    finally:
        log.append(f"{name}-end")


def flush(label):
    print(label, log)
    log.clear()


async def main():
    print("gather:", await asyncio.gather(worker("a", 2), worker("b", 3), worker("c", 0)))
    flush("interleaving:")
    print("collected:", await asyncio.gather(worker("a", 1), worker("b", 1, KeyError("k")),
                                             return_exceptions=True))
    flush("collected log:")

    task = asyncio.create_task(worker("t", 5), name="slow one")
    await asyncio.sleep(0)
    print("name:", task.get_name(), task.done(), task.cancelled(), task.cancel("stop it"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled with", error.args, task.cancelled())
    flush("cancel log:")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(worker("x", 1, ValueError("bad x")))
            group.create_task(worker("y", 10))
            group.create_task(worker("z", 1, TypeError("bad z")))
    except* ValueError as caught:
        print("value errors:", [str(e) for e in caught.exceptions])
    except* TypeError as caught:
        print("type errors:", [str(e) for e in caught.exceptions], caught.message)
    flush("group log:")

    async with asyncio.TaskGroup() as group:
        results = [group.create_task(worker(letter, 1)) for letter in "pq"]
    print("group results:", [t.result() for t in results])
    log.clear()

    try:
        async with asyncio.timeout(0.01):
            await asyncio.Event().wait()
    except TimeoutError as error:
        print("timeout:", type(error).__name__)
    try:
        await asyncio.wait_for(asyncio.sleep(30, "late"), 0.01)
    except TimeoutError:
        print("wait_for timed out")
    print("wait_for:", await asyncio.wait_for(asyncio.sleep(0, "early"), 30))

    inner = asyncio.create_task(worker("s", 2))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled, inner result:", await inner)
    log.clear()

    quick, never = asyncio.create_task(asyncio.sleep(0, 1)), asyncio.create_task(asyncio.sleep(60))
    done, pending = await asyncio.wait([quick, never], return_when=asyncio.FIRST_COMPLETED)
    print("wait:", done == {quick}, pending == {never})
    never.cancel()

    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: log.append(("callback", f.result())))
    try:
        future.result()
    except asyncio.InvalidStateError as error:
        print("not ready:", type(error).__name__)
    future.set_result(5)
    try:
        future.set_result(6)
    except asyncio.InvalidStateError as error:
        print("again:", type(error).__name__)
    log.append("before the callback")
    print("future:", await future)
    await asyncio.sleep(0)
    flush("future log:")
    values = [await c for c in asyncio.as_completed([asyncio.sleep(0.03, "slow"), asyncio.sleep(0, "fast")])]
    print("as completed:", values)


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("outside:", type(error).__name__)
try:
    asyncio.run(print)
except (TypeError, ValueError) as error:
    print("not a coroutine:", type(error).__name__)
