# harness:
#   description: messages for complex numbers from wrong text or types, and for operations they lack
#   tags: [errors, messages, complex]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("complex('1 + 2j')", "complex('')", "complex('1', 2)", "complex(1, '2')", "complex([])",
             "complex(None)", "complex(1, None)", "complex(b'1')", "complex.from_number('1')", "1j // 2",
             "1j % 2", "divmod(1j, 2)", "1j < 2j", "1j / 0", "0j ** -1", "int(1j)", "float(1j)",
             "round(1j)", "abs(complex(1e308, 1e308))", "pow(1j, 2, 3)", "(1e300 + 1j) ** 5",
             "setattr(1j, 'real', 2)", "format(1j, '=20')", "format(1j, '020')", "format(1j, 'd')",
             "format(1j, '%')", "sorted([1j, 0j])"):
    attempt(text)
