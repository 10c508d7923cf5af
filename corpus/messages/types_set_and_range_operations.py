# harness:
#   description: messages of set, range and slice operations with wrong operands and arguments
#   tags: [errors, messages, set, range, slice]
import warnings

warnings.simplefilter("ignore", SyntaxWarning)


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("{1} | [1]", "[1] - {1}", "{1} < [1]", "{1} + {2}", "{1}.remove(2)",
             "{1}.remove((1, 2))", "set().pop()", "set(5)", "set([1], [2])", "frozenset().add", "{1}[0]",
             "{1}.union(5)", "exec('s = {1}; s |= [2]')", "range(5).index(11)", "range(5).index('a')",
             "range(5)[13]", "range(5)[1.0]", "range(1, 2, 0)", "range(1.0)", "range()",
             "range(1, 2, 3, 4)", "range(stop=3)", "range(2) + range(2)", "range(2) < range(3)",
             "len(range(10**30))", "slice(1).indices(-1)", "slice(0, 5, 0).indices(5)",
             "slice(0, 1.5).indices(5)", "slice()", "slice(start=1)", "slice(None) < slice(1)",
             "hash(slice([], 1))", "setattr(slice(1), 'start', 5)"):
    attempt(text)
