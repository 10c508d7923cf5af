# harness:
#   description: wording of errors for positional-only, keyword-only and starred arguments
#   tags: [messages, functions]

def posonly(a, b=1, /):
    return a, b


def mixed(a, /, b, *, c, d=4):
    return a, b, c, d


def kwonly(*, x, y):
    return x, y


def onlykw_default(*, x=1):
    return x


def star(*args, **kwargs):
    return args, kwargs


EXPRESSIONS = """
posonly()
posonly(a=1)
posonly(1, b=2)
posonly(1, 2, 3)
mixed(1, 2)
mixed(1, 2, 3)
mixed(1, 2, c=3)
mixed(1, c=3)
mixed(a=1, b=2, c=3)
mixed(1, b=2, c=3, e=5)
kwonly()
kwonly(x=1)
kwonly(1, x=1, y=2)
kwonly(1, 2)
onlykw_default(1)
onlykw_default(1, x=2)
star(1, *(2, 3), k=4, **{"m": 5})
star(**{"a": 1}, **{"a": 2})
star(a=1, **{"a": 2})
star(*1)
star(**1)
star(**{1: 2})
(lambda x, *, y: x)(1)
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
