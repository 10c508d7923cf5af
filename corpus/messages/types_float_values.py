# harness:
#   description: messages of float constructors, methods, rounding and math functions
#   tags: [errors, messages, float]
import math


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("float('1,5')", "float('')", "float('nan(1)')", "float(b'\\xff')", "float([])", "float(None)",
             "float(10**400)", "float(1, 2)", "float.fromhex('0xg')", "float.fromhex('0x1p1024')",
             "float.fromhex(1)", "float.from_number('3')", "float('inf').as_integer_ratio()",
             "float('nan').as_integer_ratio()", "int(float('inf'))", "int(float('nan'))",
             "math.floor(float('inf'))", "round(float('nan'))", "round(float('inf'))", "round(1.5, '1')",
             "round(1.79e308, -308)", "2.0 ** 2000", "0.0 ** -2.0", "1.0 / 0", "1.0 // 0", "1.0 % 0",
             "divmod(1.0, 0)", "1e308 * 10 ** 400"):
    attempt(text)
