# harness:
#   description: fractions - construction, arithmetic with mixed types, rounding, limits, formatting
#   tags: [module:fractions, numbers]
import copy
import math
import numbers
import operator
import pickle
from decimal import Decimal
from fractions import Fraction as F


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for text in ("3/4", " -1_0/5 ", "1.25", "-.5e-3", "7.", "1e2", "+0/7", "3 / 4", "1/-2", "1/0", "abc", "1.5/2",
             "1//2", "٣/٤", "inf", ""):
    attempt(f"F({text!r})", F, text)
for value in (0.1, -2.5, 1e-320, 3, True, Decimal("0.1"), F(2, 6), float("inf"), float("nan"), 1j, None, [1]):
    attempt(f"F({value!r})", F, value)
attempt("two", F, 6, -8)
attempt("zero", F, 3, 0)
attempt("float denominator", F, 1, 2.0)
attempt("fractions", F, F(1, 2), F(3, 4))
attempt("string pair", F, "1", 2)
attempt("three", F, 1, 2, 3)
attempt("from_float", F.from_float, 0.5)
attempt("from_float str", F.from_float, "0.5")
attempt("from_decimal", F.from_decimal, Decimal("-1.5"))
attempt("from_number", F.from_number, 2.5)
attempt("from_number str", F.from_number, "2.5")

a, b = F(7, 3), F(-5, 4)
for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
    function = getattr(operator, name)
    for right in (b, 2, 0.5, 1 + 1j):
        attempt(f"{name} {a} {right}", function, a, right)
for expression in ("2 + a", "1 - a", "2.0 * a", "3 / a", "7 // a", "7 % a", "2 ** F(2)", "2 ** F(1, 2)",
                   "F(4) ** -2", "F(-8) ** F(1, 3)", "F(0) ** -1",
                   "divmod(a, b)", "divmod(-7, F(2, 3))", "a / 0", "a % 0", "a + Decimal(1)",
                   "pow(F(3), 2, None)", "-a", "+a", "abs(b)"):
    attempt(expression, eval, expression)

print("compare:", F(1, 2) == 0.5, F(1, 3) == 1 / 3, F(1, 2) < 0.75, F(3) == 3, F(1, 2) == Decimal("0.5"),
      F(1, 10) > 0.1, F(1, 2) == 0.5 + 0j)
print("hash:", hash(F(3)) == hash(3), hash(F(1, 2)) == hash(0.5), hash(F(1, 3)) == hash(F(2, 6)),
      {F(1, 2): "half"}[0.5])
attempt("less than complex", lambda: a < 1j)
print("special:", F(1) < float("inf"), F(1) == float("nan"), F(1) > float("-inf"), bool(F(0)), bool(b))
print("rounding:", [round(F(n, 2)) for n in (-5, -3, -1, 1, 3, 5)], round(F(22, 7), 3),
      round(F(12345, 10), -2), math.floor(b), math.ceil(b), math.trunc(b), int(a), float(b))
print("limits:", F(math.pi).limit_denominator(100), F(math.pi).limit_denominator(1000),
      F("0.333").limit_denominator(10), F(5, 7).limit_denominator(1))
attempt("limit zero", a.limit_denominator, 0)
print("ratio:", a.as_integer_ratio(), a.numerator, a.denominator, F(4).is_integer(), a.is_integer(), b.real,
      b.imag, a.conjugate())

for spec in ("", ".3f", "+.2e", "10.4g", "<8", "^9.1f", "08.2f", ",.2f", "_.1f", ".0%", "#.0f", "z.1f", "+",
             " ", "#", "_", ",", "010", "x", ".3", "=8.2f"):
    attempt(f"format {spec!r}", lambda: (format(F(-12345, 7), spec), format(F(2), spec)))
print("text:", str(F(3)), repr(F(-1, 2)), "%s" % F(1, 7), f"{F(1, 3):.30f}", f"{F(2, 3):.0f}",
      f"{F(1, 10**30):.3g}")
attempt("assign", setattr, a, "numerator", 5)
print("copies:", copy.copy(a) is a, copy.deepcopy(a) is a, [pickle.loads(pickle.dumps(a, p)) for p in (0, 5)],
      isinstance(a, numbers.Rational))
print("harmonic:", sum((F(1, n) for n in range(1, 21)), F(0)), math.prod([F(n, n + 1) for n in range(1, 10)]),
      max(F(1, 3), F(1, 2), 0.4))


class Sub(F):
    pass


print("subclass:", type(Sub(1, 2) + 1).__name__, type(copy.copy(Sub(1, 2))).__name__, repr(Sub(1, 2)),
      Sub(1, 2) == F(1, 2))
attempt("complex", complex, F(1, 2))
attempt("math.sqrt", math.sqrt, F(9, 4))
attempt("sum with floats", sum, [F(1, 2), 0.25])
