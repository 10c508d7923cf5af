# harness:
#   description: wording of syntax errors around annotations
#   tags: [messages, syntax]

SOURCES = [
    "def f(a: (x := 1)): pass",
    "def f(a: (yield)): pass",
    "x: (yield)",
    "class C:\n    a: (b := 1)",
    "x: int, y: str",
    "x: int = 1, 2",
    "(x, y): int",
    "x, y: int",
    "lambda a: int: a",
    "f(): int",
    "x: *y",
    "def f(*a: *b): pass",
    "def f(a: *b): pass",
    "x: int: str",
    "5: int",
    "async def f(a: (await b)): pass",
    "x: int += 1",
    "[x]: int",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
