# harness:
#   description: float repr, rounding, special values, comparison with integers, hex form, modulo signs
#   tags: [numbers, float]

import math

inf, nan = float("inf"), float("nan")
print([0.1, 1.0, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.00012345, 5e-324, 1.7976931348623157e308,
       2.0 ** 70, 1 / 3, 100.0, 1e22, 1e23])
print(0.1 + 0.2, 1.1 + 2.2, 3 * 0.1, 1 - 0.9, 0.1 * 3 == 0.3, 1e16 + 1, 1e308 * 10,
      -1e308 * 10, 5e-324 / 2, 1e-320)
print([round(v) for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e20)],
      [round(v, 2) for v in (2.675, 1.005, 0.125, 0.375, -2.675, 1e-9)],
      [round(v, -1) for v in (15.0, 25.0, 149.9, -5.0)], round(1.5, None), round(nan, 2), round(inf, 1),
      round(1234.5678, 400), round(5.5, -400), -0.0, round(-0.4))
for expr in ["round(nan)", "round(inf)", "int(nan)", "int(-inf)", "math.floor(inf)", "1.0 / 0", "0.0 / 0.0",
             "1.5 // 0.0", "1.5 % 0.0", "divmod(1.0, 0)", "inf - inf", "inf * 0",
             "inf / inf", "inf // 1", "5 % inf", "-5 % inf", "5 // inf", "-5 // inf", "inf % 5",
             "2.0 ** 1024", "10.0 ** 400", "0.0 ** -1", "1.0 ** nan", "nan ** 0",
             "inf ** 0", "(-inf) ** 3", "(-0.0) ** 3", "(-2.0) ** -3", "inf ** -1", "(-1) ** inf",
             "0.5 ** inf", "math.sqrt(-1)", "math.log(0)", "math.exp(1000)", "math.fmod(-5, 3)",
             "math.fmod(5, 0)", "math.acos(2)", "float('1e400')", "float('-1e-400')", "1e400 - 1e400",
             "(2.5).as_integer_ratio()", "inf.as_integer_ratio()", "nan.as_integer_ratio()"]:
    try:
        print(expr, "=", eval(expr))
    except (ArithmeticError, ValueError) as exc:
        print(expr, type(exc).__name__)
pairs = [(7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2), (0.0, -3), (-0.0, 3), (1, 0.1), (-1, 0.1), (6.0, 3),
         (-6.0, 3), (5e-324, -1)]
print([(a // b, a % b) for a, b in pairs], [divmod(a, b) for a, b in pairs[:3]])
print(0.0 == -0.0, math.copysign(1, -0.0), str(-0.0), -0.0 + 0.0, -0.0 - 0.0, 0.0 * -1, [0.0].index(-0.0),
      {0.0: 1}[-0.0], min(0.0, -0.0), max(-0.0, 0.0), abs(-0.0), sum([-0.0]))
print(nan == nan, nan != nan, nan < 1, [nan] == [nan], nan in [nan], [nan].count(float("nan")), max(nan, 1),
      max(1, nan), min([nan, 0]), sorted([3, nan, 1]), hash(inf), hash(-inf), nan is nan)
print(2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53 + 1, 2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > inf,
      10 ** 400 < inf, -10 ** 400 > -inf, 1 == 1.0, hash(2 ** 60) == hash(2.0 ** 60), 1.5 > 1)
print((0.1).hex(), (-2.5).hex(), (0.0).hex(), (-0.0).hex(), (5e-324).hex(), inf.hex(), nan.hex(),
      float.fromhex("0x1.8p1"), float.fromhex("-0X.8P-2"), float.fromhex("1e"), float.fromhex("inf"))
print((2.0).is_integer(), (2.5).is_integer(), inf.is_integer(), (1e300).is_integer(),
      (3.75).as_integer_ratio(), (0.1).as_integer_ratio(), (-0.5).as_integer_ratio(), (2.5).conjugate(),
      (2.5).imag)
for text in ["1.5", " 2e3 ", "-.5", "5.", "+1_000.5", "1e+5", "Infinity", "-iNf", "nan", "-NaN", "١.٥",
             "1e5_0", "1E5", "0x1p3", "1,5", "", ".", "1e", "--1", "1_", "_1", "1._5", "in", "1 2", "1e5.5",
             "infinit"]:
    try:
        print(repr(text), float(text), end="; ")
    except ValueError as exc:
        print(repr(text), type(exc).__name__, end="; ")
print()
print(float(10 ** 22), float(2 ** 63 - 1), float(9007199254740993), float(b"1.5"), float(True),
      float("9" * 30), int(1e22), int(1e23), int(-0.9), 1e22 == 10 ** 22, 1e23 == 10 ** 23)
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(1e20), (2.5).__floor__(),
      (2.5).__round__(), (-2.5).__trunc__(), type(math.floor(2.0)).__name__, math.isclose(0.1 + 0.2, 0.3))
print(repr(1e100), str(1.0), f"{1.0}", "%s" % 1e-7, "%r" % 100000.0, "%g" % 100000.0, "%g" % 1000000.0,
      "%.3g" % 0.00001234, "%e" % 12345.678, "%5.1f|%-8.2f|%+.0f" % (3.14159, 2.5, 2.5), "%08.3f" % -3.14)
print(math.fsum([0.1] * 10), math.prod([0.5, 4]), math.hypot(3, 4), math.nextafter(1, 2), math.ulp(1.0),
      math.frexp(8.5), math.ldexp(0.53125, 4), math.modf(-3.25), math.remainder(5, 3),
      math.fma(2.0, 3.0, 1.0))
print([x / 10 for x in range(-3, 4)], [1.0 * x for x in (1, -1, 10 ** 15, 10 ** 17)], float.__name__,
      float.from_number(3), (1.5).__eq__(1), (1.5).__add__("x"), 1.5.__class__, 1.e3, 1e0.real,
      5..is_integer())
