# harness:
#   description: enum - aliases, auto, lookups, missing hook, member methods, restrictions and messages
#   tags: [module:enum, classes]
import enum
import pickle
from enum import Enum, IntEnum, StrEnum, auto, member, nonmember, unique, verify


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


class Color(Enum):
    """Colours."""

    RED = 1
    GREEN = 2
    CRIMSON = 1
    BLUE = auto()
    helper = nonmember("not a member")

    @member
    def PAINT(self):
        return "painted"

    def describe(self):
        return f"{self.name.title()} is {self.value}"

    @classmethod
    def _missing_(cls, value):
        return cls.GREEN if value == "verde" else None


print("members:", list(Color)[:3], len(Color), Color.CRIMSON, Color.CRIMSON is Color.RED,
      list(Color.__members__), Color.helper)
print("describe:", Color.BLUE.describe(), str(Color.RED), f"{Color.RED:>12}|", format(Color.RED),
      Color.RED.__doc__, Color.RED.__class__.__name__)
attempt("by value", Color, 3)
attempt("by name", lambda: Color["CRIMSON"])
attempt("missing hook", Color, "verde")
attempt("bad value", Color, 99)
attempt("bad name", lambda: Color["PURPLE"])
attempt("assign", setattr, Color, "RED", 5)
attempt("delete", delattr, Color, "RED")
attempt("set value", setattr, Color.RED, "value", 5)
attempt("member from member", lambda: Color.RED.GREEN)
attempt("compare", lambda: Color.RED < Color.GREEN)
attempt("subclass", lambda: Enum("Sub", "A", type=Color) and type("Sub", (Color,), {}))
attempt("contains", lambda: (1 in Color, Color.RED in Color, "x" in Color, [] in Color))
print("equality:", Color.RED == 1, Color.RED == Color.CRIMSON, Color.RED != Color.GREEN,
      hash(Color.RED) == hash("RED"), bool(Color.RED))
print("pickle:", [pickle.loads(pickle.dumps(Color.GREEN, p)) is Color.GREEN for p in range(6)],
      dir(Color.RED)[-3:])


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print("int enum:", Level.LOW + 1, Level.HIGH > 5, repr(Level.LOW), str(Level.LOW), f"{Level.HIGH:03d}",
      "%d %s" % (Level.LOW, Level.LOW),
      sorted([Level.HIGH, Level.LOW, 5]), Level(10), [10, 20][Level.LOW], {1: "one"}[Level.LOW],
      isinstance(Level.LOW, int))


class Word(StrEnum):
    HELLO_THERE = auto()
    BYE = "see you"


print("str enum:", Word.HELLO_THERE, repr(Word.BYE), Word.BYE.upper(), Word("see you"), "-".join(Word),
      Word.BYE == "see you", f"{Word.BYE!r:>24}")
attempt("str enum value", lambda: StrEnum("Bad", {"A": 5}))


class Planet(Enum):
    EARTH = (5.97e24, 6.378e6)
    MARS = (6.42e23, 3.397e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius ** 2, 2)


print("planets:", [(p.name, p.gravity) for p in Planet], Planet((5.97e24, 6.378e6)).name)


class Coordinate(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj

    X = (0, "left")
    Y = (1, "up")


print("own new:", Coordinate.Y, Coordinate(1).label, bytes(Coordinate.Y), Coordinate.X[0], Coordinate.X.value)


class Ordered(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}-{start}-{count}-{last_values[-1:]}"

    FIRST = auto()
    SECOND = auto()
    _ignore_ = ["temporary"]
    temporary = [1, 2]


print("generated:", [m.value for m in Ordered], hasattr(Ordered, "temporary"))
attempt("unique", unique, Color)
attempt("continuous", verify(enum.CONTINUOUS), Level)
attempt("repeated name", lambda: exec("class E(Enum):\n    A = 1\n    A = 2", {"Enum": Enum}))
attempt("mro name", lambda: exec("class E(Enum):\n    mro = 1", {"Enum": Enum}))
attempt("reserved sunder", lambda: exec("class E(Enum):\n    _bad_ = 1", {"Enum": Enum}))
attempt("auto after text", lambda: exec("class E(Enum):\n    A = 'x'\n    B = auto()",
                                        {"Enum": Enum, "auto": auto}))
Functional = Enum("Functional", "ONE TWO, THREE", start=5, module="some.module", qualname="Outer.Functional")
print("functional:", list(Functional), Functional.__module__, Functional.__qualname__,
      Enum("F", [("A", 3), ("B", 4)]).B.value, Enum("G", {"K": "v"}).K)
print("reversed:", list(reversed(Level)), Level.__members__["LOW"], type(Level.__members__).__name__,
      Level.HIGH.real, iter(Level).__next__())
attempt("new without members", Enum("Empty", []), 1)
attempt("empty subclassable", lambda: type(Enum)("Child", (Enum("Base", []),),
                                                 type(Enum).__prepare__("Child", (Enum,))).__name__)
match Color.BLUE:
    case Color.RED:
        print("matched red")
    case Color.BLUE:
        print("matched blue")
