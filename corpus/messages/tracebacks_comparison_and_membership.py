# harness:
#   description: messages for comparisons and membership tests between types that do not support them
#   tags: [errors, messages, operators]
import warnings

warnings.simplefilter("ignore", SyntaxWarning)


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("1 << 2.0", "not None", "1 in 5", "1 in 'abc'", "'a' in 5", "None in None", "5 in {}",
             "1 < None", "'a' >= 1", "1j < 2", "{} < {}", "[1] > 1", "None <= None", "{} <= []",
             "'a' == 1", "[] == ()", "1 if [] else 2"):
    attempt(text)
