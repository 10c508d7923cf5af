# harness:
#   description: complex construction, repr, arithmetic with special values, powers, comparison
#   tags: [numbers, complex]

import cmath
import math
import warnings

inf, nan = float("inf"), float("nan")
warnings.simplefilter("ignore")


def near(value):
    """Hide the last digits, which depend on the C library."""
    return complex(round(value.real, 10) + 0.0, round(value.imag, 10) + 0.0)


print(1 + 2j, -1j, 0j, -0j, complex(0.0, -0.0), complex(-0.0, 0.0), complex(-0.0, -0.0), 1j * 1j,
      (1 + 2j) * (3 - 4j), (1 + 2j) / (3 - 4j), -(1 + 0j))
print(complex(), complex(1), complex(1, 2), complex("1+2j"), complex(" -1.5e3j "), complex("(3-4j)"),
      complex("j"), complex("-j"), complex("inf+nanj"), complex("1e5"), complex(2.5, -0.0),
      complex(True, False))
for args in [("1 + 2j",), ("",), ("1+2",), ("1+2jj",), ("j2",), ("1", 2), (1, "2"), ([],), (None,), ("++1j",),
             ("1+j2",), ("(1+2j",), (1, 2, 3), ("1_0j",), ("1__0j",), ("\u0661j",)]:
    try:
        print(args, complex(*args))
    except (ValueError, TypeError) as exc:
        print(args, type(exc).__name__)
z = 3 - 4j
print(z.real, z.imag, abs(z), z.conjugate(), +z, -z, bool(z), bool(0j), hash(complex(3, 0)) == hash(3),
      z == 3 - 4.0j, 3 + 0j == 3, z != 3, complex(1, nan) == complex(1, nan), {1 + 0j: "a"}[1])
print(z ** 2, z ** -1, z ** 0, 0j ** 0, 0j ** 2, (1 + 1j) ** 10, pow(1j, 2), 1j ** 3, (1 + 0j) ** 1000)
print([near(v) for v in (z ** 0.5, z ** 1j, 2 ** z, (-1) ** 0.5, (-8) ** (1 / 3), 1j ** 1j)])
for expr in ["1j / 0", "1j // 1", "1j % 1", "divmod(1j, 1)", "1j < 2", "1j > 1j", "int(1j)", "float(1j)",
             "0j ** -1", "0j ** 1j", "pow(1j, 2, 3)", "round(1j)", "abs(complex(1e308, 1e308))",
             "(1e308 + 1e308j) * 10", "max(1j, 2j)", "sorted([2j, 1j])", "range(1j)", "[1][1j]", "'a' * 1j",
             "math.sqrt(1j)", "1j & 1", "-1j << 1", "f'{1j:d}'", "'%f' % 1j", "'%d' % 1j", "complex(1j, 2j)",
             "1e200j ** 3"]:
    try:
        print(expr, "=", eval(expr))
    except (ArithmeticError, TypeError, ValueError, NameError) as exc:
        print(expr, type(exc).__name__)
print(complex(inf, 1) * 2, complex(inf, nan) + 1, 1 / complex(inf, 0), complex(nan, 1), complex(inf, -inf),
      -complex(0, inf), complex(1, inf).conjugate(), abs(complex(inf, nan)), abs(complex(nan, 1)))
print(1 + 1j + 1, 2 * 1j, 1j * 2.5, 1 - 1j, 1.5 - 1j, True + 1j, 1j - 1j, 1j + 0.0, -0.0 + 1j, 1j - 0.0,
      0.0 - 1j, 1j / 2, 2 / 1j, 10 ** 20 + 1j, 1j + 10 ** 20, sum([1j, 2, 0.5]), sum([1j] * 3, 1))
print(f"{z}", f"{z:.2f}", f"{z:>12}|", f"{z:+.1e}", f"{1.5j:g}", f"{0j:.3f}", str(1e20 + 1e-20j),
      repr(complex(1e16, 1)), "%s" % z, "%r" % -0j, f"{complex(inf, nan)}", f"{z:^20,.1f}|")
print(1J, 1e3j, 1.5e-3J, .5j, 5.j, 1_0j, 00j, 007.5j, (1j).real, 1j.imag, type(1j + 1).__name__,
      isinstance(1j, complex), complex.__mro__, complex.from_number(2.5))


class HasComplex:
    def __complex__(self):
        return 1 + 1j


class HasFloat:
    def __float__(self):
        return 2.5


class HasIndex:
    def __index__(self):
        return 7


class SubComplex(complex):
    def __repr__(self):
        return f"Sub{super().__repr__()}"

    def __add__(self, other):
        return SubComplex(super().__add__(other))


print(complex(HasComplex()), complex(HasFloat()), complex(HasIndex()), complex(HasFloat(), HasIndex()),
      SubComplex(1, 2), SubComplex(1) + 1, 1 + SubComplex(1), SubComplex(2) * 2, [SubComplex(0)])
print(cmath.sqrt(-4), cmath.polar(1j)[0], cmath.rect(2, 0), cmath.phase(-1), cmath.isnan(complex(nan, 0)),
      cmath.isinf(complex(0, inf)), cmath.isclose(1 + 1e-12j, 1), cmath.infj, cmath.nanj, cmath.exp(0j),
      cmath.log(1))
