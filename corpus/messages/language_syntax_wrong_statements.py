# harness:
#   description: wording of syntax errors for keywords, operators and statements of other languages
#   tags: [messages, syntax]

SOURCES = [
    "  x=1",
    "x = {1:2",
    "print 'x'",
    "exec 'x'",
    "a <> b",
    "x++",
    "x = ++y",
    "a && b",
    "a || b",
    "print x",
    "def 1f(): pass",
    "class = 1",
    "None = 1",
    "if x = 1: pass",
    "elif x: pass",
    "while 1 pass",
    "def f() pass",
    "class C pass",
    "for i in range(3) print(i)",
    "x = [1 2]",
    "f(a b)",
    "{1: 2 3: 4}",
    "{'a': }",
    "{'a' 1}",
    "\x0cx = 1",
    "pass pass",
    "else",
    "x = not",
    "a not b",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
