# harness:
#   description: numbers - the tower, registration, a full Rational of one's own, mixin methods
#   tags: [module:numbers, protocols]
import math
import numbers
from decimal import Decimal
from fractions import Fraction
from numbers import Complex, Integral, Number, Rational, Real

TOWER = (Number, Complex, Real, Rational, Integral)
for value in (1, True, 1.5, 1j, Fraction(1, 2), Decimal(1), "1", None):
    print(type(value).__name__, [kind.__name__ for kind in TOWER if isinstance(value, kind)])
for kind in TOWER:
    print(kind.__name__, [base.__name__ for base in kind.__mro__], len(kind.__abstractmethods__),
          kind.__hash__, kind.__slots__)
for kind in TOWER:
    try:
        kind()
        print("made", kind.__name__)
    except TypeError as error:
        print("refused:", type(error).__name__)


class Mod7(Integral):
    """Integers modulo seven with every abstract method given."""

    def __init__(self, n):
        self.n = int(n) % 7

    def __repr__(self):
        return f"Mod7({self.n})"

    def __int__(self):
        return self.n

    def _binary(operation):
        def forward(self, other, modulus=None):
            return Mod7(operation(self.n, int(other))) if isinstance(other, (int, Mod7)) else NotImplemented

        def reverse(self, other):
            return Mod7(operation(int(other), self.n)) if isinstance(other, int) else NotImplemented
        return forward, reverse

    __add__, __radd__ = _binary(lambda a, b: a + b)
    __mul__, __rmul__ = _binary(lambda a, b: a * b)
    __truediv__, __rtruediv__ = _binary(lambda a, b: a * pow(b, -1, 7))
    __floordiv__, __rfloordiv__ = _binary(lambda a, b: a // b)
    __mod__, __rmod__ = _binary(lambda a, b: a % b)
    __pow__, __rpow__ = _binary(lambda a, b: a ** b)
    __lshift__, __rlshift__ = _binary(lambda a, b: a << b)
    __rshift__, __rrshift__ = _binary(lambda a, b: a >> b)
    __and__, __rand__ = _binary(lambda a, b: a & b)
    __xor__, __rxor__ = _binary(lambda a, b: a ^ b)
    __or__, __ror__ = _binary(lambda a, b: a | b)

    def __neg__(self):
        return Mod7(-self.n)

    def __pos__(self):
        return self

    def __abs__(self):
        return self

    def __invert__(self):
        return Mod7(~self.n)

    def __trunc__(self):
        return self.n

    __floor__ = __ceil__ = __trunc__

    def __round__(self, digits=None):
        return self.n

    def __eq__(self, other):
        return self.n == int(other) % 7 if isinstance(other, (int, Mod7)) else NotImplemented

    def __hash__(self):
        return hash(self.n)

    def __lt__(self, other):
        return self.n < int(other)

    def __le__(self, other):
        return self.n <= int(other)


a, b = Mod7(10), Mod7(5)
print("own:", a, b, a + b, a - b, a * b, a / b, 1 / b, 10 - a, a ** 4, 2 ** a, -a, ~a, a << 2, 6 | a,
      divmod(a, Mod7(2)), divmod(9, Mod7(4)))
print("given by the mixins:", float(a), complex(b), a.real, a.imag, a.conjugate(), a.numerator, a.denominator,
      bool(Mod7(7)), bool(a), hash(a) == hash(Mod7(3)), a.__index__())
print("used as an index:", "abcdefg"[a], list(range(Mod7(9))), hex(Mod7(12)), math.gcd(Mod7(6), 4),
      math.floor(a), round(a), int(a))
try:
    a + "x"
except TypeError as error:
    print("refused:", type(error).__name__)


class Point(Complex):
    def __init__(self, x, y):
        self.x, self.y = x, y


try:
    Point(1, 2)
except TypeError as error:
    print("not complete:", type(error).__name__)


class Ratio(Rational):
    numerator, denominator = 3, 4


for name in Rational.__abstractmethods__ - {"numerator", "denominator"}:
    setattr(Ratio, name, lambda self, *rest: NotImplemented)
Ratio.__abstractmethods__ = frozenset()
print("rational to float:", float(Ratio()), Fraction(Ratio()), Ratio().real.__class__.__name__, Ratio().imag)


class Foreign:
    pass


Real.register(Foreign)
print("registered:", isinstance(Foreign(), Complex), isinstance(Foreign(), Rational),
      issubclass(Foreign, Number))
print("Decimal is only a Number:", isinstance(Decimal(1), Real), issubclass(Decimal, Number), numbers.__all__)
try:
    Fraction(1, 2) + Decimal(1)
except TypeError as error:
    print("refused:", type(error).__name__)
print("fraction with own integral:", Fraction(a, 4), Fraction(1, 2) == Fraction(Mod7(1), 2),
      Fraction(1, 2) < 0.75)
