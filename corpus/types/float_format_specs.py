# harness:
#   description: float presentation types with precision, sign, alternate form, grouping and padding
#   tags: [float, format]

VALUES = (0.0, -0.0, 1.5, -2.5, 1234567.891, 0.000012345, 1e22, 9.995, 99999.5, float("inf"), float("-inf"),
          float("nan"))

for spec in ("", "e", "E", "F", "g", "G", "n", ".0e", ".0f", ".0g", ".0%", ".3e", ".3g",
             ".3", ".10", ".17g",
             "#.0e", "#g", "#.3g", "#", "+", " ", "-", "+.2f", " .2e", "z.0f", "+z.1f", ",", ",.2f",
             "_", "_.1f", "_.3%"):
    print(f"{spec or 'empty':>6}", [format(value, spec) for value in VALUES])

print("padding:")
for spec in ("10.2f", "<10.2f", ">10.2f", "^10.2f", "=10.2f", "010.2f", "=+10.2f", "*^+12.1f", "0=12",
             "015,.1f", "020_.2f",
             "x<12e", "<010.1f", "0<9", "^09.2f", "{^9.1f", "\u2603>9.1f", "08", "+08.1%", "05"):
    print(f"{spec!r:>12}", [format(value, spec) for value in (3.14159, -1234.5, float("-inf"), float("nan"))])

print("half even and binary ties:")
for digits in range(4):
    print(digits, [f"{value:.{digits}f}" for value in (0.5, 1.5, 2.5, 0.125, 0.375, 2.675, 1.005, 0.0625,
                                                       -0.5, 1e-10)])
print("long precision:", f"{0.1:.30f}", f"{1 / 3:.25e}", f"{1e23:.0f}", f"{2.0**-40:.45f}", f"{5e-324:.20g}")
print("huge precision:", len(f"{0.1:.400f}"), f"{0.1:.60f}"[-8:], len(f"{1e308:f}"), len(f"{1e308:,.2f}"))
print("g thresholds:", [f"{10.0 ** n:g}" for n in range(-6, 8)], [f"{10.0 ** n:.3g}" for n in range(-6, 5)])
print("g trailing zeros:", f"{100000.0:g}", f"{1000000.0:g}", f"{1e-4:g}", f"{1.50:g}", f"{1.5:#.6g}",
      f"{123456.5:.6g}")
print("empty versus r:", [format(v, "") for v in (1e16, 1e15, 123456.0, 1e-5)],
      [format(v, ".3") for v in (1e16, 100.0, 1000.0)])
print("percent:", f"{0.5:%}", f"{0.12345:.1%}", f"{-1.0:.0%}", f"{1e-9:%}", f"{0.045:.0%}", f"{0.055:.0%}")
print("negative zero:", f"{-0.0:f}", f"{-0.4:.0f}", f"{-0.4:z.0f}", f"{-0.0:zg}", f"{-0.04:z.1f}",
      f"{-0.06:z.1f}", f"{-0.0:+z.1e}")
print("fraction grouping:", f"{1234567.1234567:,.7f}", f"{1234567.1234567:.7_f}", f"{1234567.1234567:_.7,f}",
      f"{0.123456789:.9_f}")

for spec in ("d", "x", "s", "c", "b", ".", ".-1f", "10.", ",,", ",_", "5,n", "_n", "q", "=^", "+-", "#z",
             ".2.2f", " +f", "z d"):
    try:
        print(repr(spec), format(1.5, spec))
    except ValueError:
        print(repr(spec), "-> ValueError")
print("int with float spec:", f"{7:.2f}", f"{10**20:e}", f"{True:.1f}", f"{-3:%}", f"{2**60:,.0f}",
      f"{255:g}")
