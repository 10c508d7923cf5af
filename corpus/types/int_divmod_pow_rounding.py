# harness:
#   description: floor division, modulo, three-argument pow, round to negative digits, division by zero
#   tags: [int, arithmetic]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__)


for a in (7, -7):
    for b in (2, -2, 3, -3, 7, -8):
        print(f"{a:>2} {b:>2}: // {a // b} % {a % b} divmod {divmod(a, b)} / {a / b:.6f}")

for text in ("1 // 0", "1 % 0", "divmod(1, 0)", "1 / 0", "0 ** -1", "0 ** 0", "2 ** -2", "(-2) ** -3",
             "format((-2) ** 0.5, '.4f')",
             "1 // 0.0", "1 % 0.0", "divmod(1.0, 0)", "1.0 / 0", "0.0 ** -1", "10 ** 400 % 0",
             "True // False",
             "divmod(7, 2.5)", "divmod(-7, 2.5)", "-7 // 2.0", "7 % -2.5", "5 // 0.1", "-1 % 3.0",
             "1 // 1e-310"):
    attempt(text)

print("pow mod:")
for text in ("pow(2, 10, 1000)", "pow(2, 10, -1000)", "pow(-3, 5, 7)", "pow(-3, 5, -7)", "pow(3, -1, 11)",
             "pow(3, -4, 11)",
             "pow(3, -1, -11)", "pow(2, -1, 4)", "pow(0, -1, 5)", "pow(5, 0, 1)", "pow(5, 0, -1)",
             "pow(2, 3, 0)",
             "pow(2.0, 3, 5)", "pow(2, 3, 5.0)", "pow(2, 'a', 5)", "pow(2, 3, None)",
             "pow(base=2, exp=5, mod=7)",
             "pow(10**30, 10**30, 10**9 + 7)", "pow(3, -(10**20), 10**18 + 9)", "pow(True, 2, 3)",
             "pow('a', 2)"):
    attempt(text)

print("precedence:", -2**2, (-2)**2, 2**-1, 2**3**2, -3 // 2, -(3 // 2), 5 - -3, ~2**2, 2 * -3 % 4)

print("round to tens:")
for digits in (-1, -2, -3, -4, 0, 2, None):
    print(digits, [round(n, digits) for n in (5, 15, 25, 35, -15, -25, 149, 150, 151, 250, 1234567, 2500, 500,
                                              499)])
print("huge digits:", round(12345, -10**3), round(10**30 + 5 * 10**9, -10), round(10**30 + 15 * 10**9, -10),
      round(7, 10**50))
for text in ("round(5, 1.0)", "round(5, '1')", "round('5')", "round(True)", "round(True, -1)",
             "type(round(True)).__name__",
             "(15).__round__(-1)", "(7).__floor__()", "(7).__ceil__()", "(-7).__trunc__()"):
    attempt(text)

checked = 0
for a in range(-50, 51):
    for b in [n for n in range(-12, 13) if n]:
        q, r = divmod(a, b)
        checked += q * b + r == a and abs(r) < abs(b) and (q == a // b) and (r == a % b)
print("identities:", checked, "of", 101 * 24)
print("modular table:", [[pow(g, e, 23) for e in range(-3, 4)] for g in (2, 5, 7)])
n = 1
n += 2
n *= 3
n -= 1
n //= 3
n **= 5
n %= 23
n /= 4
print("augmented:", n, type(n).__name__)
