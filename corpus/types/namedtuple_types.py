# harness:
#   description: collections.namedtuple and typing.NamedTuple, fields, defaults, replace, repr, pickling
#   tags: [namedtuple, tuple]
import collections
import copy
import pickle
import typing
from collections import namedtuple


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print("basics:", p, p.x, p[1], p == (1, 2), len(p), [*p], Point._fields, Point._field_defaults, p._asdict(),
      p._replace(y=9), Point._make("ab"))
print("class:", Point.__name__, Point.__doc__, Point.x.__doc__, Point.__bases__, Point.__slots__,
      Point.__match_args__, Point.__new__.__defaults__)
print("ordering and hash:", Point(1, 2) < Point(1, 3), Point(1, 2) == Point(1.0, 2), hash(p) == hash((1, 2)),
      sorted([Point(2, 0), Point(1, 9)]), p + (3,), p * 2, type(p[:]).__name__)
print("formatting:", f"{p}", "%s %s" % p, "{0.x}/{0[1]}".format(p), str(Point("a", None)))

Defaulted = namedtuple("Defaulted", ["a", "b", "c"], defaults=[2, 3])
print("defaults:", Defaulted(1), Defaulted(1, c=0), Defaulted._field_defaults)
Renamed = namedtuple("Renamed", "a class a _x 1b ok", rename=True)
print("rename:", Renamed._fields, namedtuple("Commas", "a, b,c")._fields, namedtuple("Empty", "")(),
      namedtuple("Empty", [])._fields)
Copied = collections.namedtuple("Copied", "q", module="some.module")
print("module:", Copied.__module__, Copied.__qualname__)

attempt("missing", Point, 1)
attempt("missing both", Point)
attempt("too many", Point, 1, 2, 3)
attempt("unexpected", Point, 1, z=3)
attempt("twice", Point, 1, x=3)
attempt("make short", Point._make, [1])
attempt("replace unknown", p._replace, z=1, w=2)
attempt("set attribute", setattr, p, "x", 5)
attempt("set new attribute", setattr, p, "z", 5)
attempt("delete attribute", delattr, p, "x")
attempt("item assignment", exec, "p[0] = 1", {"p": p})
attempt("keyword field", namedtuple, "T", "a def")
attempt("duplicate field", namedtuple, "T", "a b a")
attempt("underscore field", namedtuple, "T", "a _b")
attempt("invalid field", namedtuple, "T", ["a", "b c"])
attempt("invalid type name", namedtuple, "1T", "a")
attempt("too many defaults", namedtuple, "T", "a", defaults=(1, 2))
attempt("positional rename", namedtuple, "T", "a", True)


class Employee(typing.NamedTuple):
    """A person who works."""

    name: str
    salary: float = 100.0
    tags: tuple = ()

    def raised(self, percent):
        return self._replace(salary=self.salary * (1 + percent / 100))

    @property
    def upper(self):
        return self.name.upper()

    def __str__(self):
        return f"<{self.name}>"


e = Employee("ann")
print("typed:", e, repr(e), [e], e.raised(50), e.upper, Employee.__doc__, Employee.__annotations__,
      Employee._field_defaults, Employee.__bases__)
attempt("typed missing", Employee)
attempt("typed functional", typing.NamedTuple("Row", [("k", int), ("v", str)]), 1, "x")
source = "class Bad(typing.NamedTuple):\n    a: int = 1\n    b: str\n"
attempt("default before plain", exec, source)
attempt("override __new__", exec, "class Bad(typing.NamedTuple):\n    a: int\n    def __new__(cls): pass\n")
attempt("field with underscore", exec, "class Bad(typing.NamedTuple):\n    _a: int\n")


class Vector(namedtuple("VectorBase", "x y")):
    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __new__(cls, x=0, y=0):
        return super().__new__(cls, float(x), float(y))


v = Vector(1) + Vector(y="2.5")
v.extra = "has a dict"
print("subclass:", v, v._replace(x=9), type(v._replace(x=9)).__name__, v._asdict(), v.extra, v.__dict__,
      Vector._make([3, 4]))
match e:
    case Employee("ann", salary=amount) if amount > 50:
        print("match:", amount)
match p:
    case (x, y) if x == y:
        print("diagonal")
    case Point(x=1, y=other):
        print("match point:", other)
print("copies:", copy.copy(p) == p, copy.deepcopy(Point([1], 2)), pickle.loads(pickle.dumps(p)) == p,
      type(pickle.loads(pickle.dumps(e, 2))).__name__, copy.replace(p, x=7))
print("mapping of rows:", [Point(**row) for row in ({"x": 1, "y": 2}, {"y": 3, "x": 4})],
      dict([Point("k", "v")]), dict(zip(Point._fields, p)))
