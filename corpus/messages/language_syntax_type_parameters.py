# harness:
#   description: wording of syntax errors in type parameter lists
#   tags: [messages, syntax]

SOURCES = [
    "class C[T, T]: pass",
    "def f[T]():\n    nonlocal T",
    "class C[T]:\n    global T",
    "def f[T: (yield)](): pass",
    "class C[T](y := 1): pass",
    "def f[T](x: (y := T)): pass",
    "class C[]: pass",
    "lambda[T] x: x",
    "class C[int]: x: int",
    "def f[__debug__](): pass",
    "class C[T = 1, U]: pass",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
