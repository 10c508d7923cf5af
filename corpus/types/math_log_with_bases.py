# harness:
#   description: math.log of two arguments with base one, zero, below zero and huge integers
#   tags: [float, math]
import math

for value, base in ((8, 2), (2**3000, 2), (10**500, 10), (1, 5), (2, 1), (1, 1), (2, 0), (2, -1), (0, 2),
                    (-1, 2), (0, 0),
                    (2, math.inf), (math.inf, 2), (2, math.nan), (2.0, 1.0), (10**400, 10**200)):
    label = f"log({value if value < 10**9 else 'huge'}, {base if base < 10**9 else 'huge'})"
    try:
        print(label, f"{math.log(value, base):.9g}")
    except (ValueError, ZeroDivisionError) as error:
        print(label, type(error).__name__)
