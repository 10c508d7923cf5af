# harness:
#   description: recursion including mutual, closures, generators, memoising, deep recursion
#   tags: [functions, recursion]

import functools
import sys


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f"{a}{c}"
        yield from hanoi(n - 1, b, a, c)


print("hanoi", " ".join(hanoi(3)), sum(1 for _ in hanoi(8)))


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


print("mutual", [is_even(n) for n in range(4)], is_odd(101))


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


print("ackermann", [[ackermann(m, n) for n in range(4)] for m in range(3)])


def permutations(items):
    if not items:
        return [[]]
    return [[x] + rest for i, x in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]


print("permutations", ["".join(p) for p in permutations(list("abc"))])


@functools.cache
def partitions(n, largest=None):
    largest = n if largest is None else largest
    if n == 0:
        return 1
    return sum(partitions(n - k, k) for k in range(1, min(n, largest) + 1))


print("partitions", [partitions(n) for n in range(12)])
print("lambda", (lambda f, n: f(f, n))(lambda f, n: 1 if n < 2 else n * f(f, n - 1), 12))


def flatten(tree):
    for node in tree:
        if isinstance(node, list):
            yield from flatten(node)
        else:
            yield node


deep = []
for level in range(50):
    deep = [level, deep, level]
print("flatten", sum(flatten(deep)), len(list(flatten(deep))), list(flatten([1, [2, [3, []], 4], [[5]]])))


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print("depth", depth(500))


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError as exc:
    print(type(exc).__name__, isinstance(exc, RuntimeError))


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Loop().a
except RecursionError as exc:
    print("attribute loop", type(exc).__name__)

old = sys.getrecursionlimit()
sys.setrecursionlimit(150)
try:
    depth(400)
except RecursionError:
    print("limit respected")
finally:
    sys.setrecursionlimit(old)
print("after", depth(400))
for bad in (0, -5):
    try:
        sys.setrecursionlimit(bad)
    except ValueError:
        print("ValueError")

circular = [1]
circular.append(circular)
mapping = {"k": circular}
mapping["self"] = mapping
print("repr", circular, mapping)
other = [1]
other.append(other)
try:
    print(circular == other)
except RecursionError as exc:
    print(type(exc).__name__, "in comparison")


def forward(n):
    return helper(n) if n else "base"


def helper(n):
    return forward(n - 1) + str(n)


print(forward(4))
