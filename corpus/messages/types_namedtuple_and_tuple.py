# harness:
#   description: messages of tuples and namedtuples made, read and changed in wrong ways
#   tags: [errors, messages, tuple, namedtuple]
import warnings
from collections import namedtuple
from typing import NamedTuple

warnings.simplefilter("ignore", SyntaxWarning)

Point = namedtuple("Point", "x y")


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("(1, 'a') < (1, 2)", "(1,) < [1]", "hash((1, [2]))", "(1, 2).index(3)", "(1, 2)[2]",
             "(1, 2)['x']", "(1,) + [1]", "(1,) * (2,)", "(1,).append", "tuple(5)", "tuple(1, 2)",
             "(1,).count()", "Point(1)", "Point()", "Point(1, 2, 3)", "Point(1, z=3)", "Point(1, x=3)",
             "Point._make([1])", "Point(1, 2)._replace(z=1, w=2)", "setattr(Point(1, 2), 'x', 5)",
             "setattr(Point(1, 2), 'z', 5)", "delattr(Point(1, 2), 'x')", "namedtuple('T', 'a def')",
             "namedtuple('T', 'a b a')", "namedtuple('T', 'a _b')", "namedtuple('1T', 'a')",
             "namedtuple('T', 'a', defaults=(1, 2))",
             "exec('class Bad(NamedTuple):\\n    a: int = 1\\n    b: str\\n')",
             "exec('class Bad(NamedTuple):\\n    _a: int\\n')"):
    attempt(text)
