# harness:
#   description: mixing int, float, complex, Decimal, Fraction and bool - result types, comparisons, hashes
#   tags: [numbers, operators]

import decimal
import math
import numbers
import operator
from decimal import Decimal as D
from fractions import Fraction as F

values = {"int": 3, "bool": True, "float": 2.5, "complex": 1 + 2j, "Fraction": F(1, 2), "Decimal": D("1.5")}
for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
    op = getattr(operator, name)
    row = []
    for left, a in values.items():
        for right, b in values.items():
            try:
                row.append(type(op(a, b)).__name__[:4])
            except TypeError:
                row.append("-")
        row.append("|")
    print(f"{name:>8}", " ".join(row[:-1]))
for left, a in values.items():
    print(f"{left:>8}", [type(op(a)).__name__ if op is not bool else op(a) for op in (operator.neg,
            operator.pos, abs, bool)],
          [n for n in ("Number", "Complex", "Real", "Rational", "Integral") if isinstance(a,
                  getattr(numbers, n))])

print(1 == 1.0 == F(1) == D(1) == 1 + 0j == True,
      hash(1) == hash(1.0) == hash(F(1)) == hash(D(1)) == hash(1 + 0j))
print(hash(0.5) == hash(F(1, 2)) == hash(D("0.5")), 0.1 == F(1, 10), 0.1 == D("0.1"), F(1, 10) == D("0.1"),
      D("0.1") == F(1, 10))
print(F(1, 3) < 0.34, 0.33 < F(1, 3), D("0.1") < 0.1, 0.1 > D("0.1"), D(1) < 2, 1 < D(2))
print(sorted([F(1, 2), 0.25, 1, 0.75, True, -0.0]), max(1, F(3, 2), 1.25), min(D(1), 0.5),
      {1: "a", F(1): "b", D(1): "c"})
print(F(0.1), F("0.1"), F(D("0.25")), F(3, -6), F("-3/9"), F(2.5), F(" 7 "), F("1e-2"), F(F(1, 2), F(3, 4)),
      F(10) // 3, F(-7, 2) % 2, divmod(F(7, 2), 1))
print(F(2) ** 3, F(4, 9) ** F(1, 2), F(2) ** -1, F(1, 2) ** 0.5 > 0.7, 2 ** F(1, 2) > 1.4, 4 ** F(2),
      F(1, 3) + 1, F(1, 3) * 1.5, 1 - F(1, 3), F(1, 2) + 1j)
print(round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 2), int(F(-7, 2)), float(F(1, 3)),
      F(22, 7).limit_denominator(5), F(1, 3).numerator, repr(F(1, 3)), str(F(5)))
for expr in ["D(1) + 1.0", "D(1) + F(1)", "F(1) + D(1)", "1.0 * D(2)", "D(1) / 0", "D(0) / 0", "F(1, 0)",
             "F(1) / 0", "F('a')", "F(1.5, 2)", "F(float('nan'))", "D('x')", "D(1) < 1j",
             "F(1) < 1j", "D(1) == 1j", "F(1) // 0.0", "F(1, 2) % 0", "int(D('NaN'))", "int(D('Infinity'))",
             "D('NaN') < 1", "D('NaN') == 1", "D('sNaN') + 1", "pow(F(2), 3, 5)", "D(2) ** F(1)",
             "D(2) ** 0.5",
             "math.floor(1j)", "round(D('NaN'))", "F(2) << 1", "D(2) & 1", "complex(D('1.5'), F(1, 2))",
             "float(D('1e400'))", "float(F(10 ** 400))", "D(1) + True", "F(True, 2)", "sum([F(1, 3)] * 3)",
             "sum([D('0.1')] * 3)"]:
    try:
        print(expr, "=", eval(expr))
    except (TypeError, ValueError, ArithmeticError, NameError) as exc:
        print(expr, type(exc).__name__)


class Mod7(int):
    def __new__(cls, value):
        return super().__new__(cls, value % 7)

    def _op(name):
        base = getattr(int, name)

        def method(self, other):
            result = base(self, other)
            return result if result is NotImplemented else Mod7(result)
        return method

    __add__, __sub__, __mul__, __radd__, __rmul__, __rsub__ = map(_op,
            ("__add__", "__sub__", "__mul__", "__radd__", "__rmul__", "__rsub__"))

    def __repr__(self):
        return f"{int(self)} mod 7"


print(Mod7(5) + 4, 4 + Mod7(5), Mod7(5) * Mod7(3), 2 - Mod7(6), Mod7(3) - 5, Mod7(6) + 1.5,
      sum([Mod7(4)] * 3), Mod7(3) ** 2, -Mod7(3), Mod7(5) == 12 % 7, {Mod7(1): 2}[1])


class Metres(numbers.Real):
    """Only enough of the abstract base to be refused."""

    def __float__(self):
        return 1.0


try:
    Metres()
except TypeError:
    print("TypeError", len(Metres.__abstractmethods__))
print(isinstance(True, numbers.Integral), issubclass(D, numbers.Real),
      numbers.Integral.__mro__[1:4] == (numbers.Rational, numbers.Real, numbers.Complex), (3).numerator,
      (2.5).real, (1j).conjugate())
with decimal.localcontext() as context:
    context.prec = 5
    print(D(1) / 3, D(2).sqrt(), D("1.23456789") + 0, D("1.23456789"), D(10) ** 20, D("-7") // 2, D("-7") % 2,
          -7 // 2, divmod(D(7), D("-2")), round(D("2.5")), round(D("2.675"), 2), D("1E+2") + 1)
    context.traps[decimal.FloatOperation] = True
    for thunk in (lambda: D(1.5), lambda: D(1) < 1.5, lambda: D(1) == 1.5):
        try:
            print(thunk())
        except decimal.FloatOperation:
            print("FloatOperation trapped")
print(D(1.1), D("1.10"), D("1.10") == D("1.1"), repr(D("-0")), D("-0") == 0, D("1e3"), D((1, (1, 2, 3), -2)),
      int(D("-2.9")), D("2.50").normalize(), D(3).as_integer_ratio(), D("0.125").as_tuple())
