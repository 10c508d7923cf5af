# harness:
#   description: messages for missing, extra, unexpected and repeated arguments of functions
#   tags: [errors, messages, calls]


def none():
    return "none"


def one(a):
    return a


def two(a, b):
    return a, b


def three(a, b, c):
    return a, b, c


def default(a, b=2):
    return a, b


def many(a, b, c, d, e):
    return a


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("none(1)", "none(1, 2)", "none(x=1)", "one()", "one(1, 2)", "one(b=1)", "one(1, a=2)",
             "one(a=1, b=2)", "two()", "two(1)", "two(b=1)", "two(1, 2, 3)", "three()", "three(b=1)",
             "three(1, c=3)", "many()", "many(1, e=5)", "default()", "default(1, 2, 3)", "default(b=1)"):
    attempt(text)
