# harness:
#   description: math.log with the bases one, zero, negative, below one and huge
#   tags: [module:math, numbers]
import math


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for base in (1, 1.0, True, 0, -2, 0.5, 10 ** 400, math.inf, math.nan, 2.5):
    for value in (5, 1, 0.25, 10 ** 400):
        attempt(f"log {str(value)[:8]} base {str(base)[:8]}", lambda: round(math.log(value, base), 9))
