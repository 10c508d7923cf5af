# harness:
#   description: fsum and powers of the smallest numbers a float can hold
#   tags: [module:math, numbers]
import math

print("powers:", 2**-1074, 2.0**-1074, math.pow(2, -1074), math.ldexp(1, -1074), 2**-1075, 2**-1022, 10**-320)
tiny = math.ldexp(1, -1074)
print(
    "sums:", math.fsum([tiny] * 3), sum([tiny] * 3), math.fsum([1, tiny, -1]), math.fsum([tiny, -tiny, tiny])
)
print(
    "products:",
    tiny * 0.5,
    tiny * 1.5,
    tiny / 2,
    math.prod([2.0**-600, 2.0**-474]),
    math.fma(tiny, 0.5, tiny),
)
print("hex:", tiny.hex(), float.fromhex("0x0.0000000000001p-1022"), float.fromhex("0x0.00000000000008p-1022"))
