# harness:
#   description: wording of syntax errors about starred targets and starred expressions
#   tags: [messages, syntax]

SOURCES = [
    "*a = [1]",
    "*a, *b = x",
    "a, *b, c, *d = x",
    "* a, b = x",
    "(*a) = x",
    "print(*a b)",
    "x = *a",
    "x = *a,",
    "[*a for a in b]",
    "*a += 1",
    "del *a",
    "for *a in b: pass",
    "for *a, b in c: pass",
    "*(a, b), c = x",
    "**a = 1",
    "a = **b",
    "return *a",
    "[*x for x in y]",
    "{**d for d in y}",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
