# harness:
#   description: hand-written scheduler switching generators and native coroutines with awaitables, channels and timers
#   tags: [benchmark, coroutines, generators]
#   args: {small: ["60"], full: ["28000"]}
"""A round-robin loop that drives async functions without asyncio."""
import sys
from collections import deque
from heapq import heappop, heappush
from types import coroutine


@coroutine
def switch(command=None, value=None):
    return (yield command, value)


class Channel:
    def __init__(self):
        self.items, self.waiting = deque(), deque()

    async def get(self):
        while not self.items:
            await switch("wait", self.waiting)
        return self.items.popleft()

    def put(self, item):
        self.items.append(item)
        if self.waiting:
            loop.ready.append((self.waiting.popleft(), None))

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.get()
        if item is None:
            raise StopAsyncIteration
        return item


class Lock:
    def __init__(self):
        self.held, self.waiting, self.contended = False, deque(), 0

    async def __aenter__(self):
        while self.held:
            self.contended += 1
            await switch("wait", self.waiting)
        self.held = True

    async def __aexit__(self, *details):
        self.held = False
        if self.waiting:
            loop.ready.append((self.waiting.popleft(), None))


class Loop:
    def __init__(self):
        self.ready, self.timers = deque(), []
        self.now = self.switches = self.order = 0

    def spawn(self, task):
        self.ready.append((task, None))

    def run(self):
        while self.ready or self.timers:
            if not self.ready:
                self.now, _, task = heappop(self.timers)
                self.ready.append((task, None))
            task, value = self.ready.popleft()
            self.switches += 1
            try:
                command, argument = task.send(value)
            except StopIteration:
                continue
            if command == "wait":
                argument.append(task)
            elif command == "sleep":
                self.order += 1
                heappush(self.timers, (self.now + argument, self.order, task))
            else:
                self.ready.append((task, argument))


async def producer(channel, name, count):
    for i in range(count):
        channel.put((name, i))
        if i % 3 == 0:
            await switch()
    log.append(name)


async def consumer(channel, totals):
    async for name, value in channel:
        totals[name] = totals.get(name, 0) + value


async def ticker(period, count):
    for i in range(count):
        await switch("sleep", period)
    log.append((loop.now, period))


async def nested(depth):
    if depth == 0:
        return await switch(value=7)
    return 1 + await nested(depth - 1)


async def summing(rounds, results):
    results.append(sum([await nested(k % 9) for k in range(rounds)]))


async def guarded(lock, state, rounds):
    for _ in range(rounds):
        async with lock:
            before = state["value"]
            await switch()
            state["value"] = before + 1


async def countdown(n):
    while n:
        yield n
        n -= 1
        await switch()


async def draining(n, results):
    results.append(sum([v async for v in countdown(n) if v % 2]))


n = int(sys.argv[1])
loop, log = Loop(), []
channel, totals, results = Channel(), {}, []
for name in "abc":
    loop.spawn(producer(channel, name, n))
consumers = [consumer(channel, totals) for _ in range(2)]
for task in consumers:
    loop.spawn(task)
loop.run()
print("channel:", sorted(totals.items()), loop.switches, log)
for _ in consumers:
    channel.put(None)
loop.run()
print("closed:", [task.cr_frame is None for task in consumers])
log.clear()
for period in (2, 3, 7):
    loop.spawn(ticker(period, n // 6))
loop.spawn(summing(n, results))
loop.spawn(draining(n, results))
lock, state = Lock(), {"value": 0}
for _ in range(3):
    loop.spawn(guarded(lock, state, n // 4))
loop.run()
print("timers:", log, loop.now)
print("results:", results, state, lock.contended)
print("switches:", loop.switches)
