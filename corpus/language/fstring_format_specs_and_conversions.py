# harness:
#   description: f-string conversions, format specifications for numbers and text, dates, custom __format__
#   tags: [f-strings, formatting]

import datetime
import decimal
import fractions

name, number, big, neg = "text", 3.14159265, 1234567.891, -42
print(f"{name!r} {name!s} {name!a} {'é!'!a} {name!r:>10} "
      f"{name!s:*^12}|{name:.2}|{name:10.3}|{name:<6}|{'ab':=>5}|")
print(f"{number:.3f} {number:10.2f}|{number:<10.2f}|{number:^+10.2f}|{number:010.3f}|{number:e} "
      f"{number:.2E} {number:g} {number:.10g}")
print(f"{big:,} {big:_} {big:,.1f} {big:>20,.2f} {int(big):_d} {neg:+d} {neg: d} {-neg: d} {neg:06d} "
      f"{neg:=+8d} {neg:<6}|")
print(f"{255:x} {255:X} {255:#x} {255:#b} {255:08b} {255:o} {255:#o} {255:_b} {2 ** 40:_x} {65:c} "
      f"{0x1F600:c} {255:#010x}")
print(f"{0.000123:g} {1e-7:g} {1e20:g} {1e15} {1e16} {123456789.0:g} {0.1 + 0.2} {0.1 + 0.2:.17g} "
      f"{1 / 3:.0f} {2.5:.0f} {3.5:.0f}")
print(f"{0.5:%} {0.12345:.1%} {1:%} {float('inf')} {float('-inf'):+} {float('nan'):>6} {float('nan'):F} "
      f"{-0.0} {-0.0:z.1f} {-0.04:z.1f}")
print(f"{True} {True:d} {True:5} {None} {None!s:>6} {...} {[1, 'a']} {(1,)} {3j:.2f} {1 + 2j:>12} "
      f"{complex(1, -0.5):.1e}")
print(f"{1e100:.3g} {1e22} {1e21:f} {123.456:n} {1234:n} "
      f"{5:5}|{5:<5}|{5:^5}|{'5':5}|{5:>{3 + 2}}|{5:0>4}|{'x':03}|{-5:03}|")
print(f"{decimal.Decimal('1234.5678'):,.2f} {decimal.Decimal('1E+3')} {decimal.Decimal('0.1'):%} "
      f"{fractions.Fraction(22, 7):.4f} "
      f"{fractions.Fraction(1, 3)} {fractions.Fraction(5, 4):>8}|")
when = datetime.datetime(2024, 2, 29, 13, 5, 9, 1234)
print(f"{when} {when:%Y-%m-%d} {when:%H:%M:%S.%f} {when:%j/%U %y%%} {when.date():%d.%m} {when!r} "
      f"{datetime.timedelta(1, 2)}")


class Spec:
    def __format__(self, spec):
        return f"[{spec}]"

    def __repr__(self):
        return "Spec()"


s, width, prec, fill = Spec(), 12, 4, "*"
print(f"{s} {s:} {s:abc} {s: spaced } {s:{width}} {s:{width}.{prec}} {s:{fill}^{width}} {s!r:{fill}<10} "
      f"{s:%H{'x'}M} {s::} {s:!r}")
print(f"{number:{fill}>{width}.{prec}f}|{number:{'.2f'}}|{number:{width}}|{number:.{prec}}|"
      f"{name!r:{fill}^{width}}|{s:{{'k': 1}['k']}}")
print(f"{s:{'inner'!r:>8}}", f"{3:{'>' if True else '<'}{5}}|")
for value, spec in [(5, "s"), ("a", "d"), (5, ".2d"), (5, "zz"), (1.5, "x"), ("a", "+"), ("a", ","),
                    (5, "c,"), ("a", "=5"), (5, ",_"),
                    (1j, "=10"), (1j, "010"), (None, "5"), ([], "5"), (5, "5.5.5"), (5, ","), (5, "_x"),
                    (5, ",x"), (5, "z"), (5.0, "c"),
                    (2 ** 31, "c"), (5, "99999999999999999999"), (1.0, ".9999999999999f"), (True, "s"),
                    ("x", "z"), (5, "\u20ac>4"), ("a", ".x"),
                    (1.5, "_.3_f"), (1234567.1234567, ",.6_f"), (b"a", "5"), (object, "s"), (5, "-+"),
                    (5, "<<5"), (5, "#"), (1.0, "#.0f"), (5, "")]:
    try:
        print(repr(format(value, spec)), end=" ")
    except (TypeError, ValueError, OverflowError) as exc:
        print(f"\n{value!r:.20} {spec!r}: {type(exc).__name__}")
print()
print("{:{}} {:{w}.{p}} {0}".replace(" {0}", "").format("a", 4, 2.5, w=6, p=3),
      "{0!r:>5} {0:<3}|".format("q"), "{a.real} {b[0]} {b[k]}".format(
    a=3, b={0: "zero", "k": "key"}), "{{}} {}".format(1), "{:%Y}".format(when), "{!s:.2}".format("abc"))
for template, args in [("{} {0}", (1,)), ("{0} {}", (1,)), ("{", ()), ("}", ()), ("{}", ()), ("{a}", ()),
                       ("{0.nope}", (1,)), ("{0[x]}", ([1],)),
                       ("{!x}", (1,)), ("{:{:{}}}", (1, 2, 3)), ("{0[}", ([1],)), ("{!}", (1,)),
                       ("{0[]}", ([1],)), ("{-1}", (1,)), ("{a b}", ())]:
    try:
        print(template, repr(template.format(*args)))
    except (ValueError, IndexError, KeyError, AttributeError, TypeError) as exc:
        print(template, type(exc).__name__)
