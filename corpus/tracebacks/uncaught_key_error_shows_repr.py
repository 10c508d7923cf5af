# harness:
#   description: an uncaught KeyError shows the repr of its key, other lookup errors show their text
#   tags: [traceback, uncaught]
#   raises: KeyError
import traceback


class Point:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"Point(x={self.x})"

    def __hash__(self):
        return 1


def show(function):
    try:
        function()
    except LookupError as error:
        print(type(error).__name__, "| str:", str(error), "| repr:", repr(error), "| args:", error.args,
              "| line:", traceback.format_exception_only(error)[-1].rstrip())


table = {"a": 1}
for key in ("it's", 'both " and \'', 5, None, (1, "x"), "", b"raw", 2.50, Point(3), "two\nlines", frozenset(),
            "caf\u00e9"):
    show(lambda: table[key])
show(lambda: [][0])
show(lambda: table.pop("gone"))
show(lambda: {1}.remove("gone"))
show(lambda: "abc"[9])
show(lambda: {}.popitem())


def throw(error):
    raise error


show(lambda: throw(KeyError()))
show(lambda: throw(KeyError("a", "b")))
show(lambda: throw(KeyError(KeyError("inner"))))
show(lambda: throw(IndexError("plain 'text'")))
show(lambda: throw(LookupError("x", 1)))


class Registry(dict):
    def __missing__(self, key):
        raise KeyError(f"no plugin named {key!r}; known: {sorted(self)}")


registry = Registry(csv=1, json=2)
print(registry["csv"])
print(registry["xml"])
