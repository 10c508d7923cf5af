# harness:
#   description: messages of int from text, bases, bytes conversions, shifts and digit limits
#   tags: [errors, messages, int]
import sys


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("int('12a')", "int('')", "int('1__0')", "int('0x', 0)", "int('017', 0)", "int('9', 8)",
             "int('1', 1)", "int('1', 37)", "int(10, 10)", "int(base=10)", "int(None)", "int([])",
             "int(1j)", "int('1.5')", "int(b'4x2')", "int('1\\x002')", "int('\\u00b2')", "int('9' * 4301)",
             "str(10**4300)", "sys.set_int_max_str_digits(639)", "sys.set_int_max_str_digits(-1)",
             "(256).to_bytes(1, 'big')", "(-1).to_bytes(2, 'big')", "(1).to_bytes(-1, 'big')",
             "(1).to_bytes(1, 'middle')", "int.from_bytes('12', 'big')", "int.from_bytes(12, 'big')",
             "1 << -1", "1 << 10**30", "pow(2, -1, 4)", "pow(2, 3, 0)", "pow(2.0, 3, 5)", "hex(1.0)",
             "bin('1')"):
    attempt(text)
