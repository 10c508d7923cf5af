# harness:
#   description: which calls of Python functions fail, and with which class of error
#   tags: [functions, errors]


def plain(a, b, c):
    return a, b, c


def defaults(a, b=2, c=3):
    return a, b, c


def posonly(a, b=1, /):
    return a, b


def mixed(a, /, b, *, c, d=4):
    return a, b, c, d


def kwonly(*, x, y):
    return x, y


def onlykw_default(*, x=1):
    return x


def star(*args, **kwargs):
    return args, kwargs


def noargs():
    return None


class Thing:
    def method(self, value):
        return value

    @classmethod
    def made(cls, value):
        return cls.__name__, value

    @staticmethod
    def fixed(value):
        return value

    def __call__(self, one):
        return one


thing = Thing()
CALLS = """
plain()
plain(1)
plain(1, 2, 3, 4)
plain(1, 2, 3, 4, d=5)
plain(1, 2, a=3)
plain(1, c=3)
plain(1, 2, 3, z=1)
plain(*[1, 2], **{"c": 3})
plain(1, 2, **{"b": 3})
plain(**{"a": 1, "b": 2, "c": 3, "d": 4})
defaults()
defaults(1, 2, 3, 4)
defaults(b=1)
defaults(1, c=9)
defaults(1, 2, b=3)
posonly()
posonly(a=1)
posonly(1, b=2)
posonly(1, 2, 3)
mixed(1, 2)
mixed(1, 2, 3)
mixed(1, 2, c=3)
mixed(1, c=3)
mixed(a=1, b=2, c=3)
mixed(1, b=2, c=3, e=5)
kwonly()
kwonly(x=1)
kwonly(1, x=1, y=2)
kwonly(1, 2)
onlykw_default(1)
onlykw_default(1, x=2)
star(1, *(2, 3), k=4, **{"m": 5})
star(**{"a": 1}, **{"a": 2})
star(a=1, **{"a": 2})
star(*1)
star(**1)
star(**{1: 2})
noargs(1)
noargs(x=1)
thing.method()
thing.method(1, 2)
Thing.method(1)
Thing.made()
Thing.made(1, 2)
Thing.fixed()
thing.fixed(1, 2)
thing()
thing(1, 2)
(lambda x: x)()
(lambda x, *, y: x)(1)
Thing(1)
Thing(x=1)
object(1)
(5)()
None()
"text"(1)
thing.missing()
plain.missing
""".strip().splitlines()

import warnings

warnings.simplefilter("ignore", SyntaxWarning)
for call in CALLS:
    try:
        print(f"{call} -> {eval(call)!r}")
    except (TypeError, AttributeError) as exc:
        print(f"{call} -> {type(exc).__name__}")
