# harness:
#   description: Fraction and Decimal construction, mixed arithmetic, rounding modes, formatting and errors
#   tags: [fractions, decimal, numbers]
import decimal
import math
import numbers
from decimal import Decimal, localcontext
from fractions import Fraction


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", *(kind.__name__ for kind in type(error).__mro__[:2]))


print("fractions:", Fraction(6, -4), Fraction("3/7"), Fraction(" -0.125e1 "), Fraction(0.1),
      Fraction(Decimal("1.10")), Fraction("1_000/3"), Fraction(), repr(Fraction(5)), Fraction("7.e-2"),
      Fraction(True))
a, b = Fraction(7, 3), Fraction(-5, 4)
print("arithmetic:", a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a**2, a**-2, a**0, abs(b), -a,
      b**3, Fraction(4, 9) ** Fraction(1, 2), 2**Fraction(3), a + 1, 1 - a, a * 0.5, a + 1j, a == 7 / 3,
      a > 2)
print("rounding:", round(a), round(b), math.floor(b), math.ceil(b), math.trunc(b), int(b),
      round(Fraction(5, 2)), round(Fraction(22, 7), 3), round(Fraction(12345), -2), float(a), complex(a),
      bool(Fraction(0)))
print("approximation:", Fraction(math.pi).limit_denominator(1000), Fraction("0.3333").limit_denominator(10),
      Fraction(1, 3).as_integer_ratio(), a.is_integer(), a.numerator, a.denominator, Fraction.from_float(0.5))
print("formatting:", f"{a:.3f} {a:>8} {b:+.2e} {a:010.4f} {Fraction(12345678, 10):,.2f} {a:%} {a:.2g}",
      str(a), f"{Fraction(3)} {Fraction(3):#}", f"{b!r}")
for args in ((1, 0), ("1/0",), ("a",), ("1/ 2/3",), (1.5, 2), (float("inf"),), (float("nan"),), ("1.5/2",),
             (None,), (1, "2"), ([],)):
    attempt(f"Fraction{args}", Fraction, *args)
attempt("Fraction + Decimal", lambda: a + Decimal(1))
attempt("Fraction + str", lambda: a + "1")
attempt("Fraction // 0", lambda: a // 0)
attempt("0 ** -1", lambda: Fraction(0) ** -1)

print("decimals:", Decimal("1.10") + Decimal("2.2"), Decimal(1) / 3, Decimal("1E+3"), Decimal("0.000001"),
      Decimal("1E-7"), Decimal((1, (1, 2, 3), -2)), Decimal(0.1), Decimal("-0"), repr(Decimal("12.500")),
      Decimal("1_0.5"), Decimal(" 7 "), Decimal("\u0663.5"), Decimal("Infinity"), Decimal("-nan12"),
      Decimal("sNaN"))
x, y = Decimal("-7.50"), Decimal("2")
print("arithmetic:", x + y, x * y, x / y, x // y, x % y, divmod(x, y), x**2, y**-1, y**Decimal("0.5"), -x, +x,
      abs(x), x + 1, 3 - y, x.sqrt() if x > 0 else y.sqrt(), y.ln(), y.exp(), Decimal(100).log10(), max(x, y))
print("compared:", Decimal("1.0") == 1, Decimal("1.5") == 1.5, Decimal("1.1") == 1.1,
      Decimal("1.10") == Decimal("1.1"), Decimal("NaN") == Decimal("NaN"), Decimal(2) > Fraction(3, 2),
      sorted([Decimal(2), 1, 1.5, Fraction(5, 4)]))
print("shape:", x.as_tuple(), x.normalize(), x.quantize(Decimal("0.1")), Decimal("1234.5").to_eng_string(),
      Decimal("1E+5").adjusted(), x.is_signed(), Decimal("5E3").as_integer_ratio(), x.scaleb(2), x.copy_abs(),
      Decimal("3.7").to_integral_value(), Decimal("2.50").same_quantum(x), Decimal("7").fma(2, 3),
      Decimal("1.5").next_plus(), x.number_class())
modes = ("ROUND_CEILING", "ROUND_DOWN", "ROUND_FLOOR", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_HALF_UP",
         "ROUND_UP", "ROUND_05UP")
for mode in modes:
    print(f"{mode:>16}", [str(Decimal(t).quantize(Decimal(1), rounding=mode))
                          for t in ("2.5", "-2.5", "3.5", "2.4", "-2.6", "0.1", "5.01", "-0.5")])
with localcontext(prec=5) as context:
    print("context:", Decimal(2) / 3, Decimal("123456.789") + 0, +Decimal("1.234567"), Decimal("123456.789"),
          sorted(flag.__name__ for flag, on in context.flags.items() if on))
    context.rounding = decimal.ROUND_UP
    print("rounding up:", Decimal(1) / 3, context.create_decimal("9.99999"), context.divide(1, 7))
    context.traps[decimal.DivisionByZero] = False
    context.traps[decimal.InvalidOperation] = False
    print("untrapped:", Decimal(1) / 0, Decimal(-1) / 0, Decimal(0) / 0, Decimal("junk"), Decimal(-1).sqrt())
print("back outside:", Decimal(2) / 3, decimal.getcontext().prec, decimal.getcontext().rounding)
for text in ("Decimal(1) / 0", "Decimal(0) / 0", "Decimal('x')", "Decimal('inf') - Decimal('inf')",
             "Decimal(1) + 1.5", "Decimal('sNaN') + 1", "Decimal(-1).ln()", "int(Decimal('inf'))",
             "int(Decimal('nan'))", "Decimal('1E999999') ** 2", "Decimal(1).quantize(Decimal('1E-99'))",
             "Decimal('nan') < 1", "hash(Decimal('sNaN'))", "Decimal([])", "Decimal((1, 2))",
             "Decimal((0, (10,), 0))", "Decimal(None)", "Decimal('1') + '1'", "round(Decimal('nan'))"):
    attempt(text, eval, text)
print("formats:", f"{x:.1f} {x:8} {x:<8}| {x:^+10.1f} {Decimal('1234567.891'):,} {Decimal('0.5'):.0%}")
print("more formats:",
      f"{Decimal('1E+10'):g} {Decimal('12345'):.2e} {Decimal('-1'):08.2f} {Decimal('1.50'):}")
print("round:", round(Decimal("2.5")), round(Decimal("2.675"), 2), round(Decimal("1250"), -2),
      math.floor(Decimal("-1.5")), int(Decimal("-1.9")), float(Decimal("0.1")), Decimal.from_float(0.5))
print("tower:", isinstance(a, numbers.Rational), isinstance(x, numbers.Real), isinstance(x, numbers.Number),
      isinstance(True, numbers.Integral), isinstance(1j, numbers.Real), sum([Fraction(1, 3)] * 3),
      sum([Decimal("0.1")] * 10), math.fsum([a, b]))
