# harness:
#   description: messages of RecursionError from functions, comparisons, reprs and attributes
#   tags: [errors, messages, recursion]
import sys

sys.setrecursionlimit(200)


def down():
    return down()


class Endless:
    def __getattr__(self, name):
        return self.other

    def __repr__(self):
        return f"<{self!r}>"

    def __str__(self):
        return str(self)

    def __eq__(self, other):
        return self == other

    def __call__(self):
        return self()

    def __len__(self):
        return len(self)

    def __hash__(self):
        return hash(self)


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", f"{type(error).__name__}: {error}")


endless = Endless()
for label, function in (("function", down), ("repr", endless.__repr__), ("str", endless.__str__),
                        ("call", endless), ("len", endless.__len__), ("hash", endless.__hash__),
                        ("comparison", lambda: endless == 1), ("attribute", lambda: endless.x)):
    attempt(label, function)
for limit in (0, -5, "a", 2.5):
    attempt(f"limit {limit!r}", sys.setrecursionlimit, limit)
attempt("frame depth", sys._getframe, 10000)
