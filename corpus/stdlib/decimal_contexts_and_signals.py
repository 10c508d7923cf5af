# harness:
#   description: decimal - contexts, rounding modes, traps and flags, special values, quantize limits
#   tags: [module:decimal, numbers, rounding]
import decimal
from decimal import Context, Decimal, getcontext, localcontext

D = Decimal


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


print("context:", getcontext().prec, getcontext().rounding,
      sorted(signal.__name__ for signal, trapped in getcontext().traps.items() if trapped))
MODES = [name for name in dir(decimal) if name.startswith("ROUND_")]
for value in ("2.5", "-2.5", "2.51", "-2.4", "0.05", "0.15"):
    exponent = D("1") if D(value).adjusted() >= 0 else D("0.1")
    print("round", value, [str(D(value).quantize(exponent, rounding=mode)) for mode in MODES])
print("modes:", MODES)

for precision in (1, 3, 28, 50):
    with localcontext(prec=precision):
        print("prec", precision, D(1) / 7, D(2).sqrt(), D(10).ln(), D("1.5").exp(), +D("123456789.987654321"),
              D(2) ** D("0.5"))
attempt("divide by zero", lambda: D(1) / 0)
attempt("zero by zero", lambda: D(0) / 0)
attempt("mod zero", lambda: D(5) % 0)
attempt("zero to the zero", lambda: D(0) ** 0)
attempt("sqrt", D(-1).sqrt)
attempt("negative root", lambda: D(-8) ** D("0.5"))
attempt("ln zero", D(0).ln)
attempt("inf minus inf", lambda: D("inf") - D("inf"))
attempt("signalling", lambda: D("sNaN") + 1)
attempt("quiet", lambda: D("NaN123") + 1)
attempt("compare nan", lambda: D("nan") < 1)
attempt("nan equal", lambda: D("nan") == D("nan"))
attempt("overflow", lambda: D("1e999999") * 10)
attempt("quantize too long", D("1e20").quantize, D("1e-20"))
attempt("integer division", lambda: D("1e30") // 1)
attempt("conversion", D, "1..2")
attempt("underscores", D, " 1_000.5\n")
attempt("digits", D, "٣.١")
attempt("tuple", D, (1, (1, 2, 3), -2))
attempt("bad tuple", D, (2, (1,), 0))
attempt("float mix", lambda: D(1) + 1.5)
attempt("int of nan", int, D("nan"))
attempt("int of inf", int, D("-inf"))
attempt("hash of snan", hash, D("sNaN"))

with localcontext() as context:
    context.traps[decimal.DivisionByZero] = False
    context.traps[decimal.InvalidOperation] = False
    context.clear_flags()
    print("untrapped:", D(1) / 0, D(-1) / 0, D(0) / 0, D(-4).sqrt(), D("xyz"))
    print("flags:", sorted(flag.__name__ for flag, on in context.flags.items() if on))
    context.traps[decimal.FloatOperation] = True
    attempt("float trap", D, 0.5)
    attempt("float compare", lambda: D(1) < 0.5)
    attempt("float equality", lambda: D("0.5") == 0.5)
    attempt("from_float", D.from_float, 0.1)

tiny = Context(prec=4, Emin=-5, Emax=5, traps=[])
for expression in ("1e-5", "1.2345e-5", "1.5e-8", "1.5e-9", "9.9999e5", "-1e6", "12345"):
    tiny.clear_flags()
    result = tiny.create_decimal(expression)
    print("tiny", expression, result, sorted(f.__name__ for f, on in tiny.flags.items() if on),
          result.is_subnormal(tiny))
print("etiny, etop:", tiny.Etiny(), tiny.Etop(), tiny.power(2, 3), tiny.divide(1, 3), tiny.fma(2, 3, 4),
      tiny.to_sci_string(D("123456")))
clamped = Context(prec=5, Emax=6, Emin=-6, clamp=1)
print("clamp:", clamped.create_decimal("1e6"), Context(prec=5, Emax=6, Emin=-6).create_decimal("1e6"))
for options in ({"prec": 0}, {"rounding": "UP"}, {"Emin": 1}, {"capitals": 2}, {"traps": [5]},
                {"unknown": 1}):
    attempt(f"context {options}", Context, **options)
print("capitals:", Context(capitals=0).create_decimal("1E+30").to_eng_string(Context(capitals=0)),
      D("1e30").to_eng_string(), D("1e-7"))
print("classes:", [n.number_class() for n in (D("-0"), D("1"), D("-inf"), D("nan"), D("snan"), D("1e-999999"),
                                              D("-5"))])
