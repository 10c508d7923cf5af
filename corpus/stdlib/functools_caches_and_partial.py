# harness:
#   description: functools - lru_cache accounting, typed keys, cached_property, partial with placeholders
#   tags: [module:functools]
import functools
import pickle
from functools import Placeholder, cache, cached_property, lru_cache, partial, partialmethod, reduce


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


calls = []


@lru_cache(maxsize=2)
def square(n, *, power=2):
    """Squares."""
    calls.append(n)
    return n ** power


print("results:", [square(n) for n in (1, 2, 1, 3, 2, 1)], calls, square.cache_info())
print("keywords make other keys:", square(1, power=2), square.cache_info())
square.cache_clear()
print("cleared:", square.cache_info(), square.cache_parameters(), square.__name__, square.__doc__,
      square.__wrapped__(5))
attempt("unhashable", square, [1])
print("hits after failure:", square.cache_info())


@lru_cache(maxsize=None, typed=True)
def typed(x):
    return type(x).__name__


print("typed:", typed(1), typed(1.0), typed(True), typed.cache_info())
zero = lru_cache(maxsize=0)(lambda: calls.append("zero"))
zero(), zero()
print("size zero:", zero.cache_info(), calls[-2:], lru_cache(maxsize=-5)(len).cache_parameters())
attempt("bad size", lru_cache, "x")


@cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print("fibonacci:", fibonacci(90), fibonacci.cache_info())


@lru_cache
def fails(n):
    calls.append("fails")
    raise ValueError(n)


attempt("failure", fails, 1)
attempt("failure is not cached", fails, 1)
print("count:", calls.count("fails"), fails.cache_info())


class Lazy:
    def __init__(self):
        self.count = 0

    @cached_property
    def value(self):
        """The doc."""
        self.count += 1
        return self.count * 10

    @lru_cache
    def method(self, n):
        self.count += 1
        return n


lazy = Lazy()
print("cached_property:", lazy.value, lazy.value, lazy.__dict__, Lazy.value.__doc__)
lazy.value = 5
print("assigned:", lazy.value)
del lazy.value
print("recomputed:", lazy.value, lazy.method(3), lazy.method(3), Lazy.method.cache_info().hits)
attempt("two names", lambda: type("Two", (), {"a": (p := cached_property(len)), "b": p}))


class Slots:
    __slots__ = ()

    @cached_property
    def value(self):
        return 1


attempt("no dict", lambda: Slots().value)

base = partial(print, "a", sep="-")
base("b", "c", end="!\n")
base("d", sep="+")
nested = partial(base, "x", end="?\n")
nested()
print("partial:", nested.func is print, nested.args, nested.keywords, partial(int, base=2)("101"),
      partial(pow, 2))
print("repr:", repr(partial(divmod, 7, x=1)), pickle.loads(pickle.dumps(partial(int, base=2)))("11"))
holes = partial(lambda *a, **k: (a, k), Placeholder, 2, Placeholder, 4, k=5)
print("placeholders:", holes(1, 3), holes(1, 3, 5, k=6), partial(holes, "first")("third"))
attempt("missing positions", holes, 1)
attempt("trailing placeholder", partial, print, 1, Placeholder)
attempt("keyword placeholder", partial, print, a=Placeholder)
attempt("not callable", partial, 5)
attempt("nothing", partial)


class Cell:
    def set_state(self, state, note=""):
        return f"{type(self).__name__}:{state}{note}"

    alive = partialmethod(set_state, True)
    dead = partialmethod(set_state, False, note="!")
    made = classmethod(partial(lambda cls, n: (cls.__name__, n), n=3))


print("partialmethod:", Cell().alive(), Cell().dead(), Cell().alive(note="?"), Cell.made())
print("reduce:", reduce(lambda a, b: f"({a}{b})", "abcd"), reduce(lambda a, b: a + b, [], "empty"),
      reduce(max, [3, 9, 2], 5), reduce(lambda a, b: b, [1], initial=0))
attempt("reduce empty", reduce, max, [])
attempt("reduce type", reduce, max, 5)
