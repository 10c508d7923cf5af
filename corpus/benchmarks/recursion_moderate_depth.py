# harness:
#   description: recursive functions - Ackermann, hanoi, flood fill, mutual recursion, permutations and nested lists
#   tags: [benchmark, recursion]
#   args: {small: ["12"], full: ["23"]}
"""Plain recursion, never deeper than 900 frames."""
import sys
from functools import cache


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def permutations(items):
    if not items:
        return [()]
    return [(head, *tail) for i, head in enumerate(items) for tail in permutations(items[:i] + items[i + 1:])]


def nest(depth):
    return [depth, nest(depth - 1)] if depth else []


def flatten(tree):
    for item in tree:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def fill(grid, x, y):
    if not (0 <= y < len(grid) and 0 <= x < len(grid[y])) or grid[y][x] != ".":
        return 0
    grid[y][x] = "o"
    return 1 + fill(grid, x + 1, y) + fill(grid, x - 1, y) + fill(grid, x, y + 1) + fill(grid, x, y - 1)


def subsets(items, target, chosen=()):
    if target == 0:
        yield chosen
    elif items and target > 0:
        yield from subsets(items[1:], target - items[0], (*chosen, items[0]))
        yield from subsets(items[1:], target, chosen)


@cache
def paths(x, y):
    return 1 if x == 0 or y == 0 else paths(x - 1, y) + paths(x, y - 1)


def depth_of(n):
    return 0 if n == 0 else 1 + depth_of(n - 1)


n = int(sys.argv[1])
print("fibonacci:", fibonacci(n))
print("ackermann:", [[ackermann(m, k) for k in range(4)] for m in range(3)], ackermann(2, 4 * n),
      ackermann(3, n // 5))
moves = list(hanoi(n // 2))
print("hanoi:", len(moves), moves[:6], {m: moves.count(m) for m in sorted(set(moves))})
print("mutual:", is_even(800), is_odd(801), sum(is_even(k) for k in range(0, 400, 401 // n)))
orders = permutations(tuple(range(n // 3)))
print("permutations:", len(orders), orders[-1], sum(p[0] * p[-1] for p in orders))
print("flatten:", sum(flatten(nest(15 * n))), list(flatten([1, [2, [[], 3], [[[4]]]], 5])))
grid = [list("." * n if y % 4 else "#" * (n - 1) + ".") for y in range(n)]
print("fill:", fill(grid, n - 1, 0), sum(row.count(".") for row in grid))
found = list(subsets(tuple(range(1, n - 1)), 3 * n))
print("subsets:", len(found), found[0], found[-1])
print("paths:", paths(2 * n, 2 * n), depth_of(890))
try:
    depth_of(-1)
except RecursionError as error:
    print("RecursionError:", isinstance(error, RuntimeError), depth_of(50))
