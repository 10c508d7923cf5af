# harness:
#   description: __slots__ layout rules, inheritance, defaults, mangling, dict and weakref slots, and errors
#   tags: [classes, slots]

import copy
import weakref


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


p = Point(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"), Point.__slots__, type(Point.x).__name__, repr(Point.x))
for label, thunk in [("new attribute", lambda: setattr(p, "z", 1)), ("weakref", lambda: weakref.ref(p)),
                     ("vars", lambda: vars(p)), ("class", lambda: setattr(p, "__class__", int))]:
    try:
        thunk()
    except (AttributeError, TypeError) as exc:
        print(label, type(exc).__name__)
del p.x
for label, thunk in [("get deleted", lambda: p.x), ("del again", lambda: delattr(p, "x"))]:
    try:
        thunk()
    except AttributeError as exc:
        print(label, "AttributeError", exc.name)
p.x = 5
print(Point.x.__get__(p), Point.x.__objclass__ is Point, Point.x.__name__, Point.x.__doc__)
try:
    Point.x.__get__(object())
except TypeError:
    print("TypeError")


class Open(Point):
    pass


class Wider(Point):
    __slots__ = "z"


class WithDict(Point):
    __slots__ = ("__dict__", "__weakref__")


o, w, d = Open(1, 2), Wider(1, 2), WithDict(3, 4)
o.extra = 1
w.z = 9
d.more = "m"
print(o.__dict__, w.z, hasattr(w, "__dict__"), d.__dict__, weakref.ref(d)() is d, Wider.__slots__)


class Private:
    __slots__ = ("__secret", "_open", "__dunder__")

    def __init__(self):
        self.__secret = "mangled"
        self._open = 1


print(sorted(n for n in Private.__dict__ if "secret" in n or "open" in n), Private()._Private__secret)


class Documented:
    __slots__ = {"a": "doc of a", "b": "doc of b"}


print(Documented.a.__doc__, Documented.b.__doc__, list(Documented.__slots__))


class FromIterator:
    __slots__ = (c for c in "mn")


f = FromIterator()
f.m = 1
print(f.m, type(FromIterator.__slots__).__name__)


class Left:
    __slots__ = ("a",)


class Right:
    __slots__ = ("b",)


class EmptyLeft:
    __slots__ = ()


SOURCES = {
    "conflict default": "class X:\n    __slots__ = ('a',)\n    a = 1",
    "empty base ok": "class X(EmptyLeft, Right):\n    __slots__ = ()",
    "bad name": "class X:\n    __slots__ = ('not valid',)",
    "not str": "class X:\n    __slots__ = (1,)",
    "int slots": "class X:\n    __slots__ = 5",
    "dict twice": "class X:\n    __slots__ = ('__dict__', '__dict__')",
    "weakref again": "class X(WithDict):\n    __slots__ = ('__weakref__',)",
    "int subclass": "class X(int):\n    __slots__ = ('a',)",
    "int empty": "class X(int):\n    __slots__ = ()",
    "tuple subclass": "class X(tuple):\n    __slots__ = ('a',)",
    "bytes subclass": "class X(bytes):\n    __slots__ = ('a',)",
    "str subclass": "class X(str):\n    __slots__ = ('a',)",
    "list subclass": "class X(list):\n    __slots__ = ('a',)",
}
for label, source in SOURCES.items():
    try:
        exec(source)
        print(label, "-> fine")
    except (TypeError, ValueError) as exc:
        print(label, "->", type(exc).__name__)

clone = copy.copy(w)
print(clone.x, clone.y, clone.z, clone is w)


class Shadow(Point):
    __slots__ = ("x",)


s = Shadow(7, 8)
Point.x.__set__(s, "base slot")
print(s.x, Point.x.__get__(s))


class SameLayout:
    __slots__ = ("x", "y")


p.__class__ = SameLayout
print(type(p).__name__, p.x, isinstance(p, Point))
print([c.__name__ for c in (Point, Open, Wider, WithDict) if hasattr(c(1, 2), "__dict__")])
