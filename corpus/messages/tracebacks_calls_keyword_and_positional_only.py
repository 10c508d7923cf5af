# harness:
#   description: messages for arguments of keyword-only, positional-only, star and lambda parameters
#   tags: [errors, messages, calls]
import functools


def two(a, b):
    return a, b


def keyword(*, k):
    return k


def keywords(a, *, k, m, n=3):
    return a, k, m, n


def positional(a, b, /):
    return a, b


def mixed(a, /, b, *, c):
    return a, b, c


def star(*args):
    return args


def double(**kwargs):
    return kwargs


def posdefault(a=1, /, b=2):
    return a, b


def poskw(a, /, **kw):
    return a, kw


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("keyword()", "keyword(1)", "keyword(1, k=2)", "keyword(j=1)", "keywords()", "keywords(1)",
             "keywords(1, 2, k=1, m=2)", "keywords(1, k=1)", "keywords(1, k=1, m=1, z=1)", "positional(1)",
             "positional(a=1, b=2)", "positional(1, b=2)", "mixed(a=1, b=2, c=3)", "mixed(1, 2)",
             "mixed(1, 2, 3)", "star(x=1)", "double(1)", "posdefault(a=5)", "poskw(1, a=2)", "poskw(a=1)",
             "(lambda x: x)()", "(lambda: 0)(1)", "functools.partial(two, 1)()",
             "functools.partial(two, a=1)(2)"):
    attempt(text)
