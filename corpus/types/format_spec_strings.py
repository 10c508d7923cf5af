# harness:
#   description: string format specs, nested fields, conversions, attribute and item lookups in str.format
#   tags: [str, format]
import string
from datetime import date, datetime, timedelta
from decimal import Decimal


def attempt(template, *args, **kwargs):
    try:
        print(f"{template!r:<28}", repr(template.format(*args, **kwargs)))
    except Exception as error:
        print(f"{template!r:<28}", type(error).__name__)


for spec in ("", "s", "5", "<5", ">5", "^5", "*^7", ".2", "6.2", ">6.2s", "05", "0<5", "\u2603^6", ".0", "2",
             "^06", "}<4", "{>4"):
    print(f"{spec!r:>8}", [format(text, spec) for text in ("abc", "", "\u00e9\U0001f600")])
for spec in ("d", "+", "-", " ", "#", ",", "_", "=5", ".2d", "z", "=", "5.", "c", "10x", ".-1", "+s", "<=5",
             "s5"):
    try:
        print(repr(spec), repr(format("abc", spec)))
    except ValueError:
        print(repr(spec), "-> ValueError")


class Point:
    def __init__(self, x, y):
        self.x, self.y, self.names = x, y, {"a": [1, 2], "2": "str key", 2: "int key", "a b": "spaced"}

    def __format__(self, spec):
        return f"<{self.x},{self.y}|{spec}>"

    def __repr__(self):
        return f"Point\u00e9({self.x})"


point = Point(3, -4)
for template in ("{0}", "{0:>10}", "{0!r:>10}", "{0!s}", "{0!a}", "{0.x} {0.y:+}", "{0.names[a][1]}",
                 "{0.names[2]}", "{0.names[a b]}", "{0.x.real:03}", "{0:{1}}", "{0!r:{1}}", "{0!r:*{2}{1}}",
                 "{:{}} {}", "{}{}", "{0}{}", "{}{0}", "{3}", "{", "}", "{{}}", "{{{0.x}}}", "{0.z}",
                 "{0.names[zz]}", "{0[0]}", "{name}", "{0.x[1]}", "{0!}", "{0!x}", "{0!rr}", "{0:{1", "{0.}",
                 "{0[}", "{0[]}", "{!r}", "{0 }", "{ 0}", "{0.names[a]:{0.x}}", "{-1}", "{01}",
                 "{0:{0:{0}}}", "{0!r:}", "{:}", "}}{{", "{0.x!r:>{1}}"):
    attempt(template, point, 14, ">")
attempt("{a} {b!r:>5} {a[0]}", a="xyz", b="q")
attempt("{self} {fmt}", fmt=1, **{"self": 2})
attempt("{0} {a}", a=1)
attempt("{[1]} {.real} {[k]}", [1, 2], 5, {"k": "v"})
attempt("{x[-1]}", x=[1, 2])
attempt("{x[-1]}", x={"-1": "text key"})

print("dates:", f"{date(2024, 2, 29):%d/%m/%y %j|}", "{:%H:%M}".format(datetime(2020, 1, 2, 3, 4)),
      f"{timedelta(days=1, seconds=5)!s:>20}", f"{date(1999, 12, 31)}")
print("decimal:", f"{Decimal('1234.5678'):,.2f} {Decimal('1E+5')} {Decimal('1E+5'):f} {Decimal('-0.00'):+}",
      f"{Decimal('0.125'):.2f} {Decimal('NaN'):>6} {Decimal('-1234.5'):010,.1f}")


class Defaults(dict):
    def __missing__(self, key):
        return f"<{key}?>"


print("format_map:", "{a} {b} {c:>5}".format_map(Defaults(a=1)))
try:
    "{} x".format_map({})
except ValueError:
    print("format_map positional: ValueError")
print("parse:", list(string.Formatter().parse("a{0!r:>{w}}b{}{x.y[z]}")))
print("vformat:", string.Formatter().vformat("{}-{k}-{}", ["p", "q"], {"k": "v"}))
