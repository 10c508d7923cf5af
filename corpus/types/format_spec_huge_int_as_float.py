# harness:
#   description: integers beyond the float range formatted with float presentation types
#   tags: [int, format]

for exponent in (22, 100, 308, 309, 400):
    for spec in ("e", "f", "g", ".3e", "%", ",.0f"):
        for value in (10**exponent, -(10**exponent)):
            try:
                text = format(value, spec)
                print(f"{'-' * (value < 0)}10**{exponent} {spec}:",
                      text if len(text) < 40 else f"{len(text)} characters")
            except OverflowError:
                print(f"{'-' * (value < 0)}10**{exponent} {spec}: OverflowError")
