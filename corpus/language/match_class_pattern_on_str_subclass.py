# harness:
#   description: a positional sub-pattern captures the subject itself for subclasses of the builtin types
#   tags: [match]
class Symbol(str):
    pass


class Count(int):
    pass


class Pair(tuple):
    pass


def describe(value):
    match value:
        case Symbol("x"):
            return "the symbol x"
        case Symbol(name):
            return f"symbol {name}"
        case Count(number):
            return f"count {number + 1}"
        case Pair((first, second)):
            return f"pair {first} {second}"
        case str(text):
            return f"text {text}"
        case _:
            return "something else"


for value in (Symbol("x"), Symbol("y"), Count(4), Pair((1, 2)), "plain", 3.5):
    print(type(value).__name__, "->", describe(value))
