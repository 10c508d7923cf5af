# harness:
#   description: hash consistency across numeric types, __eq__ and __hash__ inheritance, unhashable types
#   tags: [hash, equality]
import sys
from decimal import Decimal
from fractions import Fraction


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


groups = [(1, 1.0, True, 1 + 0j, Fraction(1), Decimal(1)), (0, 0.0, -0.0, False, 0j, Fraction(0),
                                                            Decimal("-0")),
          (2**100, float(2**100), Fraction(2**100), Decimal(2**100)), (0.5, Fraction(1, 2), Decimal("0.5")),
          (-3, -3.0, Decimal("-3.00"), Fraction(-6, 2)), (0.1, Fraction(0.1), Decimal(0.1))]
for group in groups:
    print(group[0], "all equal:", all(a == b for a in group for b in group), "one hash:",
          len({hash(x) for x in group}), "one key:", len(set(group)), {group[0]: "found"}[group[-1]])
print("not equal:", 0.1 == Decimal("0.1"), Fraction(1, 10) == 0.1, Fraction(1, 10) == Decimal("0.1"),
      "1" == 1, b"a" == "a", [1] == (1,), None == 0)

modulus = sys.hash_info.modulus
print("number hashes follow the modulus:", all(hash(n) == n % modulus
                                               for n in (0, 5, modulus - 1, modulus, modulus + 7, 10**40)),
      hash(-1), hash(-2), hash(-1.0), hash(-modulus), hash(2.5) == (5 * pow(2, -1, modulus)) % modulus,
      hash(Fraction(3, 7)) == 3 * pow(7, -1, modulus) % modulus, hash(float("inf")), hash(float("-inf")),
      hash(Decimal("inf")), hash(Fraction(-1, 1)), hash(1j) == sys.hash_info.imag)
print("modulus is a Mersenne prime:", modulus in (2**31 - 1, 2**61 - 1), sys.hash_info.inf,
      sys.hash_info.imag)
nan = float("nan")
print("nan:", nan == nan, hash(nan) == hash(nan), {nan: 1}[nan], float("nan") in {nan: 1}, len({nan, nan}),
      len({float("nan"), float("nan")}))

for value in ([], {}, set(), bytearray(), ([],), frozenset, slice(1), memoryview(bytearray(1)), (1, {2}),
              lambda: 0):
    try:
        print(type(value).__name__, "hashable", isinstance(hash(value), int))
    except (TypeError, ValueError) as error:
        print(type(value).__name__, type(error).__name__)


class Plain:
    pass


class OnlyEq:
    def __eq__(self, other):
        return True


class Inherits(OnlyEq):
    pass


class Restores(OnlyEq):
    __hash__ = object.__hash__


class Explicit:
    __hash__ = None


class Number:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        if isinstance(other, (Number, int)):
            return self.value == getattr(other, "value", other)
        return NotImplemented

    def __hash__(self):
        return hash(self.value)


class SubNumber(Number):
    def __eq__(self, other):
        print("  SubNumber.__eq__", end="")
        return super().__eq__(other)


print("__hash__ is None:", OnlyEq.__hash__, Inherits.__hash__, Explicit.__hash__, SubNumber.__hash__,
      Plain.__hash__ is object.__hash__, "__hash__" in OnlyEq.__dict__)
attempt("OnlyEq", hash, OnlyEq())
attempt("Inherits in set", lambda: {Inherits()})
attempt("Explicit key", lambda: {Explicit(): 1})
attempt("SubNumber", hash, SubNumber(1))
print("restored:", isinstance(hash(Restores()), int), len({Restores(), Restores()}) in (1, 2),
      Plain() == Plain(), OnlyEq() == 5, OnlyEq() != 5, 5 == OnlyEq())
print("number:", Number(3) == 3, 3 == Number(3), Number(3) == 3.5, Number(3) == "3", {3: "int"}[Number(3)],
      Number(3) in {3}, 3 in [Number(3)], Number(2) != 2, {Number(1): "n"}.get(1))
print("subclass first:", Number(1) == SubNumber(1))


class BadHash:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value


for value in ("a", 1.5, None, 2**200, -1, True, -(2**61), 10**18 * 5):
    attempt(f"__hash__ returns {value!r:.24}", hash, BadHash(value))


class Faulty:
    def __hash__(self):
        return 7

    def __eq__(self, other):
        raise RuntimeError("eq called")


f, g = Faulty(), Faulty()
table = {f: 1}
print("identity shortcut:", table[f], f in [f], [f] == [f], (f,) == (f,), {1: f} == {1: f})
attempt("lookup raises", lambda: table[g])
attempt("in list raises", lambda: g in [f])
attempt("set raises", lambda: {f, g})
attempt("tuple raises", lambda: (f,) == (g,))
mutable = Number(1)
bag = {mutable}
mutable.value = 2
print("changed key gets lost:", mutable in bag, Number(1) in bag, Number(2) in bag,
      any(item is mutable for item in bag))
print("stable in a run:", hash("text") == hash("te" + "xt"), hash(b"x") == hash("x".encode()),
      hash((1, "a")) == hash((1, "a")), hash("") == hash(b"") == 0)
