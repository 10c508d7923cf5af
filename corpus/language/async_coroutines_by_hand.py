# harness:
#   description: coroutines driven with send, throw and close, custom awaitables
#   tags: [async, coroutines]

import inspect
import types
import warnings


class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        answer = yield self.question
        return f"<{answer}>"


async def add():
    a = await Ask("a?")
    b = await Ask("b?")
    return a + b


async def twice():
    try:
        return [await add(), await add()]
    finally:
        log.append("twice finally")


log = []
coro = twice()
print(inspect.getcoroutinestate(coro), type(coro).__name__, coro.__name__, coro.cr_await)
print(coro.send(None), coro.send(1), coro.send(2), coro.send(3), inspect.getcoroutinestate(coro))
try:
    coro.send(4)
except StopIteration as exc:
    print("result", exc.value, log)
try:
    coro.send(None)
except RuntimeError:
    print("RuntimeError")

coro = twice()
coro.send(None)
try:
    coro.throw(KeyError("injected"))
except KeyError as exc:
    print("KeyError", exc, log)
coro = twice()
coro.send(None)
print("close", coro.close(), log, inspect.getcoroutinestate(coro))
coro = add()
try:
    coro.send("early")
except TypeError:
    print("TypeError")
coro.close()


async def bad_await(value):
    return await value


class NotIterator:
    def __await__(self):
        return 5


class CoroutineAwait:
    def __await__(self):
        return add()


class Immediate:
    def __await__(self):
        return iter(())


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as exc:
        return exc.value


with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    for value in (5, None, [1], NotIterator(), CoroutineAwait(), (x for x in "ab"), Immediate()):
        try:
            print("awaited", run(bad_await(value)))
        except TypeError:
            print("TypeError")

shared = add()
shared.send(None)
second = bad_await(shared)
try:
    second.send(None)
except RuntimeError:
    print("RuntimeError")
shared.close()
for use in (iter, next, list):
    c = add()
    try:
        use(c)
    except TypeError:
        print("TypeError")
    c.close()


@types.coroutine
def switch(tag):
    got = yield tag
    return f"{tag}->{got}"


async def worker(name, steps):
    out = []
    for n in range(steps):
        out.append(await switch(f"{name}{n}"))
    return out


class Scheduler:
    def __init__(self):
        self.ready, self.trace, self.results = [], [], {}

    def spawn(self, name, coroutine):
        self.ready.append((name, coroutine, None))

    def run(self):
        tick = 0
        while self.ready:
            name, coroutine, value = self.ready.pop(0)
            try:
                self.trace.append(coroutine.send(value))
            except StopIteration as exc:
                self.results[name] = exc.value
            except Exception as exc:
                self.results[name] = repr(exc)
            else:
                self.ready.append((name, coroutine, tick))
            tick += 1


async def failing():
    await switch("f")
    raise ValueError("task failed")


sched = Scheduler()
sched.spawn("A", worker("a", 3))
sched.spawn("B", worker("b", 1))
sched.spawn("F", failing())
sched.spawn("E", worker("e", 0))
sched.run()
print(sched.trace, sched.results, sep="\n")


async def stops():
    raise StopIteration("inside")


try:
    run(stops())
except RuntimeError as exc:
    print("RuntimeError", repr(exc.__cause__))
print(inspect.iscoroutinefunction(add), inspect.isawaitable(Ask("")), inspect.iscoroutinefunction(switch))
wrapper = add().__await__()
print(type(wrapper).__name__, next(wrapper), wrapper.send("z"), wrapper.close())
print(run((lambda: bad_await(Immediate()))()))
for source in ["await x", "def f():\n    await x", "async def f():\n    yield from x", "lambda: await x",
               "async def f():\n    def g():\n        await x", "def f():\n    async with x: pass",
               "def f():\n    async for x in y: pass", "async with x: pass",
               "def f():\n    [x async for x in y]",
               "async def f():\n    yield 1\n    return 2", "class C:\n    await x"]:
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), type(exc).__name__)
