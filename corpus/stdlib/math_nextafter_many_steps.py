# harness:
#   description: math.nextafter - steps up to huge counts, negative steps, special values
#   tags: [module:math, numbers]
import math


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for start, towards, steps in (
    (1.0, 2.0, 0),
    (1.0, 2.0, 1),
    (1.0, 2.0, 2**52),
    (1.0, 2.0, 2**60),
    (0.0, 1.0, 5),
    (-1e-323, 1.0, 4),
    (1.0, -math.inf, 2**63),
    (1.0, -math.inf, 2**70),
    (1.0, math.nan, 3),
    (math.inf, 0.0, 2),
    (3.0, 3.0, 7),
    (1.0, 2.0, True),
    (1.0, 2.0, -1),
    (1.0, 2.0, 1.5),
    (1.0, 2.0, None),
):
    attempt(f"{start} towards {towards} by {steps}", math.nextafter, start, towards, steps=steps)
