# harness:
#   description: wording of errors for coroutines, async generators and await used in the wrong way
#   tags: [messages, async]

import warnings

warnings.simplefilter("ignore")


async def add(a=1, b=2):
    return a + b


async def wait_for(value):
    return await value


async def ticker():
    yield 1


async def loop_over(value):
    async for item in value:
        pass


async def manage(value):
    async with value:
        pass


async def stops():
    raise StopIteration("stop")


class NotIterator:
    def __await__(self):
        return [1]


class BadAiter:
    def __aiter__(self):
        return 5


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


CASES = {
    "await int": "run(wait_for(5))",
    "await none": "run(wait_for(None))",
    "await list": "run(wait_for([1]))",
    "await generator": "run(wait_for(x for x in ()))",
    "await function": "run(wait_for(add))",
    "await method result": "run(wait_for(NotIterator()))",
    "await twice": """
c = add()
run(c)
run(c)
""",
    "await finished": """
c = add()
run(wait_for(c))
run(wait_for(c))
""",
    "send to unstarted": "add().send(1)",
    "iterate coroutine": "list(add())",
    "next of coroutine": "next(add())",
    "for over coroutine": "for x in add(): pass",
    "for over async generator": "for x in ticker(): pass",
    "list of async generator": "list(ticker())",
    "async for over list": "run(loop_over([1]))",
    "async for over generator": "run(loop_over(x for x in ()))",
    "aiter returns int": "run(loop_over(BadAiter()))",
    "anext returns int": "run(loop_over(BadAnext()))",
    "aiter of int": "aiter(5)",
    "anext of int": "anext(5)",
    "async with int": "run(manage(5))",
    "async with sync manager": """
import io
run(manage(io.StringIO()))
""",
    "sync with async manager": """
class M:
    async def __aenter__(self):
        pass
    async def __aexit__(self, *args):
        pass
with M(): pass
""",
    "StopIteration leaks": "run(stops())",
    "asend to unstarted": "run(ticker().asend(5))",
    "athrow int": "run(ticker().athrow(5))",
    "run of function": """
import inspect
inspect.getcoroutinestate(5)
""",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
