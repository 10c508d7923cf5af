# harness:
#   description: suggestions for misspelt keyword arguments of functions, classes and built-in functions
#   tags: [errors, messages, suggestions]


def one(first, second=2):
    return first


def keyword(*, width, height=1):
    return width


class Thing:
    def __init__(self, size):
        self.size = size


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("one(frist=1)", "one(1, secnd=2)", "one(1, nothing_like_it=2)", "keyword(widht=1)",
             "keyword(width=1, hight=2)",
             "Thing(sise=1)", "Thing(zzzz=1)", "sorted([1], revers=True)", "print('a', ends='')",
             "int('1', bse=2)",
             "open('x', encodng='a')", "[].sort(kye=len)", "max([1], ke=len)", "enumerate([], strat=1)",
             "'a'.split(sepp=',')", "dict(a=1).get('a', defaul=2)", "(lambda value: 0)(valeu=1)"):
    attempt(text)
