# harness:
#   description: Enum, IntEnum, StrEnum and Flag with aliases, auto, lookup, formatting, flag algebra
#   tags: [enum]
import enum
import pickle
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


class Color(Enum):
    """Colors of a lamp."""

    RED = 1
    GREEN = 7
    CRIMSON = 1
    BLUE = auto()
    NAVY = "navy"
    _hidden = 9

    @property
    def lower(self):
        return self.name.lower()

    @classmethod
    def _missing_(cls, value):
        return cls.RED if value == "default" else None

    def describe(self):
        return f"{self.name}={self.value!r}"


print("members:", list(Color), len(Color), Color.RED, repr(Color.RED), str(Color.GREEN), f"{Color.RED}",
      f"{Color.RED:>12}|", "%s %r" % (Color.RED, Color.RED), [Color.GREEN])
print("aliases:", Color.CRIMSON is Color.RED, Color.CRIMSON.name, list(Color.__members__), Color["CRIMSON"],
      Color(1), Color("default"), Color._hidden.value)
print("identity:", Color(1) is Color.RED, Color.RED == 1, Color.RED != Color.GREEN, Color.RED in Color,
      1 in Color, "zz" in Color, hash(Color.RED) == hash(Color("default")), bool(Color.RED),
      {Color.RED: "r"}[Color["RED"]], type(Color.RED) is Color, isinstance(Color.RED, Color),
      Color.RED.describe(), Color.BLUE.lower, Color.RED.GREEN, Color.__doc__)
print("reversed:", [c.name for c in reversed(Color)], pickle.loads(pickle.dumps(Color.GREEN)) is Color.GREEN)
attempt("lookup by value", Color, "nothing")
attempt("lookup by name", lambda: Color["NOTHING"])
attempt("missing attribute", lambda: Color.PURPLE)
attempt("order", lambda: Color.RED < Color.GREEN)
attempt("add", lambda: Color.RED + 1)
attempt("rebind", setattr, Color, "RED", 5)
attempt("delete", delattr, Color, "RED")
attempt("set value", setattr, Color.RED, "value", 5)
attempt("set name", setattr, Color.RED, "name", "X")
attempt("subclass with members", type, "More", (Color,), {})
attempt("duplicate name", exec, "import enum\nclass D(enum.Enum):\n    A = 1\n    A = 2\n")
attempt("unique", unique, Color)
source = "class D(Enum):\n    A = 'x'\n    B = auto()\nprint('  ', [m.value for m in D])"
attempt("auto after text", exec, source, {"Enum": Enum, "auto": auto})
attempt("reserved name", exec, "import enum\nclass D(enum.Enum):\n    mro = 1\n")
attempt("sunder", exec, "import enum\nclass D(enum.Enum):\n    _bad_ = 1\n")


class Priority(IntEnum):
    LOW = 1
    MID = 5
    HIGH = auto()


class Mode(StrEnum):
    READ = auto()
    WRITE_ALL = auto()
    OTHER = "o"


print("IntEnum:", list(Priority), Priority.LOW + 1, Priority.LOW < Priority.HIGH, Priority.MID == 5,
      f"{Priority.HIGH}", f"{Priority.HIGH:03}", str(Priority.LOW), repr(Priority.LOW), "%d" % Priority.MID,
      [10, 20][Priority.LOW], type(Priority.LOW * 2).__name__, max(Priority),
      sorted(Priority, reverse=True)[0].name, Priority.MID / 2, isinstance(Priority.LOW, int),
      range(Priority.MID)[-1])
print("StrEnum:", list(Mode), Mode.READ.value, Mode.WRITE_ALL + "!", f"{Mode.OTHER:>3}", Mode.READ == "read",
      "read" in {Mode.READ: 1}, Mode("o").name, Mode.OTHER.upper(), "".join(Mode), str(Mode.READ))
attempt("StrEnum number", exec, "import enum\nclass S(enum.StrEnum):\n    A = 1\n")


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print("Flag:", list(Perm), Perm.R | Perm.X, repr(Perm.R | Perm.W), Perm.RW & Perm.W, ~Perm.R,
      Perm.RW ^ Perm.W, Perm(0), repr(Perm(7)), str(Perm.RW), str(Perm.R | Perm.X), bool(Perm(0)),
      Perm.R in Perm.RW, Perm.X in Perm.RW, [p.name for p in Perm.RW | Perm.X], len(Perm.RW),
      (Perm.R | Perm.X).name, (Perm.R | Perm.X).value, Perm["RW"], f"{Perm.R | Perm.X}")
attempt("Flag out of range", Perm, 8)
attempt("Flag negative", Perm, -2)
attempt("Flag or int", lambda: Perm.R | 2)
attempt("int in Flag", lambda: 1 in Perm.R)


class Bits(IntFlag):
    A = 1
    B = 2
    D = 8


print("IntFlag:", Bits.A | 4, repr(Bits.A | 4), Bits(15), ~Bits.A, repr(~Bits.A), Bits.A | Bits.B == 3,
      (Bits.A | Bits.D) & 9, [b.name for b in Bits(11)], f"{Bits.B}", Bits.A + 1, Bits(0), repr(Bits(0)))


class Strict(Flag, boundary=enum.CONFORM):
    P = 1
    Q = 4


print("boundaries:", Strict(7), Strict(2))


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def pull(self):
        return round(6.67 * self.mass / self.radius**2, 3)


print("with __init__:", Planet.EARTH.pull, Planet.MARS.mass, Planet((0.64, 3.39)), [p.value for p in Planet])
Animal = Enum("Animal", "CAT DOG", start=5)
Pairs = Enum("Pairs", {"one": 1, "uno": 1, "two": 2})
print("functional:", list(Animal), list(Pairs), Pairs.uno, Enum("E", [("a", [1]), ("b", [2])])([2]),
      Animal.__module__)


class Shouting(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return f"{name}!{start}{count}{last_values}"

    A = auto()
    B = auto()


class Label(str, Enum):
    ONE = "1"


print("next value hook:", [s.value for s in Shouting], "mixin:", Label.ONE, f"{Label.ONE}", Label.ONE == "1",
      repr(Label.ONE), Label.ONE.zfill(3), enum.member(5).value, enum.nonmember(6).value)
