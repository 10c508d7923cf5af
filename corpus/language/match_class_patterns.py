# harness:
#   description: class patterns with __match_args__, keyword attributes, built-in single positional types
#   tags: [match, classes]

import dataclasses
import enum
from typing import NamedTuple


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


@dataclasses.dataclass
class Line:
    start: Point
    end: Point
    width: int = dataclasses.field(default=1, kw_only=True)


class Pair(NamedTuple):
    left: object
    right: object


class Bare:
    def __init__(self, **kw):
        self.__dict__.update(kw)


def describe(obj):
    match obj:
        case Point(0, 0):
            return "origin"
        case Point3(x=0, z=z):
            return f"3d on plane, z={z}"
        case Point(x, 0) | Point(0, x):
            return f"on an axis at {x}"
        case Point(x=int() | float() as a, y=b) if a == b:
            return f"diagonal {a}"
        case Line(Point(x1), Point(x2), width=w) if w > 1:
            return f"thick {x1}->{x2}"
        case Line(start=Point() as s):
            return f"line from {s.x}"
        case Pair(Pair(a, _), [b, *_]):
            return f"pairs {a} {b}"
        case Pair(left=left):
            return f"left {left}"
        case (p, q):
            return f"plain tuple {p} {q}"
        case Bare(colour="red" | "blue" as c, size=n):
            return f"{c} of {n}"
        case Bare():
            return "bare"
        case _:
            return "nothing"


for obj in (Point(0, 0), Point3(0, 1, 9), Point(5, 0), Point(0, 7), Point(2, 2), Point(2.5, 2.5),
            Point("a", "a"),
            Line(Point(1, 1), Point(2, 2), width=3), Line(Point(4, 4), 5), Pair(Pair(1, 2), [3, 4]),
            Pair(1, 2), (1, 2),
            Bare(colour="red", size=3), Bare(colour="green", size=3), Bare(size=1), 5, Point):
    print(describe(obj))


def builtin(x):
    match x:
        case bool(b):
            return f"bool {b}"
        case int(0 | 1 as small):
            return f"small int {small}"
        case int(n):
            return f"int {n}"
        case float(f) if f != f:
            return "nan"
        case float():
            return "float"
        case str("special"):
            return "special"
        case str(s) | bytes(s) | bytearray(s):
            return f"text {s!r}"
        case list([first, *_]):
            return f"list starting {first}"
        case tuple(t):
            return f"tuple {t}"
        case dict({"k": v}):
            return f"dict with k={v}"
        case dict(d):
            return f"dict {d}"
        case set(s) | frozenset(s):
            return f"set {sorted(s)}"
        case type():
            return f"class {x.__name__}"
        case object(real=r):
            return f"has real {r}"
        case None:
            return "None"
        case object():
            return f"object {type(x).__name__}"


for x in (True, 1, 42, float("nan"), 2.0, "special", "s", b"b", bytearray(b"c"), [1, 2], [], (1,), {"k": 1},
          {}, {2, 1},
          frozenset([3]), int, 3j, None, ..., range(2)):
    print(builtin(x))


class Properties:
    __match_args__ = ("good", "bad")
    log = []

    @property
    def good(self):
        self.log.append("good")
        return 1

    @property
    def bad(self):
        self.log.append("bad")
        raise AttributeError("hidden")

    @property
    def worse(self):
        raise ValueError("escapes")


match Properties():
    case Properties(2, x):
        print("no")
    case Properties(1, x):
        print("no")
    case Properties(good=g):
        print("good only", g, Properties.log)
try:
    match Properties():
        case Properties(worse=w):
            pass
except ValueError as exc:
    print("ValueError:", exc)


class ListArgs:
    __match_args__ = ["a"]


class IntArgs:
    __match_args__ = (1,)


class NoArgs:
    a = 1


class OneArg:
    __match_args__ = ("a",)
    a = 1


factory = lambda: 5  # noqa: E731
for cls, pattern in [(ListArgs, "C(1)"), (IntArgs, "C(1)"), (NoArgs, "C(1)"), (OneArg, "C(1, 2)"),
                     (OneArg, "C(1, a=1)"),
                     (OneArg, "C(1)"), (NoArgs, "C(a=1)"), (factory, "C()"), (int, "C(1, 2)"),
                     (int, "C(real=1)")]:
    source = f"match subject:\n case {pattern}:\n  result = 'matched'\n case _:\n  result = 'no'"
    scope = {"C": cls, "subject": cls() if isinstance(cls, type) else 5}
    try:
        exec(source, scope)
        print(pattern, scope["result"])
    except TypeError:
        print(pattern, "TypeError")


class Meta(type):
    def __instancecheck__(cls, obj):
        return obj == "anything"


class Virtual(metaclass=Meta):
    pass


class Level(enum.IntEnum):
    LOW = 1


match "anything":
    case Virtual():
        print("virtual instance")
match 1:
    case Level.LOW:
        print("int enum matches int")


def simplify(node):
    match node:
        case ("+", 0, x) | ("+", x, 0) | ("*", 1, x) | ("*", x, 1):
            return simplify(x)
        case ("*", 0, _) | ("*", _, 0):
            return 0
        case (str(op), a, b) if (new := (op, simplify(a), simplify(b))) != node:
            return simplify(new)
        case ("+", int(a), int(b)):
            return a + b
        case _:
            return node


print(simplify(("+", ("*", 1, "x"), ("*", "y", 0))), simplify(("*", ("+", 1, 2), ("+", 0, ("+", 2, 3)))))
