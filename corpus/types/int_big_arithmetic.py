# harness:
#   description: big integer arithmetic, products, quotients, powers, gcd, roots and exact identities
#   tags: [int, bigint]
import math


def checksum(number):
    """A short fingerprint of a big number: sign, bits, residues, ends."""
    sign = "-" if number < 0 else "+"
    size = abs(number)
    digits = hex(size)
    return f"{sign}{size.bit_length()}b m97={size % 97} m65537={size % 65537} {digits[2:12]}..{digits[-8:]}"


a = 7**300 + 11
b = -(13**150) + 17
c = 2**64 - 1

for name, value in (("a", a), ("b", b), ("a*b", a * b), ("a+b", a + b), ("a-b", a - b), ("b-a", b - a),
                    ("a*a", a * a), ("b**3", b**3), ("c*c", c * c), ("a*c-b", a * c - b)):
    print(name, checksum(value))

for left, right in ((a, b), (b, a), (a, c), (-a, c), (a, -c), (b, 10), (-1, a), (1, b), (0, a), (a, a),
                    (a, -a)):
    quotient, rest = divmod(left, right)
    print("divmod", checksum(quotient), "|", checksum(rest), "|", quotient * right + rest == left,
          (rest == 0 or (rest < 0) == (right < 0)))

print("products around word sizes:")
for bits in (15, 16, 30, 31, 32, 60, 62, 63, 64, 127, 128):
    low, high = 2**bits - 1, 2**bits + 1
    print(bits, low * high == 2**(2 * bits) - 1, low * low, -high * low)

print("factorials:", math.factorial(25), checksum(math.factorial(400)))
fib = [0, 1]
while len(fib) < 500:
    fib.append(fib[-1] + fib[-2])
print("fibonacci:", fib[100], checksum(fib[499]), math.gcd(fib[120], fib[300]) == fib[60])
print("gcd:", math.gcd(a * 12, a * 18) == 6 * a, math.gcd(), math.gcd(-48), math.gcd(0, 0),
      math.gcd(12, 18, -27))
print("lcm:", math.lcm(4, 6), math.lcm(), math.lcm(2**40, 3**20, 10), math.lcm(5, 0), math.lcm(-3, 7))

for number in (0, 1, 15, 16, 17, 10**40, 10**40 - 1, a):
    root = math.isqrt(number)
    print("isqrt", root if root < 10**25 else checksum(root), root * root <= number < (root + 1) ** 2)
try:
    math.isqrt(-1)
except ValueError:
    print("isqrt(-1): ValueError")

print("comb:", math.comb(100, 50), math.comb(5, 7), math.perm(20, 5), math.perm(6))
print("compare big with float:", 2**53 == float(2**53), 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53),
      10**400 > float("inf"), -(10**400) > float("-inf"), 10**400 == 1e308, a > 1e200)
for expression in ("float(10**309)", "10**309 * 1.0", "10**309 / 3", "1e308 + 10**309"):
    try:
        print(expression, eval(expression))
    except OverflowError:
        print(expression, "OverflowError")
print("true division of big:", 10**400 / 10**399, (3**500) / (3**499), -(7**310) / 7**308, 1 / 10**400,
      2**1074 / 2**2148)
print("rounding of int to float:", float(2**53 + 1), float(2**53 + 3), float(2**54 + 2), float(2**54 + 6))
print("sum alternating:", checksum(sum((-1) ** i * 3**i for i in range(200))))
print("prod:", math.prod(range(1, 21)), math.prod([]), math.prod([2, 3], start=10**20))
