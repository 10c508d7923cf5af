# harness:
#   description: closures with nonlocal state, partials, decorators, memoization, composition, argument unpacking
#   tags: [benchmark, closures, functions]
#   args: {small: ["400"], full: ["50000"]}
"""Function calls through several layers."""
import sys
from functools import lru_cache, partial, reduce, wraps


def counter(start, step):
    value = start

    def advance(times=1):
        nonlocal value
        value += step * times
        return value

    def reset(new=start):
        nonlocal value
        value, old = new, value
        return old

    return advance, reset


def counted(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)
    wrapper.calls = 0
    return wrapper


def memoize(function):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = function(n)
        return cache[n]
    wrapper.cache = cache
    return wrapper


@counted
@counted
def blend(a, b=2, *rest, scale=1, **extra):
    return (a - b + sum(rest)) * scale + len(extra)


@memoize
def partitions(n):
    """Number of partitions through Euler's pentagonal recurrence."""
    if n < 2:
        return int(n >= 0)
    total, k = 0, 1
    while (first := k * (3 * k - 1) // 2) <= n:
        sign = 1 if k % 2 else -1
        total += sign * partitions(n - first)
        if (second := first + k) <= n:
            total += sign * partitions(n - second)
        k += 1
    return total


@lru_cache(maxsize=256)
def collatz(n):
    return 0 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


def compose(*functions):
    return reduce(lambda f, g: lambda x: g(f(x)), functions)


n = int(sys.argv[1])
advance, reset = counter(10, 3)
for i in range(n):
    advance()
    if i % 1000 == 999:
        advance(times=-2)
print("counter:", reset(), reset(), advance(5), advance.__code__.co_freevars,
      [c.cell_contents for c in advance.__closure__])
total = 0
for i in range(n):
    total += blend(i) + blend(i, 1, 2, 3) + blend(b=i, a=1, scale=2, tag="x")
arguments, options = (7, 8, 9), {"scale": 3, "u": 1}
print("blend:", total, blend.calls, blend.__wrapped__.calls, blend(*arguments, 1, **options), blend.__name__)
print("partitions:", partitions(n // 200), len(partitions.cache))
print("collatz:", max((collatz(i), -i) for i in range(1, n // 8)), collatz.cache_info().currsize)
pipeline = compose(*[partial(lambda k, x: (x * k + 1) % 65_537, k) for k in range(2, 12)])
print("pipeline:", sum(map(pipeline, range(n // 6))))
adders = [lambda x, k=k: x + k for k in range(10)]
late = [lambda x: x + k for k in range(10)]
print("adders:", sum(f(i) for i in range(n // 10) for f in adders), [f(0) for f in late],
      [f(0) for f in adders])
church = {0: lambda f: lambda x: x}
for k in range(1, 12):
    church[k] = (lambda m: lambda f: lambda x: f(m(f)(x)))(church[k - 1])
multiply = (lambda a: lambda b: lambda f: a(b(f)))
print("church:", multiply(church[9])(church[11])(lambda v: v + 1)(0),
      sum(church[11](lambda v: v + i)(0) for i in range(n // 20)))
