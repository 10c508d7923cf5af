# harness:
#   description: default values evaluated once, shared mutables, and editing __defaults__ and __kwdefaults__
#   tags: [functions, defaults]

import inspect


def collect(item, bucket=[]):
    bucket.append(item)
    return bucket


print(collect(1), collect(2), collect(3, []), collect(4))
print("defaults", collect.__defaults__)

counter = 0


def stamp():
    global counter
    counter += 1
    return counter


def once(value=stamp(), *, other=stamp()):
    return value, other


print(once(), once(), once(other=9), counter)
print(once.__defaults__, once.__kwdefaults__)
once.__defaults__ = ("changed",)
once.__kwdefaults__ = {"other": "kw changed"}
print(once())
once.__kwdefaults__["other"] = "edited in place"
print(once())
once.__kwdefaults__ = None
for call in (lambda: once(), lambda: once(other=1)):
    try:
        print(call())
    except TypeError:
        print("TypeError")
once.__defaults__ = None
try:
    once(other=2)
except TypeError:
    print("TypeError")
for bad in ([1], 5, "ab"):
    try:
        once.__defaults__ = bad
    except TypeError:
        print("TypeError")
try:
    once.__kwdefaults__ = (1,)
except TypeError:
    print("TypeError")
del once.__defaults__
print("deleted", once.__defaults__, once.__kwdefaults__)

x = "at definition"


def late(value=x, maker=lambda: x):
    return value, maker()


x = "later"
print(late())

handlers = [lambda: n for n in range(3)]
bound = [lambda n=n: n for n in range(3)]
print([h() for h in handlers], [h() for h in bound], [h(7) for h in bound])


class Registry:
    size = 3

    def method(self, n=size, items=[size] * 2):
        return n, items

    size = 99


print(Registry().method(), Registry.size, Registry.method.__defaults__)


def sentinel(value=(missing := object())):
    return "missing" if value is missing else f"given {value}"


print(sentinel(), sentinel(None))


def signature_of(a, b=1, /, c="x", *args, d, e=None, f: int = 5, **kw) -> str:
    """Many kinds."""


print(inspect.signature(signature_of))
for name, parameter in inspect.signature(signature_of).parameters.items():
    print(" ", name, parameter.kind.name, parameter.default is parameter.empty, parameter)
