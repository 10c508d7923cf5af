# harness:
#   description: messages of container constructors and iteration functions for wrong types
#   tags: [errors, messages, iteration]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("len(5)", "len(None)", "sum(['a'])", "sum([[1]])", "min(1, 'a')", "max([1, None])",
             "sorted([1, 'a'])", "sorted([{}, {}])", "reversed(5)", "reversed({1})", "iter(5)",
             "next([1])", "list(5)", "tuple(5)", "set(5)", "dict(5)", "dict([5])", "dict(['abc'])",
             "map(5)", "zip(5)", "enumerate(5)", "filter(None, 5)"):
    attempt(text)
