# harness:
#   description: positional-only and keyword-only parameters, name reuse in **kwargs and forbidden signatures
#   tags: [functions, signatures]


def head(name, /, **kwargs):
    return name, kwargs


print(head("x", name="also name"), head("y", a=1))


def shape(a, b=2, /, c=3, *, d, e=5):
    return a, b, c, d, e


print(shape(1, d=4), shape(1, 9, 8, d=7, e=6), shape(1, c=0, d=0), shape(*"ab", **dict(d=1)))


def keyword_before(*args, sep="-", **rest):
    return sep.join(map(str, args)), rest


print(keyword_before(1, 2, 3), keyword_before(1, 2, sep="+", other=1), keyword_before(*range(4), sep=""))


def required_after_default(*, a=1, b, c=3, d):
    return a, b, c, d


print(required_after_default(d=4, b=2))
try:
    required_after_default(a=1)
except TypeError:
    print("TypeError")


def three(*, a, b, c):
    return a, b, c


for given in ({}, {"a": 1}, {"a": 1, "b": 2}):
    try:
        three(**given)
    except TypeError:
        print("TypeError")

print("co counts", shape.__code__.co_argcount, shape.__code__.co_posonlyargcount,
      shape.__code__.co_kwonlyargcount)
print("names", shape.__code__.co_varnames, keyword_before.__code__.co_varnames)


class PosOnlySelf:
    def update(self, /, **kwargs):
        return sorted(kwargs.items())


print(PosOnlySelf().update(self=1, other=2))
print("lambda", (lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3),
      (lambda *a, k=0, **kw: (a, k, kw))(1, k=2, z=3))


def kwargs_order(**kwargs):
    return list(kwargs)


print(kwargs_order(z=1, a=2, **{"m": 3}, b=4))
original = {"x": 1}


def keep(**kwargs):
    kwargs["added"] = True
    return kwargs


print(keep(**original), original)


class Mapping:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


print(keep(**Mapping()))

for source in [
    "def f(a=1, b): pass",
    "def f(*, **kw): pass",
    "def f(*): pass",
    "def f(a, /, b, /): pass",
    "def f(/, a): pass",
    "def f(*a, *b): pass",
    "def f(*a, /): pass",
    "def f(a, a): pass",
    "def f(**k, a): pass",
    "def f(**k=1): pass",
    "def f(*a=1): pass",
    "def f(a, *, a): pass",
    "def f(None): pass",
    "def f((a, b)): pass",
    "lambda *: 1",
    "lambda a=1, b: 1",
    "f(a=1, a=2)",
    "f(a=1, 2)",
    "f(**k, *a)",
    "f(**k, 1)",
    "f(1=2)",
    "f(a.b=2)",
    "f(True=1)",
    "f(x for x in y, 1)",
    "f(1, x for x in y)",
    "f(a, b=)",
    "def f(__debug__): pass",
]:
    try:
        compile(source, "<case>", "exec")
        print(source, "=> compiles")
    except SyntaxError as exc:
        print(source, "=>", type(exc).__name__)
