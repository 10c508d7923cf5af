# harness:
#   description: namedtuple - construction errors, rename, defaults, replace, subclassing, pickling, repr
#   tags: [module:collections, tuples]
import copy
import pickle
from collections import namedtuple

Point = namedtuple("Point", "x y z", defaults=(0, -1))


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


print("points:", Point(1), Point(1, z=9), Point(*"abc"), Point._make([1, 2, 3]))
attempt("no arguments", Point)
attempt("too many", Point, 1, 2, 3, 4)
attempt("twice", Point, 1, x=2)
attempt("unknown", Point, 1, w=2)
attempt("make short", Point._make, [1, 2])
point = Point(3, 4, 5)
print("dict:", point._asdict(), Point._fields, Point._field_defaults)
print("replace:", point._replace(y=40), copy.replace(point, x=1, z=2))
attempt("replace unknown", point._replace, w=1, q=2)
attempt("set", setattr, point, "x", 1)
attempt("set new", setattr, point, "other", 1)
attempt("delete", delattr, point, "x")
print("tuple:", point == (3, 4, 5), point + (6,), point[1:], hash(point) == hash((3, 4, 5)),
      isinstance(point, tuple))
x, *rest = point
print("unpack:", x, rest, len(point), 4 in point, point.index(5), sorted([Point(2), Point(1, 5), Point(1)]))
print("match args:", Point.__match_args__, "doc:", Point.__doc__, "|", Point.x.__doc__)
match point:
    case Point(3, y=yy):
        print("matched:", yy)
print("pickle:", [pickle.loads(pickle.dumps(point, p)) == point for p in range(6)], copy.deepcopy(point))

attempt("keyword field", namedtuple, "T", "a class")
attempt("duplicate", namedtuple, "T", "a b a")
attempt("underscore", namedtuple, "T", "_a b")
attempt("digit", namedtuple, "T", "1a")
attempt("type name", namedtuple, "1T", "a")
attempt("keyword type", namedtuple, "def", "a")
attempt("defaults", namedtuple, "T", "a b", defaults=(1, 2, 3))
attempt("non-string", namedtuple, "T", [1, 2])
print("rename:", namedtuple("T", "a class _b a 1 ok", rename=True)._fields)
print("commas:", namedtuple("T", "a, b,c")._fields, namedtuple("E", ())._fields, namedtuple("E", ())())
print("module:", Point.__module__, namedtuple("M", "a", module="other.place").__module__, Point.__slots__)


class Vector(Point):
    __slots__ = ()

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2 + self.z ** 2) ** 0.5

    def __add__(self, other):
        return Vector._make(a + b for a, b in zip(self, other))

    def __str__(self):
        return f"<{self.x}|{self.y}|{self.z}>"


vector = Vector(2, 3, 6)
print("vector:", vector, repr(vector), vector.length, vector + (1, 1, 1), type(vector._replace(x=0)).__name__)
attempt("slots", setattr, vector, "w", 1)


class Loose(namedtuple("Loose", "a")):
    def __new__(cls, a):
        return super().__new__(cls, a * 2)


loose = Loose(4)
loose.extra = "allowed"
print("loose:", loose, loose.extra, vars(loose), Loose._make([4]), loose._replace(a=1))
percent = "%s-%s" % Vector(1, 2)[:2]
print("formatting:", percent, "{0.x} {0[1]} {p.z}".format(vector, p=vector), f"{vector!s:>12}")
Point.x.__doc__ = "Abscissa"
print("doc changed:", Point.x.__doc__)
print("getters:", Point.y.__get__(point), Point.__dict__["y"].__get__(None, Point) is Point.__dict__["y"])
print("signature parts:", Point.__new__.__defaults__, Point.__new__.__name__, Point._make.__qualname__)
print("order of classes:", [c.__name__ for c in Vector.__mro__], Point.__getnewargs__(point))
