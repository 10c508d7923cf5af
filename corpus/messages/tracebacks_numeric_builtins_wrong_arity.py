# harness:
#   description: messages of numeric built-in functions called with wrong numbers of arguments
#   tags: [errors, messages, calls, builtins]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("abs()", "abs(1, 2)", "int(1, 2, 3)", "int(x='1')", "float(1, 2)", "max()", "min(key=len)",
             "pow(1)", "pow(1, 2, 3, 4)", "round()", "round(1, 2, 3)", "sum()", "sum([1], 2, 3)", "chr()",
             "ord('a', 'b')", "divmod(1)", "hex()", "any()", "any(1, 2)", "bool(1, 2)", "complex(1, 2, 3)"):
    attempt(text)
