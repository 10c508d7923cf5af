# harness:
#   description: format of complex numbers with only a width, an alignment or a sign, and no presentation type
#   tags: [complex, format]

for spec in ("24", "*>24", "<24", "^24", "+", " ", "5", "_>30"):
    print(f"{spec:>6}", *("[" + format(value, spec) + "]"
                          for value in (1234.5678 - 0.000012345j, -1j, 3 + 4j, 1e20 + 0j, 1e-7j,
                                        complex(-0.0, 2.5))))
