# harness:
#   description: math - gcd, lcm, comb, perm, isqrt, factorial, prod, sumprod
#   tags: [module:math, numbers]
import math
from decimal import Decimal
from fractions import Fraction


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


print("gcd:", math.gcd(), math.gcd(0, 0), math.gcd(-12, 18), math.gcd(7), math.gcd(-5), math.gcd(12, 18, 27),
      math.gcd(2 ** 100, 6 ** 50), math.gcd(True, 4), math.gcd(10 ** 40 + 7, 10 ** 39))
print("lcm:", math.lcm(), math.lcm(0, 5), math.lcm(-4, 6), math.lcm(3), math.lcm(*range(1, 21)),
      math.lcm(2 ** 70, 3 ** 20))
attempt("gcd float", math.gcd, 1.0, 2)
attempt("lcm text", math.lcm, "1")
print("comb:", [math.comb(8, k) for k in range(10)], math.comb(100, 50), math.comb(1000, 998),
      math.comb(0, 0))
print("perm:", [math.perm(6, k) for k in range(8)], math.perm(5), math.perm(30, 15), math.perm(4, None))
for arguments in ((-1, 2), (2, -1), (2.0, 1), ("5", 2)):
    attempt(f"comb{arguments}", math.comb, *arguments)
    attempt(f"perm{arguments}", math.perm, *arguments)
print("factorial:", [math.factorial(n) for n in range(8)], math.factorial(25),
      sum(map(int, str(math.factorial(200)))))
for bad in (-1, 1.5, 5.0, "3", Decimal(3), 10 ** 30):
    attempt(f"factorial {bad!r}", math.factorial, bad)
print("isqrt:", [math.isqrt(n) for n in (0, 1, 3, 4, 8, 9, 99, 100)], math.isqrt(10 ** 40),
      math.isqrt(2 ** 200 - 1), math.isqrt(2 ** 64 - 1), math.isqrt(True))
print("isqrt law:", all(math.isqrt(n) ** 2 <= n < (math.isqrt(n) + 1) ** 2
                        for n in [*range(2000), *(3 ** k - 1 for k in range(60))]))
for bad in (-1, 4.0, None):
    attempt(f"isqrt {bad}", math.isqrt, bad)
print("prod:", math.prod([]), math.prod([2, 3, 4]), math.prod([1.5, 2], start=2),
      math.prod([[1, 2]], start=3), math.prod(range(1, 21)), math.prod([2.0] * 3), math.prod([1, -1, 2.5]))
attempt("prod text", math.prod, ["a", "b"])
print("sumprod:", math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([], []),
      math.sumprod([0.1] * 10, [1] * 10), math.sumprod([10 ** 20, 1], [10 ** 20, 1]),
      math.sumprod([1e100, 1, -1e100], [1, 1, 1]),
      math.sumprod([Fraction(1, 3)], [3]), math.sumprod([True, 2], [5, 0.5]))
attempt("sumprod lengths", math.sumprod, [1], [1, 2])
attempt("sumprod types", math.sumprod, ["a"], [2.5])

values = (2.5, -2.5, 0.0, -0.0, 1e20, -1e-320, 2 ** 60 + 0.0)
for name in ("floor", "ceil", "trunc"):
    function = getattr(math, name)
    print(name, [function(v) for v in values], function(7), type(function(2.0)).__name__,
          function(Fraction(-7, 2)), function(Decimal("-3.5")))
    for bad in (float("inf"), float("nan"), "1", None, 1j):
        attempt(f"{name} {bad!r}", function, bad)


class Rounded:
    def __floor__(self):
        return "floored"

    def __ceil__(self):
        return "ceiled"

    def __trunc__(self):
        return "cut"

    def __index__(self):
        return 12

    def __float__(self):
        return 2.25


class OnlyFloat:
    def __float__(self):
        return 9.75


rounded = Rounded()
print("hooks:", math.floor(rounded), math.ceil(rounded), math.trunc(rounded), math.gcd(rounded, 8),
      math.factorial(rounded) // 10 ** 6, math.sqrt(rounded), math.comb(rounded, 2))
print("float fallback:", math.floor(OnlyFloat()), math.ceil(OnlyFloat()))
attempt("trunc needs hook", math.trunc, OnlyFloat())
print("big ints:", math.log2(2 ** 5000), round(math.log(10 ** 1000), 9), math.log10(10 ** 400),
      math.floor(10 ** 30), round(math.log(3 ** 2000, 3), 6))
attempt("sqrt too big", math.sqrt, 10 ** 400)
attempt("log zero", math.log, 0)
attempt("log negative big", math.log, -10 ** 500)
attempt("float of int", math.exp, 10 ** 310)
