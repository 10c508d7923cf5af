# harness:
#   description: messages of list methods, operators and sorting with wrong arguments
#   tags: [errors, messages, list]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("[].pop()", "[1].pop(5)", "[1].pop('0')", "[1].remove(2)", "[1, 2].index('zz')",
             "[1, 2, 3].index(1, 1, -1)", "[].extend(5)", "[].insert(1)", "[].insert('a', 1)",
             "[].append(1, 2)", "[1] + (2,)", "[1] + None", "[1] * [2]", "[1] * 1.0", "[1, 2][2]",
             "list(5)", "list(1, 2)", "list(iterable=[1])", "[1] * 2**62", "[1, 2] < [1, 'a']", "[1] < 1",
             "sorted([3, 'a', 1])", "sorted([None, 1])", "sorted([{}, {}])", "sorted([1, 2], key=5)",
             "sorted([1], len)", "[1].sort(len)", "[1].sort(cmp=1)", "sorted()"):
    attempt(text)
