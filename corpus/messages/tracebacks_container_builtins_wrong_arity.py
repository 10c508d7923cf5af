# harness:
#   description: messages of built-in functions on containers called with wrong numbers of arguments
#   tags: [errors, messages, calls, builtins]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("len()", "len(1, 2)", "len(obj=[1])", "str(1, 2, 3, 4)", "list(1, 2)", "dict(1, 2)",
             "range()", "sorted()", "sorted([1], 1, 2)", "zip(strict=1, x=2)", "map()", "enumerate()",
             "iter()", "next(1, 2, 3)", "hash()", "bytes(1, 2, 3, 4)", "slice()", "reversed()", "format()",
             "filter(1)", "set(1, 2)", "repr()", "ascii(1, 2)"):
    attempt(text)
