# harness:
#   description: messages for arithmetic and bitwise operators on types that do not support them
#   tags: [errors, messages, operators]
import warnings

warnings.simplefilter("ignore", SyntaxWarning)


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("'a' - 'b'", "[1] - [1]", "{} * 2", "'a' * 1.5", "'a' * 'b'", "[1] * [1]", "None * 2",
             "2 ** 'a'", "[] ** 2", "'a' / 2", "'a' // 2", "5 % 'a'", "1.5 & 1", "'a' | 'b'", "[] @ []",
             "~'a'", "-[]", "+'a'", "'a' + 1", "1 + 'a'"):
    attempt(text)
