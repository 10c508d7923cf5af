# harness:
#   description: wording of syntax errors in parameter lists
#   tags: [messages, syntax]

SOURCES = [
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
    "def f(__debug__): pass",
    "def f(x=y:=1): pass",
    "lambda x=: 1",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
