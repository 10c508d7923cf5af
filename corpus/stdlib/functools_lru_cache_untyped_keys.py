# harness:
#   description: which equal arguments of different types share an entry of an untyped lru_cache
#   tags: [module:functools, caching]
from functools import cache, lru_cache


class Text(str):
    pass


def seen(x, *more):
    return type(x).__name__


for make in (lru_cache, cache, lru_cache(maxsize=2), lru_cache(typed=True)):
    untyped = make(seen)
    print(
        "single:",
        untyped(1),
        untyped(1.0),
        untyped(True),
        untyped("s"),
        untyped(Text("s")),
        untyped.cache_info(),
    )
    untyped.cache_clear()
    print(
        "pairs:",
        untyped(1, 2),
        untyped(1.0, 2),
        untyped(True, 2.0),
        untyped((1,)),
        untyped((1.0,)),
        untyped.cache_info(),
    )
