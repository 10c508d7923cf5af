# harness:
#   description: digits of pi by a streaming spigot, by Machin's formula and by Chudnovsky's series on big integers
#   tags: [benchmark, bigint]
#   args: {small: ["60"], full: ["2900"]}
"""Three ways to the digits of pi with integers only."""
import sys
from itertools import islice
from math import isqrt


def spigot():
    """Linear fractional transformations that yield digit after digit."""
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < m * t:
            yield m
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t
                    * x), x + 2


def arctan_inverse(x, unit):
    total = term = unit // x
    n, sign = 3, -1
    while term:
        term //= x * x
        total += sign * (term // n)
        n, sign = n + 2, -sign
    return total


def machin(digits):
    unit = 10 ** (digits + 10)
    return 4 * (4 * arctan_inverse(5, unit) - arctan_inverse(239, unit)) // 10 ** 10


def chudnovsky(digits):
    def split(a, b):
        if b - a == 1:
            if a == 0:
                return 1, 1, 13591409
            p = (6 * a - 5) * (2 * a - 1) * (6 * a - 1)
            t = p * (13591409 + 545140134 * a)
            return p, a ** 3 * 10939058860032000, -t if a & 1 else t
        middle = (a + b) // 2
        (p1, q1, t1), (p2, q2, t2) = split(a, middle), split(middle, b)
        return p1 * p2, q1 * q2, t1 * q2 + p1 * t2

    _, q, t = split(0, digits // 14 + 2)
    return q * 426880 * isqrt(10005 * 10 ** (2 * digits)) // t


n = int(sys.argv[1])
sys.set_int_max_str_digits(10_000)
text = "".join(map(str, islice(spigot(), n // 2)))
print("spigot:", text[:20], text[-10:], sum(map(int, text)))
series = str(machin(n))
print("machin:", len(series), series[-10:], series.startswith(text))
fast = [str(chudnovsky(n * factor)) for factor in (1, 3)]
print("chudnovsky:", fast[1][-10:], fast[0][:-3] == series[:-3], fast[1].startswith(text))
print("digit counts:", [fast[1].count(d) for d in "0123456789"])
print("modulus:", machin(n) % 997, pow(3, machin(n // 4), 10 ** 9 + 7))
