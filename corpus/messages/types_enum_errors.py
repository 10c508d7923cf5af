# harness:
#   description: messages of enum lookups, definitions, assignments and flags
#   tags: [errors, messages, enum]
import enum


class Color(enum.Enum):
    RED = 1
    BLUE = 2
    CRIMSON = 1


class Perm(enum.Flag):
    R = 1
    W = 2


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("Color('nothing')", "Color(5)", "Color['NOTHING']", "Color.PURPLE", "Color.RED < Color.BLUE",
             "Color.RED + 1", "setattr(Color, 'RED', 5)", "delattr(Color, 'RED')",
             "setattr(Color.RED, 'value', 5)", "type('More', (Color,), {})",
             "exec('class D(enum.Enum):\\n    A = 1\\n    A = 2\\n')", "enum.unique(Color)",
             "exec('class D(enum.Enum):\\n    mro = 1\\n')",
             "exec('class D(enum.Enum):\\n    _bad_ = 1\\n')",
             "exec('class S(enum.StrEnum):\\n    A = 1\\n')", "Perm(8)", "Perm(-200)", "Perm.R | 2",
             "1 in Perm.R", "enum.Enum('A', 5)", "Color()", "Color(1, 2)"):
    attempt(text)
