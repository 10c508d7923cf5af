# harness:
#   description: messages of iter, next, reversed, zip, map, enumerate, min, max and sum
#   tags: [errors, messages, iteration]


def Thing(**methods):
    return type("Thing", (), methods)()


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("iter(5)", "iter([1], 2)", "next([1])", "iter(Thing(__iter__=lambda self: 5))",
             "iter(Thing(__iter__=None))", "1 in Thing(__contains__=None)",
             "next(Thing(__iter__=lambda self: self))",
             "list(Thing(__iter__=lambda self: iter(()), __length_hint__=lambda self: '3'))",
             "list(Thing(__iter__=lambda self: iter(()), __length_hint__=lambda self: -1))",
             "reversed({1})", "reversed(x for x in ())", "reversed(Thing(__reversed__=None))",
             "reversed(Thing(__getitem__=lambda self, i: i))", "list(zip('abc', 'ab', strict=True))",
             "list(zip('a', 'bc', strict=True))", "list(zip('ab', 'cd', 'e', strict=True))", "zip([1], 5)",
             "list(map(len, [[]], [1, 2], strict=True))", "list(map(None, [1]))", "map(str, 5)",
             "filter(None)", "enumerate('a', 1.5)", "sum(['a'])", "sum(['a'], '')", "sum([b'a'], b'')",
             "min([])", "max(1)", "max(1, 2, default=3)", "max([1], key=5)", "all(5)"):
    attempt(text)
