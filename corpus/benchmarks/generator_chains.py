# harness:
#   description: chains of generators, yield from, send, itertools pipelines and recursive tree generators
#   tags: [benchmark, generators, itertools]
#   args: {small: ["400"], full: ["105000"]}
"""Values pass through long generator pipelines."""
import sys
from itertools import (accumulate, batched, chain, compress, count, cycle, groupby, islice, pairwise, starmap,
                       takewhile, tee)


def numbers(limit):
    yield from range(limit)


def keep(predicate, source):
    for value in source:
        if predicate(value):
            yield value


def scale(factor, source):
    for value in source:
        yield value * factor


def window_sum(size, source):
    buffer, total = [], 0
    for value in source:
        buffer.append(value)
        total += value
        if len(buffer) > size:
            total -= buffer.pop(0)
        yield total


def averager():
    total, seen, mean = 0, 0, None
    while True:
        value = yield mean
        total += value
        seen += 1
        mean = total / seen


def tree(low, high):
    if low < high:
        middle = (low + high) // 2
        yield from tree(low, middle)
        yield middle
        yield from tree(middle + 1, high)


def delegate(source):
    result = yield from counting(source)
    yield ("count", result)


def counting(source):
    seen = 0
    for value in source:
        seen += 1
        yield value
    return seen


n = int(sys.argv[1])
pipeline = window_sum(5, scale(3, keep(lambda v: v % 3, keep(lambda v: v % 7 != 1, numbers(n)))))
print("pipeline:", sum(pipeline))
nested = numbers(n // 4)
for level in range(12):
    nested = (value + level for value in nested)
print("nested:", sum(nested))
mean = averager()
next(mean)
print("send:", [f"{mean.send(value):.4f}" for value in range(0, n, max(1, n // 5))])
for value in range(n // 2):
    last = mean.send(value)
print("mean:", f"{last:.6f}")
print("tree:", sum(a < b for a, b in pairwise(tree(0, n // 4))), list(islice(tree(0, 15), 6)))
*values, final = delegate(x * x for x in range(n // 2))
print("delegate:", len(values), sum(values), final)
print("itertools:", sum(compress(accumulate(range(n)), cycle([1, 0, 0, 1]))),
      sum(starmap(lambda a, b: a * b, zip(range(n), count(1, 3)))), sum(max(b) for b in batched(range(n), 7)))
first, second = tee(takewhile(lambda v: v < n // 2, chain(range(5), count(10))))
print("tee:", sum(first) - 3 * len(list(second)))
runs = [(key, sum(1 for _ in group)) for key, group in groupby(range(n), key=lambda v: v.bit_count() % 3)]
print("groupby:", len(runs), max(runs, key=lambda r: (r[1], r[0])), runs[:4])
print("any/all:", any(v == n - 1 for v in numbers(n)), all(v < n for v in numbers(n)),
      next(v for v in count() if v * v > n))
