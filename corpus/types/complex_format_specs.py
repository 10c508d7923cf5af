# harness:
#   description: format of complex numbers with precision, width, alignment, sign, grouping and wrong specs
#   tags: [complex, format]

SPECS = ("", ".2f", ".3e", "g", ".3g", "20.2f", "<20.2f", "^24.1f", ",.2f", "+.1f", "e", "#.0f", "_.1f", "n",
         ".0f", ">30.3e", "*^21.2g", ".4")
VALUES = (1234.5678 - 0.000012345j, -1j, 3 + 4j, 1e20 + 0j, complex(-0.0, 2.5))
for spec in SPECS:
    print(f"{spec or 'empty':>8}", *("[" + format(value, spec) + "]" for value in VALUES))

for spec in ("=20", "020", "d", "%", "s", "c", "="):
    try:
        print(f"{spec:>8}", "[" + format(VALUES[0], spec) + "]")
    except ValueError:
        print(f"{spec:>8}", "ValueError")

value = 1.5 - 2.25j
print("in text:", f"{value}", f"{value!r:>12}|", "%s %r" % (value, value), "{:.1f} {!s}".format(value, value),
      f"{value.real:+.2f}{value.imag:+.3f}i")
