# harness:
#   description: wording of errors for generators used in the wrong way
#   tags: [messages, generators]

import contextlib


def numbers():
    yield 1
    yield 2


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def delegate(source):
    return (yield from source)


def leaks():
    yield 1
    raise StopIteration("leaked")


def reenter():
    yield next(itself)


itself = reenter()


@contextlib.contextmanager
def no_yield():
    if False:
        yield


@contextlib.contextmanager
def two_yields():
    yield 1
    yield 2


CASES = {
    "send to unstarted": "numbers().send(1)",
    "send without argument": "numbers().send()",
    "already running": "next(itself)",
    "close ignored": """
g = stubborn()
next(g)
g.close()
""",
    "StopIteration leaks": "list(leaks())",
    "next leaks": "list(next(iter([])) for x in (1,))",
    "yield from int": "list(delegate(5))",
    "yield from none": "list(delegate(None))",
    "send through plain iterator": """
g = delegate(iter([1, 2]))
next(g)
g.send(5)
""",
    "throw through plain iterator": """
g = delegate(iter([1, 2]))
next(g)
g.throw(ValueError('plain'))
""",
    "length": "len(numbers())",
    "subscript": "numbers()[0]",
    "call": "numbers()()",
    "set attribute": "numbers().x = 1",
    "copy": """
import copy
copy.copy(numbers())
""",
    "reversed": "reversed(numbers())",
    "no yield": "with no_yield(): pass",
    "two yields": "with two_yields(): pass",
    "two yields with error": """
with two_yields():
    raise OSError('inside')
""",
    "manager without call": "with no_yield: pass",
    "dict changed": """
d = {'a': 1}
for k in d:
    d['b'] = 2
""",
    "dict keys changed": """
d = {'a': 1, 'b': 2}
for k in d:
    del d[k]
    d['c'] = 3
""",
    "set changed": """
s = {1}
for v in s:
    s.add(v + 1)
""",
    "deque changed": """
import collections
d = collections.deque([1, 2])
for v in d:
    d.append(3)
""",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
