# harness:
#   description: integer parsing and printing in every base, underscores, signs, whitespace and foreign digits
#   tags: [int, parsing]


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except (ValueError, TypeError) as error:
        print(label, "->", type(error).__name__)


print("literals:", 0x_FF, 0o17, 0b1010_1010, 1_000_000, 00, 0_0, 0XdeadBEEF)

for base in (2, 3, 7, 8, 11, 16, 20, 36):
    text = "1010"
    print("base", base, int(text, base), int("-" + text, base), int(f" +{text}\t\n", base))

print("base 36:", int("zZ", 36), int("Python", 36), int("-hello", 36))

for text in ("0x1F", "0X1f", "0o17", "0O17", "0b11", "-0x1f", "+0b0", " 0x_1f ", "0", "000", "0_0", "17"):
    attempt(f"base 0 {text!r}", int, text, 0)
for text in ("017", "0x", "0b2", "0o8", "1__0", "_1", "1_", "0x_", "", "   ", "- 1", "+-1", "1 2"):
    attempt(f"base 0 bad {text!r}", int, text, 0)

attempt("explicit 16 with prefix", int, "0xff", 16)
attempt("explicit 2 with prefix", int, "0b11", 2)
attempt("0b11 read as hex", int, "0b11", 16)
attempt("explicit 8 with wrong prefix", int, "0x7", 8)
attempt("base 1", int, "1", 1)
attempt("base 37", int, "1", 37)
attempt("base -2", int, "1", -2)
attempt("base of int", int, 10, 10)
attempt("only base", lambda: int(base=10))
attempt("None", int, None)
attempt("list", int, [])
attempt("complex", int, 1j)
attempt("float text", int, "1.5")
attempt("bytes", int, b" 42 ")
attempt("bytearray base 16", int, bytearray(b"2a"), 16)
attempt("bytes bad", int, b"4x2")
attempt("nul inside", int, "1\x002")
attempt("no argument", int)
attempt("true", int, True)

print("arabic-indic:", int("\u0661\u0662\u0663"), "devanagari:", int("\u0967\u0968"), "fullwidth:",
      int("\uff14\uff12"))
print("mixed scripts:", int("1\u06623"), "with nbsp and em space:", int("\u00a05\u2003"))
attempt("superscript two", int, "\u00b2")

for value in (0, 1, -1, 255, -256, 10**20, -(2**70)):
    print(value, bin(value), oct(value), hex(value), format(value, "x"), format(value, "#X"),
          format(value, "o"))


def to_base(number, base):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    if number < 0:
        return "-" + to_base(-number, base)
    out = ""
    while True:
        number, rest = divmod(number, base)
        out = digits[rest] + out
        if not number:
            return out


big = 3**181 - 12345
print("round trips:", [int(to_base(sign * big, base), base) == sign * big for base in range(2, 37)
                       for sign in (1, -1)]
      .count(True))
print(to_base(big, 36))
print(to_base(-big, 3)[-40:])


class Index:
    def __index__(self):
        return 16


class Whole:
    def __int__(self):
        return 77


class Truncating:
    def __trunc__(self):
        return 5


attempt("index as base", int, "ff", Index())
attempt("via __index__", int, Index())
attempt("via __int__", int, Whole())
attempt("via __trunc__ only", int, Truncating())
attempt("hex of index", hex, Index())
attempt("hex of float", hex, 1.0)
attempt("bin of str", bin, "1")
