# harness:
#   description: numeric integration, series, Newton's method and statistics in float, Decimal and Fraction
#   tags: [benchmark, float, decimal, fractions]
#   args: {small: ["60"], full: ["4500"]}
"""Numbers of three kinds."""
import math
import sys
from decimal import Decimal, localcontext
from fractions import Fraction


def simpson(function, a, b, steps):
    h = (b - a) / steps
    total = function(a) + function(b)
    for i in range(1, steps):
        total += function(a + i * h) * (4 if i % 2 else 2)
    return total * h / 3


def newton(value, zero, steps=30):
    x = value
    for _ in range(steps):
        new = (x + value / x) / 2
        if abs(new - x) <= zero:
            break
        x = new
    return x


def exponential(x, one, terms):
    total = term = one
    for i in range(1, terms):
        term = term * x / i
        total += term
    return total


n = int(sys.argv[1])
steps = n * 4 // 2 * 2
print(f"integrals: {simpson(math.sin, 0, math.pi, steps):.12f} "
      f"{simpson(lambda x: math.exp(-x * x), -3, 3, steps):.10f}")
print(f"float: {sum(newton(i, 1e-12) for i in range(1, n)):.6f} "
      f"{math.fsum(1 / i ** 2 for i in range(1, 20 * n)):.12f}")
print("sums:", sum([0.1] * n) == n / 10, math.fsum([0.1] * n) == n / 10,
      f"{math.dist(range(n), range(1, n + 1)):.9f}")
x, y = 0.3, 0.7
for _ in range(15 * n):
    x, y = 3.7 * x * (1 - x), (y + math.sqrt(x)) % 1.0
print("logistic stays inside:", 0 < x < 1, 0 <= y < 1)
with localcontext(prec=40):
    print("decimal roots:", sum(newton(Decimal(i), Decimal("1e-35")) for i in range(1, n // 4 + 2)))
    print("decimal e:", exponential(Decimal(1), Decimal(1), 60), Decimal(2).ln())
    balance = Decimal("1000.00")
    for month in range(n):
        balance += (balance * Decimal("0.0031")).quantize(Decimal("0.01"))
        if balance > 5000:
            balance -= Decimal("3999.99")
    print("balance:", balance, sum((Decimal(i) / 7 for i in range(n)), Decimal(0)))
harmonic = sum((Fraction(1, i) for i in range(1, n // 6 + 10)), Fraction())
print("harmonic:", harmonic.numerator % 10 ** 9, harmonic.denominator.bit_length(), float(harmonic),
      harmonic.limit_denominator(1000))
egypt, rest = [], Fraction(n % 89 + 11, 121)
while rest and len(egypt) < 7:
    unit = Fraction(1, math.ceil(1 / rest))
    egypt.append(unit.denominator)
    rest -= unit
print("egyptian:", egypt[:5], sum(map(len, map(str, egypt))))
print("gcd:", sum(math.gcd(i, n) for i in range(1, 10 * n)), math.lcm(*range(1, 30)), math.comb(n, 5),
      math.perm(12, 5))
print("float text:", sum(len(repr(i / 7)) for i in range(5 * n)),
      sum(float(str(i / 11)) == i / 11 for i in range(3 * n)),
      sum(round(i / 8, 2) for i in range(3 * n)), sum(len(f"{i * 1e-5:.6g}") for i in range(3 * n)))
print("hex:", sum(float.fromhex((i / 3).hex()) == i / 3 for i in range(2 * n)), (n / 3).as_integer_ratio()[1],
      math.frexp(n / 3))
