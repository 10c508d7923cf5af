# harness:
#   description: integer format specs, bases, alternate form, sign, grouping, zero padding and errors
#   tags: [int, format]

for spec in ("", "d", "n", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "+", "+d", " d", "-d", "+#x", " #o",
             ",", "_", ",d", "_d", "_b", "_o", "_x", "#_x", "#_b", "_X"):
    print(f"{spec or 'empty':>6}", [format(value, spec) for value in (0, 7, -255, 1234567, -(2**40))])

print("width:")
for spec in ("8", "<8", ">8", "^8", "=8", "08", "+08", " 08", "#08x", "#010b", "08,", "012,", "013,", "09_",
             "014_b", "#014_x", "*^9", "*=+9",
             "0<8", "0>8", "0^8", "0=8", "x<8x", "<08", "^08", ">08", "=08", "^+#12x", "\u2192>8", "<2", "1",
             "020,d", "021,d", "022,d"):
    print(f"{spec!r:>10}", [format(value, spec) for value in (42, -42, 123456)])

print("c:", repr(format(65, "c")), repr(f"{0x1F600:c}"), repr(f"{97:5c}"), repr(f"{97:>5c}"),
      repr(f"{97:^5c}"), repr(f"{97:05c}"), repr(f"{0:c}"))
print("big:", f"{2**200:,}", f"{-(2**200):_x}", f"{10**30:e}", f"{2**64:b}"[:5], f"{3**50:030,}")
print("group boundaries:", [f"{10**n:,}" for n in range(8)], [f"{16**n:_x}" for n in range(6)],
      [f"{-(10**n):08,}" for n in range(8)])
print("bool:", f"{True:d} {True:5d} {False:#x} {True:,} {True:05} {True:c}".encode(), f"{True}", f"{True:>6}",
      f"{True:<6}|")


class Money(int):
    def __format__(self, spec):
        return "$" + super().__format__(spec or ",")


class Level(int):
    def __str__(self):
        return f"level {int(self)}"


print("subclasses:", f"{Money(1234567)} {Money(5):>6} {Money(-12):08.2f}",
      f"{Level(3)}|{Level(3):d}|{Level(3)!s:>9}|{Level(3):4}|", "%d %s" % (Level(3), Level(3)))

for value, spec in ((5, "s"), (5, ".2"), (5, ".2d"), (5, "#c"), (5, "+c"), (5, ",c"), (5, ",x"), (5, ",b"),
                    (5, "_c"), (5, "_n"), (5, ",n"), (5, "y"), (5, "zd"), (5, "z"), (5, "5.d"), (5, "d5"),
                    (5, "<<<"), (5, "++"), (5, "1_000"), (5, "é"), (5, "9" * 30), (-1, "c"), (0x110000, "c"),
                    (5, " "), (5, "#"), (5, ",_"), (5, "__"), (5, "=\n"), (5, "{"), ("x", "d"),
                    (None, "d"), ([], ">3"), (5, "\x00<4"), (5, "%"), (5, ".1%"), (5, ".0f"), (5, "é>3d")):
    try:
        print(f"{value!r:.12} {spec[:12]!r}", ascii(format(value, spec)))
    except (ValueError, TypeError, OverflowError) as error:
        print(f"{value!r:.12} {spec[:12]!r}", "->", type(error).__name__)
