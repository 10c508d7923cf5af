# harness:
#   description: asynchronous generators with asend, athrow, aclose, async comprehensions
#   tags: [async, generators]

import types


@types.coroutine
def pause(value):
    return (yield value)


def run(coroutine, answers=()):
    """Drive a coroutine; give back its result and what it yielded."""
    answers, seen, value = iter(answers), [], None
    while True:
        try:
            seen.append(coroutine.send(value))
            value = next(answers, None)
        except StopIteration as exc:
            return exc.value, seen


log = []


async def ticker(n):
    received = None
    try:
        for i in range(n):
            await pause(f"wait{i}")
            try:
                received = yield (i, received)
            except KeyError as exc:
                log.append(f"caught {exc}")
                received = "recovered"
    finally:
        await pause("cleanup")
        log.append("finally")


async def collect():
    return [item async for item in ticker(3)]


print(run(collect()), log)
log.clear()


async def manual():
    agen = ticker(5)
    out = [await agen.asend(None), await agen.asend("A"), await agen.athrow(KeyError("k")), await anext(agen)]
    await agen.aclose()
    out.append(await anext(agen, "exhausted"))
    try:
        await agen.asend("late")
    except StopAsyncIteration as exc:
        out.append(repr(exc))
    return out


print(run(manual()), log)
log.clear()


async def break_out():
    agen = ticker(9)
    async for item in agen:
        if item[0] == 1:
            break
        log.append(f"saw {item}")
    else:
        log.append("else not reached")
    async for item in agen:
        log.append(f"resumed at {item}")
        break
    await agen.aclose()
    return "left"


print(run(break_out()), log)
log.clear()


async def errors():
    out = []
    agen = ticker(1)
    try:
        await agen.asend("early")
    except TypeError as exc:
        out.append(type(exc).__name__)
    try:
        async for _ in [1, 2]:
            pass
    except TypeError as exc:
        out.append(type(exc).__name__)
    try:
        for _ in agen:
            pass
    except TypeError as exc:
        out.append(type(exc).__name__)

    class BadAiter:
        def __aiter__(self):
            return 5

    class BadAnext:
        def __aiter__(self):
            return self

        def __anext__(self):
            return 5
    for cls in (BadAiter, BadAnext):
        try:
            async for _ in cls():
                pass
        except TypeError as exc:
            out.append(f"{type(exc).__name__} / {exc.__cause__!r}")
    try:
        aiter(5)
    except TypeError as exc:
        out.append(type(exc).__name__)
    try:
        await anext(5)
    except TypeError as exc:
        out.append(type(exc).__name__)
    return out


for line in run(errors())[0]:
    print(line)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return await pause(self.n)


async def comprehensions():
    lst = [x async for x in Countdown(3)]
    st = sorted({x async for x in Countdown(3) if x is not None})
    dct = {k: v async for k, v in ticker(2)}
    gen = (x async for x in Countdown(2))
    nested = [[y async for y in Countdown(x)] for x in range(3)]
    awaited = [await pause(n) for n in range(2)]
    mixed = [(a, b) for a in "pq" async for b in Countdown(1)]
    return lst, st, dct, type(gen).__name__, [x async for x in gen], nested, awaited, mixed


result, seen = run(comprehensions(), range(100))
print(*result, sep="\n")
print(seen)


async def loop_else():
    async for x in Countdown(1):
        log.append(x)
    else:
        log.append("else")
    return log


log.clear()
print(run(loop_else(), ["value"]))


async def refuses():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def leaks():
    yield 1
    raise StopAsyncIteration("leak")


async def trouble():
    out = []
    agen = refuses()
    await anext(agen)
    try:
        await agen.aclose()
    except RuntimeError as exc:
        out.append(type(exc).__name__)
    try:
        async for _ in leaks():
            pass
    except RuntimeError as exc:
        out.append(f"{type(exc).__name__} / {exc.__cause__!r}")
    agen = ticker(1)
    first = agen.asend(None)
    first.send(None)
    try:
        agen.asend(None).send(None)
    except RuntimeError as exc:
        out.append(type(exc).__name__)
    try:
        first.send("resume")
    except StopIteration as exc:
        out.append(f"value {exc.value}")
    out.append([item async for item in agen])
    return out


print(*run(trouble())[0], sep="\n")
