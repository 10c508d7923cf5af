# harness:
#   description: float.hex, float.fromhex, as_integer_ratio, is_integer, from_number and their errors
#   tags: [float, hex]
import math
from fractions import Fraction

for value in (0.0, -0.0, 1.0, 1.5, -2.25, 0.1, 1 / 3, 1e300, 5e-324, 2.2250738585072014e-308,
              2.2250738585072009e-308,
              1.7976931348623157e308, math.pi, 4096.0, 2.0**-1030, math.inf, -math.inf, math.nan):
    text = value.hex()
    back = float.fromhex(text)
    print(repr(value), text, back == value or back != back, math.copysign(1, back))

print("fromhex forms:")
for text in ("0x1p0", "1p3", "0x.8", ".8p1", "0xA.8p0", "-0x1.8p+1", " 0x1p-1074 ", "0x1p-1075",
             "0x1.8p-1075", "0x1p1023",
             "0x1.fffffffffffff8p1022", "ff", "0Xff.FFP-4", "inf", "-InFiNiTy", "nan", "+0", "-0x0p0",
             "0x1.00000000000008p0",
             "0x1.00000000000018p0", "0x1.000000000000081p0", "0x0.0000000000001p-1022", "10", "1e2",
             "0x10p-2"):
    print(f"{text!r:>28}", repr(float.fromhex(text)))
for text in ("", "0x", "0xg", "1p", "1p+", "0x1p1024", "0x1p99999999999", "-0x1p5000",
             "0x1.fffffffffffff8p1023", "1..2", "0x 1",
             "p1", "1_0", "0x1p0x1", "nan1", "infinit", "0x1\x00"):
    try:
        print(f"{text!r:>28}", repr(float.fromhex(text)))
    except (ValueError, OverflowError) as error:
        print(f"{text!r:>28}", type(error).__name__)
try:
    float.fromhex(1)
except TypeError:
    print("fromhex(1): TypeError")


class Celsius(float):
    pass


made = Celsius.fromhex("0x1.4p+4")
print("subclass:", type(made).__name__, made, type(made + 1).__name__, made.hex())

print("ratios:")
for value in (0.0, -0.0, 0.5, 0.75, -2.5, 0.1, 1e22, 2.0**-60, 5e-324, 3.0):
    top, bottom = value.as_integer_ratio()
    shown = (top, bottom) if bottom < 2**64 else (top, f"2**{bottom.bit_length() - 1}")
    print(repr(value), shown, Fraction(top, bottom) == Fraction(value))
for value in (math.inf, math.nan, -math.inf):
    try:
        value.as_integer_ratio()
    except (OverflowError, ValueError) as error:
        print(repr(value), type(error).__name__)

print("is_integer:", [v.is_integer() for v in (1.0, 1.5, -0.0, 1e300, math.inf, math.nan, 4503599627370497.5,
                                               -7.0)])
for value in (math.inf, -math.inf, math.nan, 1e20, -1.9, 0.99999999999999999):
    try:
        print("int of", repr(value), int(value), math.floor(value), math.ceil(value))
    except (OverflowError, ValueError) as error:
        print("int of", repr(value), type(error).__name__)
print("from_number:", float.from_number(3), float.from_number(2.5), Celsius.from_number(True))
try:
    float.from_number("3")
except TypeError:
    print("from_number('3'): TypeError")
print("frexp, ldexp:", math.frexp(0.1), math.frexp(-0.0), math.frexp(5e-324), math.ldexp(0.8, 4),
      math.ldexp(1, -1074),
      math.modf(-3.25), math.modf(math.inf))
print("ulp, nextafter:", math.ulp(1.0), math.ulp(0.0), math.nextafter(1, 2), math.nextafter(0, -1),
      math.nextafter(1.0, 2.0, steps=3))
