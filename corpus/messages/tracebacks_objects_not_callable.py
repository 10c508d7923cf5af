# harness:
#   description: messages when something that is not callable is called
#   tags: [errors, messages, calls]
import functools
import warnings

warnings.simplefilter("ignore", SyntaxWarning)


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


def one(a):
    return a


thing = Thing(1)


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("5()", "'a'()", "None()", "[1](0)", "(1, 2)()", "thing()", "thing.size()", "{}()",
             "functools()", "1.5(2)", "...()", "Thing(1)(2)", "one(1)(2)", "(x for x in ())()",
             "range(3)()", "NotImplemented()", "slice(1)()", "b'x'()", "{1}()"):
    attempt(text)
