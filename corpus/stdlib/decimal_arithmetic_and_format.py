# harness:
#   description: decimal - exactness, formatting, mixed comparisons, logical and exponent operations
#   tags: [module:decimal, numbers, formatting]
import copy
import math
import pickle
from decimal import ROUND_UP, Decimal, localcontext
from fractions import Fraction

D = Decimal


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


print("str:", [str(D(t)) for t in ("0", "-0", "0.00", "1E+3", "1000", "1e-6", "1e-7", "-0E+2", "123E-10",
                                   "Infinity", "-nan5")])
print("repr:", D("1.10"), repr(D("1.10")), repr(D(10) ** 30), D(0.1), D(True), D("1.10") == D("1.1"),
      hash(D("2.50")) == hash(2.5))
print("exact:", D("0.1") + D("0.2"), D("1.20") * D("3.000"), D("5.00") - D("5.00"), D("-5") + 5,
      D(7) / D("2.0"), D("1e3") / 10)
print("trailing zeros:", D("2.40") * 1, D(100) / 4, D("100") / D("0.25"), D("1.000").normalize(),
      D("100").normalize(), D("0e5").normalize())
print("division:", D(-7) // 2, D(-7) % 2, divmod(D(-7), D(2)), D(7) % D(-2), D("5.5").remainder_near(D(2)),
      -7 // D(2))
print("powers:", D(2) ** 10, D(2) ** -2, D("1.1") ** 20, D(4) ** D("-0.5"), pow(D(3), 4, 5), D(10) ** 40,
      D("0.5") ** 3)
attempt("pow mod negative", pow, D(3), -1, 5)
print("unary and abs:", -D("0"), +D("-0"), abs(D("-1.50")), D("-0").copy_abs(), D("1.5").copy_negate(),
      D("2").copy_sign(D("-1")))
print("mixed:", D(1) + 2, 3 - D("0.5"), 2 ** D(3), D("0.5") == 0.5, D("0.1") == 0.1, D("0.1") < 0.1,
      D("0.5") == Fraction(1, 2), D(3) > Fraction(8, 3))
attempt("add fraction", lambda: D(1) + Fraction(1, 2))
attempt("complex", lambda: complex(D("1.5")) + D(1))
print("builtins:", round(D("2.5")), round(D("3.5")), round(D("2.675"), 2), round(D("1234"), -2),
      math.floor(D("-1.5")), math.ceil(D("1.2")),
      math.trunc(D("-1.9")), int(D("1e3")), float(D("0.1")), bool(D("-0.0")), sum([D("0.1")] * 10),
      max(D(1), 2, D("2.0")))
print("ratio:", D("0.125").as_integer_ratio(), D("-1.5e2").as_integer_ratio(), D("12.30").as_tuple(),
      D("-inf").as_tuple())
attempt("ratio of nan", D("nan").as_integer_ratio)
attempt("ratio of inf", D("inf").as_integer_ratio)

SPECS = ["", ".2f", "10.3f", "<10|", "+.1e", ",.2f", "_.2f", "012.2f", ".0%", "%", "g", ".3g", "E", "n",
         "*^14.1f", "=+10", "#.0f", "z.1f", "s", "d", ".2x", "G"]
for spec in SPECS:
    attempt(f"format {spec!r}", lambda: [format(D(t), spec) for t in ("1234567.891", "-0.005", "1e10", "NaN",
                                                                      "-Infinity", "0")])
print("f-string:", f"{D('3.14159'):.3}", f"{D('2.50'):>8}|", "%.3f %s %r" % (D("2.5"), D("2.50"), D("2.50")),
      f"{D('1E+5'):f}", f"{D('1E+5'):,}")

print("compare:", D("1.0").compare(D("1")), D("1.0").compare_total(D("1")), D("-0").compare_total(D("0")),
      D("nan").compare(1), D("12").compare_total_mag(D("-12.0")),
      D("nan").max(D(3)), D("-5").max_mag(D(3)), D("3").min(D("3.0")))
print("exponents:", D("123.45").adjusted(), D("123.45").logb(), D("123.45").scaleb(2), D("1E5").radix(),
      D("2.5").same_quantum(D("7.1")), D("1.23E4").to_integral_value(),
      D("2.5").to_integral_exact(rounding=ROUND_UP))
print("neighbours:", D(1).next_plus(), D(1).next_minus(), D(1).next_toward(2), D("0").next_minus())
print("logical:", D("1100").logical_and(D("1010")), D("1100").logical_or(D("1010")),
      D("1100").logical_xor(D("1010")), D("1").logical_invert())
attempt("logical bad", D("12").logical_and, D("1"))
print("shifts:", D("12345").shift(2), D("12345").shift(-2), D("12345").rotate(2), D("12345").canonical())
print("predicates:", D("-0").is_zero(), D("-0").is_signed(), D("snan").is_snan(), D("nan").is_qnan(),
      D("1e5").is_normal(), D("inf").is_finite())
print("engineering:", [D(t).to_eng_string() for t in ("1e4", "12e5", "123e-8", "0e1")], D("1e4").log10(),
      D("2").log10())
print("fma:", D("1e20").fma(D("1.1"), D("0.5")), D("3").fma(2, 3))
with localcontext(prec=60):
    terms = (D(1) / 16 ** k * (D(4) / (n + 1) - D(2) / (n + 4) - D(1) / (n + 5) - D(1) / (n + 6))
             for k, n in ((k, 8 * k) for k in range(45)))
    print("pi by series:", sum(terms).quantize(D("1e-50")))
print("copies:", copy.copy(D(1)) == 1, [pickle.loads(pickle.dumps(D("-1.50"), p)) for p in (0, 2, 5)],
      D.from_float(1.1), D("1") in {1, 2})


class Money(Decimal):
    def __str__(self):
        return f"${self:.2f}"


print("subclass:", Money("1.5"), type(Money(1) + 1).__name__, f"{Money(4)}")
