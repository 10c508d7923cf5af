# harness:
#   description: higher-order helpers, functools.partial with Placeholder, partialmethod, reduce, currying
#   tags: [functions, functools]

import functools
import operator
from functools import partial, partialmethod, reduce


def compose(*functions):
    return reduce(lambda f, g: lambda *a, **k: f(g(*a, **k)), functions)


double = functools.partial(operator.mul, 2)
print(compose(str, double, len)("hello"), compose(sorted, set)("banana"))


def curry(function, arity):
    def step(*args):
        if len(args) >= arity:
            return function(*args)
        return lambda *more: step(*args, *more)
    return step


add3 = curry(lambda a, b, c: f"{a}{b}{c}", 3)
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3), add3(1, 2, 3))


def target(*args, **kwargs):
    return args, kwargs


p = partial(target, 1, 2, x=3)
q = partial(p, 4, x=5, y=6)
print(q(), q(7, y=8))
print(q.func is target, q.args, q.keywords)
print(repr(partial(int, base=2)), partial(int, base=2)("1011"), repr(partial(print, "a", 1, sep="-")))
try:
    partial()
except TypeError:
    print("TypeError")
try:
    partial(5)
except TypeError:
    print("TypeError")
p.note = "attributes allowed"
print(p.__dict__, p.__doc__ == partial.__doc__)

hole = functools.Placeholder
middle = partial(target, hole, "second", hole, "fourth")
print(repr(hole), middle("first", "third"), middle("first", "third", "fifth"))
try:
    middle("only one")
except TypeError:
    print("TypeError")
try:
    partial(target, 1, hole)
except TypeError:
    print("TypeError")
print(partial(middle, "given")("late"), partial(middle, "given").args)


class Cell:
    def __init__(self):
        self.state = None

    def set_state(self, value, *, note=""):
        self.state = (value, note)
        return self.state

    set_on = partialmethod(set_state, True)
    set_noted = partialmethod(set_state, note="noted")


c = Cell()
print(c.set_on(), c.set_noted(5), c.set_on(note="n"), Cell.set_on(c))

print(reduce(operator.add, [[1], [2], [3]]), reduce(lambda a, b: f"({a}{b})", "abcd"), reduce(max, [3], 10))
for args in [(operator.add, []), (operator.add, 5)]:
    try:
        reduce(*args)
    except TypeError:
        print("TypeError")
print(reduce(operator.add, [2, 3], initial=100))

print(list(map(operator.add, [1, 2, 3], [10, 20])), list(map(pow, [2, 3], [5, 2], [7, 7])))
print(list(filter(None, [0, 1, "", "a"])), list(map(str.upper, "ab")), list(filter(str.isdigit, "a1b2")))
print(operator.itemgetter(1, -1)("abc"), operator.attrgetter("real", "imag")(3 + 4j))
print(operator.methodcaller("split", ",", maxsplit=1)("a,b,c"), operator.attrgetter("__class__.__name__")(5))
print(sorted(["b2", "a10", "a9"], key=functools.cmp_to_key(lambda a, b: int(a[1:]) - int(b[1:]))))

calls = []


@functools.lru_cache(maxsize=2)
def cached(x):
    calls.append(x)
    return x * x


print([cached(n) for n in (1, 2, 1, 3, 2, 1)], calls, cached.cache_info())
cached.cache_clear()
print(cached.cache_info(), cached.cache_parameters(), cached.__wrapped__(7))
