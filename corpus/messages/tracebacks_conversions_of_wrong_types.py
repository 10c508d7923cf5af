# harness:
#   description: messages of number conversions and number functions for wrong types
#   tags: [errors, messages, conversion]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("divmod('a', 1)", "pow('a', 2)", "abs('a')", "round('a')", "chr('a')", "chr(-1)", "ord('ab')",
             "hex(1.5)", "range(1.5)", "range('a')", "int('a')", "int([])", "float('a')", "complex('a')"):
    attempt(text)
