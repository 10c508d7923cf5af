# harness:
#   description: wording of syntax errors about what cannot be assigned to
#   tags: [messages, syntax]

SOURCES = [
    "a, b += 1",
    "(a, b): int = 1",
    "f() = 1",
    "a + b = 1",
    "None = 1",
    "a, None = 1, 2",
    "1, a = 2",
    "'s' = 1",
    "(a := 1) = 2",
    "[a, b()] = 1",
    "a if b else c = 1",
    "lambda: 1 = 2",
    "x = yield = 1",
    "a and b = 1",
    "-a = 1",
    "a < b = 1",
    "... = 1",
    "__debug__ = 1",
    "a.__debug__ = 1",
    "{a: 1} = 2",
    "{a} = 2",
    "f'{a}' = 1",
    "(yield) = 1",
    "f() += 1",
    "(a) += 1",
    "[a] += 1",
    "1 += 1",
    "a += b += 1",
    "(a := 1) += 1",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
