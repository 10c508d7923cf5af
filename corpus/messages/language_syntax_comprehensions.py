# harness:
#   description: wording of syntax errors in comprehensions and walrus expressions
#   tags: [messages, syntax]

SOURCES = [
    "[x for x in 1, 2]",
    "[*x for x in y]",
    "{**d for d in y}",
    "[x, y for x in z]",
    "[(yield) for x in y]",
    "[x for x() in y]",
    "{x: y, for x in y}",
    "[x for None in y]",
    "(x for x in y) = 1",
    "[x if y for y in z]",
    "x := 1",
    "(x.a := 1)",
    "(x[0] := 1)",
    "((a, b) := 1)",
    "[i := 0 for i in range(3)]",
    "[[(j := 0) for i in range(3)] for j in range(3)]",
    "[i for i in (k := [1])]",
    "class C:\n    y = [z := i for i in range(3)]",
    "f(a=b:=1)",
    "(lambda: (yield)) and (1 := 2)",
    "def f(x=y:=1): pass",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
