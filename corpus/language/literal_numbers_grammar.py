# harness:
#   description: integer, float and imaginary literal forms, underscores, attribute access on literals
#   tags: [literals, numbers]

import ast
import warnings

print(0, 00, 0_0, 0000, 1_000, 0x_ff, 0XFF, 0b1010, 0B_11, 0o17, 0O_1_7, 0xdead_BEEF, 1_2_3, 0b0, 0x0,
      10000000000000000000000000000000000)
print(1., .5, 1.5e3, 1E-3, 1e+10, 0e0, 00.5, 09.5, 1_0.0_1, 1e1_0, 0_1.5, 1.e2, .1e1, 5e-324, 1e309, 1e-400,
      0.1e-1_0, 123456789.123456789)
print(1j, 1.5J, .5j, 1e3j, 0j, 00j, 09j, 1_0j, 1.e1j, 0_0.0_0j)
print((1).real, 1 .real, 1.0.real, 1..real, 1.5.is_integer(), 1j.imag, 0x1.bit_length(), 0b1 .bit_count(),
      1e5.hex(), 5 .__add__(3), -5 .__abs__(), (-5).__abs__(), - 5 .real, 2 ** -1 .real)
print(-0, -0.0, +5, --5, -+-5, ~-1, - - 5, -2 ** 2, 1 if 1 else 2, 1 or 0, 0xf or 1)
print(type(1), type(1.), type(1e0), type(1j), type(True), 1 == 1.0 == 1 + 0j, 0.1 == 1e-1 == 0.10,
      1e3 == 1000, 0xA == 0b1010 == 0o12)
for source in ["01", "0_7", "08", "1__0", "1_", "0x", "0xg", "0b2", "0b", "0o8", "0x_", "1e", "1e+", "1_.5",
               "1._5", "1.5_", "1e_5", "0b1.5", "0x1.8", "1.2.3", "1a", "1_a", "5x", "1ee5",
               "0_x1", "0b1_", "1e5_", "1jj", "0x1j", "1.real", "1.e", "_1", "1,000", "1 000", "0777",
               "00123", "0b12", "0o19", "1.0f", "10L", "1abc", "0xfor", "1_000_", "1if 1else 2", "0or 1",
               "1and 2",
               "[1for x in [0]]", "1in [1]", "1is 1", "0x1for x in y", "0b1and 1", "1.or 2", "1e3if 1 else 0",
               "9" * 4301, "0x" + "f" * 20, "1" + "_0" * 3, "\u0661", "1\u0661", "0b\u0661", "½", "٣.٥",
               "1\u00b2"]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            value = eval(source, {"y": [], "_1": "name"})
            print(source[:20], "=", repr(value)[:30], *(w.category.__name__ for w in caught))
        except SyntaxError:
            print(source[:20], "SyntaxError")
        except (AttributeError, ValueError, NameError) as exc:
            print(source[:20], type(exc).__name__)
for source in ["1", "-1", "1_000", "0xff", "1.50", "1e2", "2j", "-2.5j", "1+2j", "True", "...", "1e400",
               "-1e400j", "1e-400", "100000000000000000000.0", "0.1e1"]:
    node = ast.parse(source, mode="eval")
    print(source, "->", ast.unparse(node), "|", ast.dump(node.body)[:60])
print([n for n in (0b1, 0o1, 0x1, 1., 1e0, 1J.imag)], 1_000_000 // 1_0, 0x10 + 0b10 + 0o10 + 10,
      1.5e+2_0 - 1e0, f"{1_000:_}", int("1_000"), float("1_0.5"), "%d" % 0xFF, str(0b11), repr(1e16), 1e15)
