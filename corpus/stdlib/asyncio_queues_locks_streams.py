# harness:
#   description: asyncio - queues, locks, semaphores, conditions, barriers, loopback streams, call_later order
#   tags: [module:asyncio, async, network]
#   needs: [sockets]
import asyncio


async def queues():
    queue = asyncio.Queue(maxsize=2)
    seen = []

    async def produce():
        for item in "abcde":
            await queue.put(item)
            seen.append(f"+{item}")
        queue.shutdown()

    async def consume():
        try:
            while True:
                item = await queue.get()
                seen.append(f"-{item}")
                queue.task_done()
        except asyncio.QueueShutDown:
            return "shut down"

    print("consumer:", (await asyncio.gather(produce(), consume()))[1])
    print("order:", " ".join(seen))
    small = asyncio.PriorityQueue(3)
    for item in (5, 1, 3):
        small.put_nowait(item)
    try:
        small.put_nowait(0)
    except asyncio.QueueFull as error:
        print("full:", repr(error), small.full(), small.qsize())
    print("priority:", [small.get_nowait() for _ in range(3)])
    try:
        small.get_nowait()
    except asyncio.QueueEmpty as error:
        print("empty:", repr(error))
    stack = asyncio.LifoQueue()
    for item in range(3):
        stack.put_nowait(item)
    print("stack:", [stack.get_nowait() for _ in range(3)])
    try:
        for _ in range(4):
            stack.task_done()
    except ValueError as error:
        print("task_done:", type(error).__name__)


async def locks():
    lock, order = asyncio.Lock(), []

    async def critical(name):
        async with lock:
            order.append(f"in {name}")
            await asyncio.sleep(0)
            order.append(f"out {name}")

    await asyncio.gather(*(critical(n) for n in "123"))
    print("lock:", order, lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print("release:", type(error).__name__)

    running = peak = 0
    semaphore = asyncio.Semaphore(2)

    async def limited():
        nonlocal running, peak
        async with semaphore:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print("semaphore peak:", peak)
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print("bounded:", type(error).__name__)

    condition, ready = asyncio.Condition(), []

    async def waiter(name):
        async with condition:
            await condition.wait_for(lambda: len(ready) >= 2)
            return name

    tasks = [asyncio.create_task(waiter(n)) for n in "uv"]
    for item in range(2):
        await asyncio.sleep(0)
        async with condition:
            ready.append(item)
            condition.notify_all()
    print("condition:", await asyncio.gather(*tasks))
    barrier = asyncio.Barrier(3)
    positions = await asyncio.gather(*(barrier.wait() for _ in range(3)))
    print("barrier:", sorted(positions))


async def streams():
    async def handle(reader, writer):
        while line := await reader.readline():
            writer.write(b"echo " + line.upper())
            await writer.drain()
        writer.write(b"bye\n")
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.writelines([b"one\n", b"two\n"])
        print("reply:", await reader.readuntil(b"\n"), await reader.readexactly(5))
        writer.write_eof()
        print("rest:", await reader.read(), reader.at_eof())
        try:
            await reader.readexactly(4)
        except asyncio.IncompleteReadError as error:
            print("incomplete:", error.partial, error.expected)
        writer.close()
        await writer.wait_closed()


async def scheduling():
    loop, order = asyncio.get_running_loop(), []
    loop.call_later(0.03, order.append, "later")
    loop.call_soon(order.append, "soon")
    handle = loop.call_later(0.01, order.append, "never")
    handle.cancel()
    loop.call_later(0.01, order.append, "sooner")
    await asyncio.sleep(0.06)
    print("callbacks:", order, handle.cancelled())
    contexts = []
    loop.set_exception_handler(lambda _, context: contexts.append((context["message"][:21],
                                                                   repr(context["exception"]))))
    loop.call_soon(int, "x")
    await asyncio.sleep(0)
    print("handler:", contexts)


async def main():
    for part in (queues, locks, streams, scheduling):
        await part()

with asyncio.Runner() as runner:
    runner.run(main())
    print("runner again:", runner.run(asyncio.sleep(0, "second")))
