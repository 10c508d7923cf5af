# harness:
#   description: wording of syntax errors for assert, return and yield out of place
#   tags: [messages, syntax]

SOURCES = [
    "assert",
    "assert x,",
    "assert x, y, z",
    "assert x = 1",
    "assert (x := 1), y",
    "assert x if y else z, w",
    "assert *x",
    "assert x, *y",
    "assert lambda: 0",
    "assert yield",
    "__debug__ = 1",
    "assert x; assert y",
    "assert not x, 'a' 'b'",
    "assert x == 1, (yield)",
    "return 1",
    "class C:\n    return 1",
    "yield 1",
    "return",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
