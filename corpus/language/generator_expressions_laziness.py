# harness:
#   description: laziness of generator expressions, early first iterable, late other names
#   tags: [generators, iteration]

import itertools


def noisy(name, items):
    for item in items:
        print(f"  {name} gives {item}")
        yield item


pipeline = (x * 10 for x in noisy("source", range(5)) if x % 2)
print("nothing yet")
print(next(pipeline), next(pipeline))
print("rest", list(pipeline))

limit = 3
first = [1, 2, 3, 4, 5]
late = (x for x in first if x < limit)
first = "never used"
limit = 5
print("late name, early iterable", list(late))

try:
    eager = (x for x in undefined_name)
except NameError:
    print("NameError")
lazy_error = (y for x in [1] for y in undefined_name)
try:
    next(lazy_error)
except NameError as exc:
    print("NameError later:", type(exc).__name__)
try:
    not_iterable = (x for x in 5)
    print("created")
    next(not_iterable)
except TypeError:
    print("TypeError")

g = (a + b for a in "xy" for b in "12" if a + b != "y1")
print(next(g), list(g), list(g))
print(sum(n * n for n in range(5)), max((len(w), w) for w in ["a", "ccc", "bbb"]),
      sorted(c for c in "hello")[:2])
print(any(noisy("any", [0, 2, 3])), all(noisy("all", [1, 0, 3])), 2 in noisy("in", [1, 2, 3]))
print(dict((k, v) for v, k in enumerate("ab")), ",".join(str(x) for x in range(3)), tuple(x for x in "t"))

data = [3, 1, 2]
shared = iter(data)
print(list(zip(shared, shared)), list(shared), [*itertools.batched("abcdefg", 3)])
evens = itertools.count(0, 2)
print(list(itertools.islice((x for x in evens if x % 3), 4)), next(evens))
one, two = itertools.tee(noisy("tee", "pq"))
print(next(one), list(two), list(one))


def primes():
    found = []
    for n in itertools.count(2):
        if all(n % p for p in itertools.takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


print(list(itertools.islice(primes(), 12)))


def numbers():
    n = 0
    while True:
        yield n
        n += 1


def take_while_then(pred, it):
    for x in it:
        if not pred(x):
            return
        yield x


it = numbers()
print(list(take_while_then(lambda x: x < 3, it)), next(it))

growing = [1]
for value in growing:
    if value < 5:
        growing.append(value + 1)
print("list grew", growing)
iterator = iter(growing)
growing.clear()
print("after clear", list(iterator))
growing.append(9)
print("exhausted stays exhausted", list(iterator))
d = {"a": 1}
try:
    for key in d:
        d["b"] = 2
except RuntimeError:
    print("RuntimeError")
s = {1}
try:
    for item in s:
        s.add(item + 1)
except RuntimeError:
    print("RuntimeError")

nested = [[(i, j) for j in range(i)] for i in range(4)]
print(nested, list(itertools.chain.from_iterable(nested)))
fns = list((lambda: x) for x in range(3))
print([f() for f in fns], [f() for f in ((lambda x=x: x) for x in range(3))])
countdown = iter([3, 2, 1, 0, 5].__iter__().__next__, 0)
print(list(countdown), list(iter(lambda it=iter("abc-d"): next(it), "-")))
print(type(x for x in ()).__name__, iter(g) is g, hasattr(g, "send"), [*map(next, [iter("a"), iter("b")])])
