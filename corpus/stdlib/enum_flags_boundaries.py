# harness:
#   description: enum.Flag - composite values, boundaries, iteration, inversion, IntFlag arithmetic
#   tags: [module:enum, classes]
import enum
from enum import CONFORM, EJECT, KEEP, STRICT, Flag, IntFlag, auto


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W
    NONE = 0


print("members:", list(Perm), len(Perm), list(Perm.__members__))
print("combine:", Perm.R | Perm.X, Perm.R & Perm.RW, Perm.RW ^ Perm.W, ~Perm.R, ~Perm.NONE, Perm.R & Perm.X)
print("str:", str(Perm.RW), str(Perm.R | Perm.X), str(Perm.NONE), str(~Perm.W), f"{Perm.R | Perm.X}",
      (Perm.R | Perm.X).name, (Perm.R | Perm.X).value)
print("contains:", Perm.R in Perm.RW, Perm.RW in Perm.R, Perm.NONE in Perm.R, 4 in Perm, 8 in Perm)
print("iterate:", list(Perm.RW | Perm.X), len(Perm.RW), list(Perm.NONE), bool(Perm.NONE), bool(Perm.X))
print("identity:", (Perm.R | Perm.W) is Perm.RW, Perm(5) is (Perm.R | Perm.X), Perm(5) == Perm(5),
      hash(Perm(5)) == hash(Perm(5)))
attempt("value 8", Perm, 8)
attempt("negative", Perm, -1)
attempt("negative beyond", Perm, -9)
attempt("string", Perm, "R")
attempt("or int", lambda: Perm.R | 1)
attempt("compare", lambda: Perm.R < Perm.W)
attempt("in with int", lambda: 4 in Perm.RW)

for boundary in (STRICT, CONFORM, EJECT, KEEP):
    kind = Flag("Kind", "A B", boundary=boundary)
    for value in (3, 5, 8, -2):
        attempt(f"{boundary.name} {value}", kind, value)


class Bits(IntFlag):
    ONE = auto()
    TWO = auto()
    EIGHT = 8


print("int flags:", Bits.ONE | 16, Bits(7), Bits.TWO + 1, ~Bits.ONE, Bits.EIGHT > 3, Bits.ONE | Bits.TWO == 3,
      (Bits.ONE | Bits.TWO) == 3)
print("int str:", str(Bits.ONE | Bits.TWO), f"{Bits.EIGHT:04b}", Bits(0), repr(Bits(0)), Bits(-1), Bits(32),
      type(Bits.ONE & 1).__name__, 1 | Bits.TWO)
print("iterate kept bits:", list(Bits(27)), len(Bits(27)), Bits(16).name)


class Sparse(Flag):
    LOW = 1
    HIGH = 0x100
    NEXT = auto()
    PAIR = LOW | HIGH
    AFTER = auto()


print("auto:", [(m.name, m.value) for m in Sparse], Sparse.AFTER.value, Sparse.PAIR in Sparse)
attempt("unnamed bits", lambda: enum.verify(enum.NAMED_FLAGS)(Flag("Hole", {"A": 1, "ABCD": 15})))
attempt("named bits", lambda: enum.verify(enum.NAMED_FLAGS)(Perm))
attempt("unique", lambda: enum.unique(Flag("U", {"A": 1, "B": 1})))


class Ordered(Flag):
    B = 2
    A = 1
    D = 8
    C = 4

    def _missing_example(self):
        return self

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "first" else super()._missing_(value)


print("definition order kept:", [m.name for m in Ordered], str(Ordered.D | Ordered.A | Ordered.B),
      list(Ordered.C | Ordered.B))
attempt("missing", Ordered, "first")
attempt("missing falls through", Ordered, "second")


class Show(int, enum.ReprEnum, Flag):
    A = 1
    B = 2


print("repr enum:", str(Show.A), repr(Show.A | Show.B), f"{Show.B}", enum.show_flag_values(11), enum.bin(10),
      enum.bin(-5, 6))


@enum.global_enum
class Globals(IntFlag):
    G_ONE = 1
    G_TWO = 2


print("global:", G_ONE, repr(G_TWO), str(G_ONE | G_TWO), repr(Globals(8)))  # noqa: F821
print("mixing:", [m.value for m in (Perm.R, Perm.W)] == [4, 2], Perm.R.__or__(5), Perm["RW"],
      Perm.R | Perm.NONE)
total = Perm.NONE
for flag in Perm:
    total |= flag
print("total:", total, total == ~Perm.NONE, [flag.name for flag in total], Perm(7).name)
