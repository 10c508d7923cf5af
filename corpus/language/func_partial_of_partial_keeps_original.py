# harness:
#   description: making a partial from a partial leaves the keywords of the first one alone
#   tags: [functions, functools]

from functools import partial, partialmethod


def target(*args, **kwargs):
    return args, kwargs


first = partial(target, 1, x="first")
second = partial(first, 2, x="second", y="second")
third = partial(second, 3, y="third", z="third")
print("third", third())
print("second", second())
print("first", first())
print("keywords", first.keywords, second.keywords, third.keywords)
print("arguments", first.args, second.args, third.args)
print("separate dicts", first.keywords is second.keywords, second.keywords is third.keywords)
print("call time keywords", first(x="call", w=1), first())
plain = partial(target)
partial(plain, k=1)
print("without keywords", plain(), plain.keywords)


class Widget:
    def configure(self, *args, **kwargs):
        return args, kwargs

    base = partialmethod(configure, 1, size="small")
    wide = partialmethod(base, 2, size="wide", colour="red")


print("methods", Widget().wide(), Widget().base())
