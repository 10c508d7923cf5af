# harness:
#   description: complex parsing, repr with signed zeros, arithmetic, powers, cmath and errors
#   tags: [complex]
import cmath

inf, nan = float("inf"), float("nan")

for value in (0j, -0j, 1j, -1j, 1 + 0j, complex(0.0, -0.0), complex(-0.0, 0.0), complex(-0.0, -0.0), 1.5 - 2j,
              complex(inf, nan),
              complex(nan, -inf), 1e20 + 1e-7j, 3 + 4j, complex(1, -0.0), complex(-0.0, 2), 1e16j):
    print(repr(value), str(value), [value], value.real, value.imag, value.conjugate(),
          hash(value) == hash(value.real) if not value.imag else "-")

print("parse:")
for text in ("1", "1j", "1+2j", "-1-2J", " (1+2j) ", "j", "-j", "+1+j", "1e5-1e-5j", "inf", "infj",
             "nan-infj", "(3)", "1_0+2_0j", ".5j",
             "1 + 2j", "1+2", "", "()", "1+2jj", "(1+2j", "j1", "1+", "i", "1e", "2j+1", "1++2j", "--1j"):
    try:
        print(repr(text), complex(text))
    except ValueError:
        print(repr(text), "ValueError")

for args in ((1,), (1, 2), (1j,), (2.5, -0.0), (True,), (3, 4.5), ()):
    print("complex", args, complex(*args))
for args in (("1", 2), (1, "2"), ([],), (None,), (1, None), (b"1",)):
    try:
        print(complex(*args))
    except TypeError:
        print("complex", args, "TypeError")
print("from_number:", complex.from_number(3), complex.from_number(2j), complex.from_number(1.5))

a, b = 3 - 4j, 1.5 + 2j
print("arithmetic:", a + b, a - b, a * b, a / b, -a, +a, abs(a), a == 3 - 4j, a != b, bool(0j), bool(1j),
      a + 1, 2 * a, a / 2, 1 / a, 2.5 - a)
print("exact powers:", a**2, a**0, 0j**0, (2j) ** 3, pow(2j, 2), a**1, (1 + 1j) ** 4)
for base, exponent in ((a, -2), (1j, 1j), (a, 0.5), (2, a), (-1, 0.5), (1 + 1j, 100), (-8.0, 1 / 3)):
    print("power:", base, exponent, format(base**exponent, ".10g"))
print("special:", complex(inf, 1) * 1j, complex(inf, 0) * 2, 1j * inf, complex(0, inf) / 2,
      complex(1e200, 1e200) * complex(1e200, -1e200))

for text in ("1j // 2", "1j % 2", "divmod(1j, 2)", "1j < 2j", "1j / 0", "0j ** -1", "0j ** 1j", "int(1j)",
             "float(1j)", "round(1j)",
             "abs(complex(1e308, 1e308))", "pow(1j, 2, 3)", "complex(1, 2).real.imag", "(1e300 + 1j) ** 5",
             "1j.real", "sorted([1j, 2j])",
             "setattr(1j, 'real', 2)", "range(1j)", "'a' * 1j"):
    try:
        print(text, "=", eval(text))
    except (TypeError, ValueError, ArithmeticError, AttributeError) as error:
        print(text, "->", type(error).__name__)

print("cmath:", cmath.polar(-2), cmath.phase(complex(-1, -0.0)) < -3, cmath.sqrt(-4),
      cmath.sqrt(complex(-4, -0.0)))
print("cmath rounded:",
      f"{cmath.exp(1j * cmath.pi):z.9f} {cmath.rect(2, cmath.pi / 2):z.9f} {cmath.log(-1):.9f}")
print("cmath special:", cmath.isnan(complex(nan, 1)), cmath.isinf(complex(1, -inf)), cmath.infj, cmath.nanj,
      cmath.isclose(1j, 1j + 1e-12))
try:
    cmath.log(0)
except ValueError:
    print("cmath.log(0): ValueError")
print("equal and hash:", 1 + 0j == 1 == 1.0 == True, {1: "int"}.get(1 + 0j), {2j: "two"}[2j],
      1e20 + 0j == 10**20, 0.1 + 0j == 0.1)
