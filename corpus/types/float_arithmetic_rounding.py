# harness:
#   description: float rounding, floor division, modulo, comparison with ints, nan in containers and sums
#   tags: [float, arithmetic]
import math

nan = float("nan")
inf = math.inf

ROUNDED = (0.5, 1.5, 2.5, -0.5, 2.675, 1.005, 1234.5678, 0.15, 0.25, 0.35, 15.0)

for digits in (None, 0, 1, 2, 3, -1, -2, 16, 400, -400):
    print("round", digits, [round(value, digits) for value in ROUNDED])
print("types:", type(round(2.5)).__name__, type(round(2.5, 0)).__name__, round(-0.3), repr(round(-0.3, 0)),
      round(1e22), round(5e-324, 323))
for value, digits in ((nan, None), (inf, None), (nan, 2), (-inf, 2), (1.5, "1"), (1.79e308, -308)):
    try:
        print("round", value, digits, round(value, digits))
    except (ValueError, OverflowError, TypeError) as error:
        print("round", value, digits, type(error).__name__)

print("floor and mod:")
for a in (7.5, -7.5, 0.0, -0.0, 1e20, -1e-20, inf):
    for b in (2.0, -2.0, 0.3, inf, -inf):
        print(a, b, a // b, a % b, divmod(a, b), math.fmod(a, b) if math.isfinite(a) else "-")

print("compare:", 1 == 1.0, 2**53 + 1 == 2.0**53, 2**53 + 1 < 2.0**53 + 2, 10**30 == 1e30, int(1e30) == 1e30,
      1.5 < 2, 0.1 + 0.2 == 0.3)
print("nan:", nan == nan, nan != nan, nan < 1, nan > 1, nan in [nan], [nan] == [nan], nan in (float("nan"),),
      {nan: 1} == {nan: 1},
      [nan].index(nan), [nan].count(nan), (nan, 1) < (nan, 2), sorted([3.0, 1.0, 2.0]), max(nan, 1),
      max(1, nan), min(1, nan))
print("inf:", inf - inf, inf + inf, inf * 0, -inf / -inf, 1 / inf, -1 / inf, inf // 1, inf % 5, 5 % inf,
      -5 % inf, inf ** 0, 0.0 ** inf,
      (-inf) ** 3, (-inf) ** -1, 1.0 ** nan, nan ** 0)
for text in ("2.0 ** 2000", "1e200 * 1e200", "(-8.0) ** (1 / 3)", "0.0 ** -2.0", "-1e308 - 1e308",
             "math.exp(1000)", "math.sqrt(-1)",
             "math.log(0)", "math.log(-5)", "math.pow(0, -1)", "math.acos(2)", "math.fmod(inf, 2)",
             "math.factorial(1.5)", "math.gamma(-1)"):
    try:
        print(text, repr(eval(text)))
    except (OverflowError, ZeroDivisionError, ValueError, TypeError) as error:
        print(text, type(error).__name__)

tenths = [0.1] * 10
print("sums:", math.fsum(tenths), math.fsum([1e16, 1.0, -1e16]), math.fsum([]), sum([1, 0.5, True]),
      sum([], 0.0),
      sum([-0.0], -0.0))
total = 0.0
for value in tenths:
    total += value
print("plain loop:", total, math.sumprod([0.1] * 3, [3, 3, 3]), math.hypot(3, 4), math.hypot(1e200, 1e200),
      math.dist([1, 2], [4, 6]))
print("isclose:", math.isclose(0.1 + 0.2, 0.3), math.isclose(0, 1e-12), math.isclose(0, 1e-12, abs_tol=1e-9),
      math.isclose(inf, inf))
print("remainder:", math.remainder(7, 4), math.remainder(5, 2), math.remainder(-5, 3), math.fma(0.1, 10, -1),
      round(math.cbrt(-27), 12))
