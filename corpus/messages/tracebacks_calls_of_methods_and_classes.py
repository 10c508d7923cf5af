# harness:
#   description: messages for wrong arguments of constructors, methods, class methods and static methods
#   tags: [errors, messages, calls, classes]


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


thing = Thing(1)


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("Thing()", "Thing(1, 2)", "thing.method()", "thing.method(1, 2)", "Thing.method(1)",
             "Thing.method()", "thing.make()", "Thing.make(1, 2)", "Thing.helper()", "thing.helper(1, 2)",
             "Thing(size=1, size_=2)", "Thing.make(n=1, m=2)", "thing.method(y=1)"):
    attempt(text)
