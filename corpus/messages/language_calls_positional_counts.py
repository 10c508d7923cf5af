# harness:
#   description: wording of errors for too few and too many positional arguments
#   tags: [messages, functions]

def plain(a, b, c):
    return a, b, c


def defaults(a, b=2, c=3):
    return a, b, c


def noargs():
    return None


EXPRESSIONS = """
plain()
plain(1)
plain(1, 2, 3, 4)
plain(1, 2, 3, 4, d=5)
plain(1, 2, a=3)
plain(1, c=3)
plain(1, 2, 3, z=1)
plain(*[1, 2], **{"c": 3})
plain(1, 2, **{"b": 3})
plain(**{"a": 1, "b": 2, "c": 3, "d": 4})
defaults()
defaults(1, 2, 3, 4)
defaults(b=1)
defaults(1, c=9)
defaults(1, 2, b=3)
noargs(1)
noargs(x=1)
(lambda x: x)()
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
