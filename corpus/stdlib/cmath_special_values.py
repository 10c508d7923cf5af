# harness:
#   description: cmath - branch cuts, infinities and nans, polar forms, isclose, domain errors
#   tags: [module:cmath, numbers]
import cmath
import math

INF, NAN = float("inf"), float("nan")


def show(z):
    """Twelve significant digits are the same on every libm."""
    if isinstance(z, complex):
        return f"({show(z.real)}, {show(z.imag)})"
    return f"{z + 0:.12g}" if abs(z) > 1e-15 or z == 0 or z != z else "tiny"


def attempt(name, *args):
    function = getattr(cmath, name)
    try:
        result = function(*args)
        text = ", ".join(show(part) for part in result) if isinstance(result, tuple) else show(result)
    except (ValueError, OverflowError, ZeroDivisionError) as error:
        text = type(error).__name__
    print(f"{name}{args} -> {text}")


for value in (0j, 1 + 1j, -4, 2 - 3j, complex(-0.0, -0.0)):
    for name in ("sqrt", "exp", "sin", "cosh", "tan", "atan", "phase"):
        attempt(name, value)

for value in (complex(-1, 0.0), complex(-1, -0.0)):
    print("cut:", value, show(cmath.sqrt(value)), show(cmath.log(value)), show(cmath.phase(value)),
          show(cmath.acosh(complex(-2, value.imag))))
for value in (complex(2, 0.0), complex(2, -0.0)):
    print("cut of asin and atanh:", show(cmath.asin(value)), show(cmath.acos(value)),
          show(cmath.atanh(value)))

for value in (complex(INF, 0), complex(-INF, 1), complex(0, INF), complex(NAN, 0), complex(INF, NAN),
              complex(-INF, INF)):
    for name in ("sqrt", "exp", "log", "polar", "tanh", "acos"):
        attempt(name, value)

attempt("log", 0)
attempt("log", 8, 2)
attempt("log", -8, 2)
attempt("log", 2, 1)
attempt("log10", 1000j)
attempt("log10", 0j)
attempt("exp", 1000)
attempt("cosh", 1000 + 1j)
attempt("atanh", 1)
attempt("atan", 1j)
attempt("exp", complex(0, INF))
attempt("rect", 2, math.pi / 2)
attempt("rect", INF, 0)
attempt("rect", 1, INF)
attempt("polar", -1)
attempt("polar", 3 + 4j)
attempt("sqrt", 1e308 + 1e308j)
attempt("sqrt", 5e-324)

print("tests:", cmath.isnan(complex(0, NAN)), cmath.isinf(complex(NAN, INF)), cmath.isfinite(1j),
      cmath.isfinite(complex(1, INF)))
print("isclose:", cmath.isclose(1 + 1e-10j, 1), cmath.isclose(1e-10j, 0),
      cmath.isclose(1e-10j, 0, abs_tol=1e-9),
      cmath.isclose(complex(INF, 1), complex(INF, 1)), cmath.isclose(complex(NAN, 0), complex(NAN, 0)))
try:
    cmath.isclose(1, 1, rel_tol=-1)
except ValueError as error:
    print("isclose:", type(error).__name__)
print("constants:", cmath.pi == math.pi, cmath.tau, cmath.infj, cmath.nanj, cmath.inf, repr(cmath.e))


class Complexy:
    def __complex__(self):
        return 3 + 4j


class Floaty:
    def __float__(self):
        return -9.0


class Indexed:
    def __index__(self):
        return 16


print("conversions:", abs(cmath.exp(cmath.log(Complexy()))).__format__(".10f"), cmath.sqrt(Floaty()),
      cmath.sqrt(Indexed()))
for bad in ("1", None, [1]):
    try:
        cmath.sqrt(bad)
    except TypeError as error:
        print("refused:", type(error).__name__)
