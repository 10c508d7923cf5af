# harness:
#   description: integer floor division, modulo, shifts, powers, bit operations, big integers
#   tags: [numbers, int]

pairs = [(7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (6, 3), (-6, 3), (1, 10 ** 20), (-1, 10 ** 20),
         (10 ** 25, -7)]
for a, b in pairs:
    q, r = divmod(a, b)
    print(a, b, a // b, a % b, (q, r), q * b + r == a, a / b)
for expr in ["1 // 0", "1 % 0", "1 / 0", "divmod(1, 0)", "1.0 // 0", "1.0 % 0", "0 ** -1", "0.0 ** -1",
             "pow(0, -1, 5)", "1 << -1", "1 >> -1",
             "1 << 10 ** 30", "1.5 << 1", "2 ** 0.5 % 0", "int('9' * 5000)", "int(float('inf'))",
             "int(float('nan'))", "10 ** 400 / 3",
             "10 ** 400 * 1.0", "float(10 ** 400)", "(-8) ** (1 / 3) == complex", "1j // 2", "1j % 2",
             "divmod(1j, 2)", "1j < 2", "0j ** -1", "0j ** 1j"]:
    try:
        value = eval(expr)
        print(expr, "=", value)
    except (ArithmeticError, ValueError, TypeError) as exc:
        print(expr, type(exc).__name__)
print([(-5) >> k for k in range(5)], [5 >> k for k in range(4)], -1 >> 100, 1 << 70, -3 << 4, 0 << 10 ** 3)
print(~0, ~5, ~-1, 6 & 3, 6 | 3, 6 ^ 3, -6 & 3, -6 | 3, -6 ^ 3, -1 & 2 ** 70, (2 ** 70) ^ -1, -(2 ** 64) | 1,
      (-2 ** 65) & (2 ** 66 - 1))
print(2 ** 100, (-2) ** 63, (-2) ** 64, 2 ** -2, (-2) ** -3, 0 ** 0, 7 ** 0, pow(3, 200, 13), pow(3, -1, 11),
      pow(-3, 3, 7), pow(3, 4, -7), pow(5, 0, 1))
print((255).bit_length(), (-256).bit_length(), (0).bit_length(), (255).bit_count(), (-7).bit_count(),
      (2 ** 100 - 1).bit_count())
print((1024).to_bytes(2), (1024).to_bytes(2, "little"), (-1).to_bytes(3, signed=True), (0).to_bytes(0),
      int.from_bytes(b"\x01\x00"),
      int.from_bytes(b"\xff\xfe", "little", signed=True), int.from_bytes([1, 2, 3], "big"),
      int.from_bytes(b""), (200).to_bytes())
for thunk in (lambda: (256).to_bytes(1), lambda: (-1).to_bytes(1), lambda: (1).to_bytes(-1),
              lambda: (1).to_bytes(1, "middle"), lambda: int.from_bytes("a"),
              lambda: (128).to_bytes(1, signed=True), lambda: pow(2, -1, 4), lambda: pow(2, 3, 0),
              lambda: pow(2, 0.5, 3), lambda: int.from_bytes(5)):
    try:
        print(thunk())
    except (OverflowError, ValueError, TypeError) as exc:
        print(type(exc).__name__)
print((10).as_integer_ratio(), (5).is_integer(), (3).conjugate(), (3).real, (3).imag, (3).numerator,
      (3).denominator, (-9).__abs__(), (7).__ceil__())
print(round(15, -1), round(25, -1), round(-15, -1), round(1234, -2), round(1250, -2), round(5, 3),
      round(149, -3), round(10 ** 20 + 5, -1), round(True))
print(int("0x1f", 16), int("0b101", 0), int("  -12_345 "), int("0o17", 0), int("z", 36), int("٣٤"), int("-0"),
      int(b"12"), int("10", 2), int(bytearray(b"7")))
for text, base in [("1__0", 10), ("_1", 10), ("1_", 10), ("0x", 16), ("012", 0), ("", 10), (" ", 10),
                   ("1 2", 10), ("0b2", 0), ("9", 8), ("+-1", 10), ("1.0", 10), ("½", 10), ("1\0", 10)]:
    try:
        print(text, base, int(text, base))
    except ValueError:
        print("ValueError")
print(int(3.99), int(-3.99), int(1e20), int(True), int(2.5e-9), int("1_0"), 10 ** 18 + 1.0, 2 ** 53 + 1.0,
      9007199254740993 == 9007199254740992.0)
big = 3 ** 500
print(big % 10 ** 12, len(str(big)), big // 7 ** 200 % 1000, hash(big) == hash(big + 0), str(big)[:12],
      big.bit_length(), f"{big:.5e}", big % -97, -big // 10 ** 230)
print(sorted([3, -1, 2 ** 65, -2 ** 65, 0, 2.5, True]), max(2 ** 64, 1e19), min(-2 ** 64, -1e20),
      2 ** 64 == 2.0 ** 64, 10 ** 16 + 1 > 1e16, 1 < 1.5 < 2)
print(type(True + True), True // 2, True % 3, -True, +False, ~2, True << 4, type(5 // 2.0), 5 // 2.0,
      -5 // 2.0, 5 % -2.0, -5 % 2.0, 5.5 // 1, 1e300 // 1e-300)
print(sum(range(10 ** 3)) // 7, sum([2 ** 62] * 5), sum([1, 2.5, True]), abs(-2 ** 63),
      -(-2 ** 63), 2 ** 63 - 1 + 1, 0x7FFF_FFFF_FFFF_FFFF * 2)
a = (0, 1)
for _ in range(95):
    a = (a[1], a[0] + a[1])
print(a[0], a[0] % 2 ** 32, math_check := a[0] * a[0] - a[1] * (a[1] - a[0]), math_check in (1, -1))
