# harness:
#   description: shortest round-trip float repr, switch to exponents, special values and signed zeros
#   tags: [float, repr]
import math
import struct
import sys

SAMPLES = (0.0, -0.0, 1.0, -1.5, 0.1, 0.2 + 0.1, 1 / 3, 2 / 3, 100.0, 1e15, 1e16, 123456789012345680.0,
           9999999999999998.0,
           1e17, 1e22, 1e23, 1e100, 1.5e300, 0.001, 0.0001, 0.00001, 0.00012345, 1e-5, 1.5e-7, 5e-324,
           2.2250738585072014e-308,
           1.7976931348623157e308, float(2**53), float(2**63), float(2**64), math.pi, math.e, 4.35, 0.57,
           2.675, 1e-323)
for value in SAMPLES:
    print(repr(value), str(value), [value], f"{value}", "%s" % value, value.hex())

print("inf and nan:", float("inf"), -math.inf, float("nan"), -math.nan, [math.nan], repr(math.inf * 0))
print("info:", sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig,
      sys.float_info.mant_dig,
      sys.float_info.max_exp, sys.float_info.min_exp, sys.float_info.max_10_exp, sys.float_info.min_10_exp,
      sys.float_info.radix, sys.float_repr_style)

seed = 12345
bad = 0
digits = 0
for _ in range(2000):
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    value = struct.unpack("<d", seed.to_bytes(8, "little"))[0]
    if value == value:
        text = repr(value)
        bad += float(text) != value
        digits += len(text)
print("random round trips:", bad, "failures, total length", digits)

print("parse:")
for text in ("1", " 1.5 ", "1e5", "1E-5", ".5", "5.", "-.5e+3", "+1_000.000_1", "1e400", "-1e400", "1e-400",
             "inf", "-Infinity",
             "+INF", "nan", "-NaN", "\u0661.\u0665", "0x10", "1__0", "_1", "1_", "1_.0", "1e", "e5", ".", "",
             " ", "1 2",
             "infinit", "1e5.0", "--1", "1,5", "nan(1)", "1.0f", "\x001", "2e308", "1.7976931348623158e308",
             "2.4703282292062327e-324", "2.4703282292062328e-324", "9007199254740993",
             "9007199254740993.0000001"):
    try:
        print(repr(text), repr(float(text)))
    except ValueError:
        print(repr(text), "ValueError")
for value in (None, [], "x" * 3, b"1.25", bytearray(b"-7e2"), b"\xff", 10**400, 1j, True):
    try:
        print(type(value).__name__, float(value))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(value).__name__, type(error).__name__)
print("signed zeros:", -0.0 == 0.0, math.copysign(1, -0.0), 0.0 * -1, -0.0 + 0.0, -0.0 - 0.0, abs(-0.0),
      max(0.0, -0.0), min(-0.0, 0))
