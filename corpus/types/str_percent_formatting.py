# harness:
#   description: percent formatting of str and bytes, flags, widths, stars, mappings, conversions and errors
#   tags: [str, bytes, format]
import collections


def attempt(template, values):
    try:
        print(f"{template!r:<16}", ascii(template % values))
    except Exception as error:
        print(f"{template!r:<16}", type(error).__name__)


for template in ("%d", "%5d|", "%-5d|", "%05d", "%+d", "% d", "%+5d", "%-05d|", "%.3d", "%8.3d", "%08.3d",
                 "%i", "%u", "%x", "%#x", "%#X", "%o",
                 "%#o", "%#010x", "%-#10x|", "%+x", "%.5x", "%s", "%r", "%a", "%10s|", "%-10s|", "%.1s", "%c",
                 "%e", "%.0f", "%g", "%ld", "%hd", "%lld", "%5%|", "%%"):
    attempt(template, (42,) if template.strip("|") not in ("%%", "%5%") else ())
    if template in ("%d", "%05d", "%#x", "%.3d", "%#010x", "%o", "%.5x", "% d"):
        attempt(template, -42)

for template in ("%f", "%.2f", "%10.2f|", "%-10.2f|", "%010.2f", "%+.1e", "%E", "%G", "%g", "%#g", "%#.0f",
                 "%.0e", "%s", "%.3s", "%r", "%d", "%5.1f%%", "%F"):
    print(template, [template % number for number in (0.0, -1.5, 123456.789, 1e100, float("inf"),
                                                      float("-inf"))
                     if not (template == "%d" and abs(number) == float("inf"))])
attempt("%d", float("nan"))
attempt("%d", float("inf"))
attempt("%x", 1.5)
attempt("%f", "1.5")
attempt("%d", "5")
attempt("%i", None)
attempt("%c", 0x1F600)
attempt("%c", "\u2603")
attempt("%c", "ab")
attempt("%c", -1)
attempt("%c", 0x110000)
attempt("%c", 1.0)
attempt("%s %s", ("a",))
attempt("%s", ("a", "b"))
attempt("%s", ((1, 2),))
attempt("plain", 5)
attempt("plain", ())
attempt("plain", {})
attempt("plain", [1])
attempt("plain", "text")
attempt("%s", [1, 2])
attempt("%s", {})
attempt("%*d|", (6, 42))
attempt("%-*d|", (6, 42))
attempt("%*d|", (-6, 42))
attempt("%.*f", (2, 3.14159))
attempt("%*.*f|", (8, 1, 3.14159))
attempt("%.*f", (-3, 2.5))
attempt("%*d", ("a", 1))
attempt("%*d", (5,))
attempt("%y", 1)
attempt("%", 1)
attempt("abc%", 1)
attempt("%(a", {"a": 1})
attempt("%5", 1)
attempt("%(a)s %(b)05d %%", {"a": "x", "b": 7})
attempt("%(a)s", {"b": 1})
attempt("%(a)s", 5)
attempt("%(a)s", [1])
attempt("%()s", {"": "empty key"})
attempt("%(a(b)c)s", {"a(b)c": "parens"})
attempt("%(a)s %s", {"a": 1})
attempt("%(x)s %(y)s", collections.ChainMap({"x": 1}, {"y": 2}))
attempt("%s %r", ("\u00e9\n", "\u00e9\n"))
attempt("%a", "\u00e9\n")
attempt("%.2r|%5.1s|%.0s|", ("abcdef", "xyz", "gone"))


class Percentage(float):
    def __str__(self):
        return "as text"


class Index:
    def __index__(self):
        return 11

    def __float__(self):
        return 2.5


print("protocols:", "%s %d %.1f" % (Percentage(3.7), Percentage(3.7), Percentage(3.7)),
      "%x %o %c" % (Index(), Index(), Index()) == "b 13 \x0b", "%f" % Index())
attempt("%d", Index())
print("bytes:", b"%d %5.2f %x %c %s %b %a %r" % (7, 2.5, 255, 65, b"raw", b"bytes", "\u00e9", "r"),
      b"%(k)s" % {b"k": b"v"}, b"%c" % b"z", b"%-5d|%05d" % (1, 2))
for template, values in ((b"%s", "text"), (b"%b", 5), (b"%c", 256), (b"%c", "a"), (b"%d", b"1"),
                         (b"%(a)s", {"a": 1}), (b"%s", None), (b"%y", 1)):
    attempt(template, values)
print(bytearray(b"<%s>") % b"in", type(bytearray(b"%d") % 5).__name__)
