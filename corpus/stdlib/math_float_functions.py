# harness:
#   description: math - special values, domain and range errors, exact float operations, fsum, fma, nextafter
#   tags: [module:math, numbers]
import math

INF, NAN = math.inf, math.nan


def attempt(label, function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        print(label, "->", f"{result:.12g}" if isinstance(result, float) else result)
    except Exception as error:
        print(label, "->", type(error).__name__)


NAMES = ["sqrt", "cbrt", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin",
         "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "erfc", "gamma", "lgamma"]
for name in NAMES:
    row = []
    for value in (0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, 800.0, INF, -INF, NAN):
        try:
            row.append(f"{getattr(math, name)(value):.10g}")
        except (ValueError, OverflowError) as error:
            row.append(type(error).__name__[:5])
    print(name, row)
for name, arguments in (("fmod", (5, 3)), ("fmod", (-5, 3)), ("fmod", (5, 0)), ("fmod", (INF, 2)),
                        ("fmod", (3, INF)), ("remainder", (5, 3)), ("remainder", (7, 2)),
                        ("remainder", (-5, 2)), ("remainder", (1, 0)),
                        ("pow", (2, 0.5)), ("pow", (-8, 1 / 3)), ("pow", (0, -1)), ("pow", (NAN, 0)),
                        ("pow", (1, NAN)), ("pow", (-1, INF)), ("pow", (10, 400)), ("pow", (0.5, -INF)),
                        ("pow", (-0.0, 3)), ("atan2", (0, -1)),
                        ("atan2", (-0.0, -1)), ("atan2", (INF, -INF)), ("copysign", (3, -0.0)),
                        ("copysign", (NAN, -1)), ("ldexp", (0.75, 4)), ("ldexp", (1, 2000)),
                        ("ldexp", (1, -2000)), ("ldexp", (INF, -5)),
                        ("ldexp", (1.0, 1.5)), ("hypot", (3, 4)), ("hypot", ()), ("hypot", (1, 1, 1, 1)),
                        ("hypot", (INF, NAN)), ("hypot", (1e200, 1e200)), ("dist", ((1, 2), (4, 6))),
                        ("dist", ((1,), (2, 3))), ("dist", ([], [])),
                        ("log", (8, 2)), ("log", (100, 10)), ("log", (-1,)), ("fma", (2, 3, 4)),
                        ("fma", (1e308, 2, -INF)), ("fma", (INF, 0, 1)), ("fma", (0.1, 10, -1)),
                        ("degrees", (math.pi,)), ("radians", (180,))):
    attempt(f"{name}{arguments}", getattr(math, name), *arguments)

print("frexp:", [math.frexp(v) for v in (0.0, 1.0, -3.5, 1e-320, 1e300)], math.frexp(INF), math.frexp(NAN)[1])
print("modf:", [math.modf(v) for v in (2.75, -2.75, 0.0, -0.0, 5.0, INF, -INF)])
print("signs:", math.copysign(1, math.modf(-INF)[0]), math.copysign(1, math.fmod(-0.0, 5)),
      math.copysign(1, math.sqrt(-0.0)), math.copysign(0.0, -1))
print("nextafter:", math.nextafter(1, 2), math.nextafter(0, -1), math.nextafter(INF, 0),
      math.nextafter(1.0, 2, steps=4), math.nextafter(5e-324, 0), math.nextafter(0.0, -0.0))
attempt("negative steps", math.nextafter, 1.0, 2.0, steps=-1)
print("ulp:", math.ulp(1), math.ulp(0), math.ulp(-1e20), math.ulp(INF), math.ulp(NAN),
      math.ulp(1.7976931348623157e308))
print("fsum:", math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([]),
      math.fsum([1e308, -1e308, 1e308]), math.fsum([INF, 1]))
attempt("fsum infinities", math.fsum, [INF, -INF])
attempt("fsum overflow", math.fsum, [1e308, 1e308])
attempt("fsum intermediate overflow", math.fsum, [1e308, 1e308, -1e308])
attempt("fsum text", math.fsum, ["1"])
print("isclose:", math.isclose(1, 1 + 1e-10), math.isclose(1, 1.001, rel_tol=0.01), math.isclose(0, 1e-12),
      math.isclose(0, 1e-12, abs_tol=1e-9), math.isclose(INF, INF), math.isclose(INF, 1e308),
      math.isclose(NAN, NAN))
attempt("isclose negative", math.isclose, 1, 1, rel_tol=-1)
print("tests:", [(math.isnan(v), math.isinf(v), math.isfinite(v)) for v in (NAN, -INF, 1e308, 5)],
      math.isnormal(1e-310) if hasattr(math, "isnormal") else "")
print("constants:", math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
print("cbrt:", round(math.cbrt(27), 12), math.cbrt(-8), "exp2:", math.exp2(10), math.exp2(-1074), "log1p:",
      math.log1p(1e-20), "expm1:", math.expm1(1e-20))
print("circle:", [round(math.sin(math.radians(a)), 12) + 0.0 for a in range(0, 361, 30)])
print("gamma:", [math.gamma(n) for n in range(1, 12)], round(math.gamma(0.5) ** 2, 12),
      round(math.lgamma(100), 9))
for bad in ("1", None, [1], 1j, b"1"):
    attempt(f"sqrt {bad!r}", math.sqrt, bad)
for name, count in (("sqrt", 0), ("pow", 1), ("log", 3), ("hypot", 0), ("fma", 2), ("isnan", 2)):
    attempt(f"{name} with {count} arguments", getattr(math, name), *[1.5] * count)


class Number:
    def __float__(self):
        return 16.0


class Liar:
    def __float__(self):
        return "16"


attempt("float hook", math.sqrt, Number())
attempt("bad hook", math.sqrt, Liar())
attempt("keyword", lambda: math.sqrt(x=4))
