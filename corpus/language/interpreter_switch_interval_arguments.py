# harness:
#   description: sys.setswitchinterval with integers, floats, booleans and refused values
#   tags: [sys]

import sys
from fractions import Fraction

for value in (0.01, 1, 0.5, True, Fraction(1, 4), 0, -1, -0.5, 0.0, "1", None):
    try:
        sys.setswitchinterval(value)
        print(repr(value), "accepted, now", round(sys.getswitchinterval(), 3))
    except (TypeError, ValueError) as exc:
        print(repr(value), type(exc).__name__)
sys.setswitchinterval(0.005)
print("default again", round(sys.getswitchinterval(), 3))
