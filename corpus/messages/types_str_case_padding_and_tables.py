# harness:
#   description: messages of str padding, translation, repetition and indexing with wrong arguments
#   tags: [errors, messages, str]
import warnings

warnings.simplefilter("ignore", SyntaxWarning)


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("'abc'.upper(1)", "'abc'.isalpha('x')", "'abc'.title(x=1)", "'a'.center(5, 'xy')",
             "'a'.ljust(5, '')", "'a'.rjust(5, 0)", "'a'.rjust('5')", "'a'.expandtabs(1.5)",
             "str.maketrans('abc', 'xy')", "str.maketrans({'ab': 1})",
             "str.maketrans({1.5: 'a'})", "str.maketrans('a', 1)", "str.maketrans('a', 'b', 3)",
             "str.maketrans()", "'a'.translate({97: 0x110000})", "'a'.translate({97: 1.5})",
             "'a'.translate(5)", "'a' * 1.5", "'a' * 'b'", "'a' + 1", "1 + 'a'", "'a' - 'b'", "'abc'[3]",
             "'abc'[-4]", "'abc'['1']", "'abc'[1.0]", "'abc'[1, 2]"):
    attempt(text)
