# harness:
#   description: messages for wrong indices and for objects that cannot be indexed
#   tags: [errors, messages, indexing]
import warnings

warnings.simplefilter("ignore", SyntaxWarning)


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("[1][1]", "[1]['a']", "[1][1.0]", "[1][None]", "(1,)[5]", "'abc'[5]", "'abc'['a']", "{}['a']",
             "{1}[0]", "5[0]", "None[0]", "len[0]", "int[0]", "(x for x in [])[0]", "b'a'[1]",
             "range(3)[5]", "[1]['a':]", "'a'[::0]", "[1][1, 2]", "1.5[0]", "True[0]", "iter([])[0]",
             "slice(1)[0]", "(lambda: 0)[0]"):
    attempt(text)
