# harness:
#   description: messages for arguments unpacked from wrong objects, with repeated names or with wrong keys
#   tags: [errors, messages, calls, unpacking]


def one(a):
    return a


def two(a, b):
    return a, b


def star(*args):
    return args


def double(**kwargs):
    return kwargs


class Thing:
    def __init__(self, size):
        self.size = size

    def method(self, x):
        return x

    @classmethod
    def make(cls, n):
        return n

    @staticmethod
    def helper(n):
        return n


thing = Thing(1)


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("one(*5)", "one(**5)", "one(*None)", "one(**[1])", "one(**{1: 2})", "two(*[1], **{'a': 1})",
             "double(**{'x': 1}, **{'x': 2})", "double(x=1, **{'x': 2})", "one(*[1, 2])",
             "two(*'ab', *'c')", "star(*[1], *(2, 3), *{4: 5})", "double(**{'a b': 1, '': 2})",
             "print(*1)", "one(**{'a': 1}, **{'a': 2})", "Thing(*None)", "len(**{1: 2})", "dict(**{1: 2})"):
    attempt(text)
