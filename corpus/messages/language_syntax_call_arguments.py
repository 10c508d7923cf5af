# harness:
#   description: wording of syntax errors in call arguments
#   tags: [messages, syntax]

SOURCES = [
    "f(a=1, a=2)",
    "f(a=1, 2)",
    "f(**k, *a)",
    "f(**k, 1)",
    "f(1=2)",
    "f(a.b=2)",
    "f(True=1)",
    "f(x for x in y, 1)",
    "f(1, x for x in y)",
    "f(a, b=)",
    "f(None=1)",
    "f(a b)",
    "f(a=b:=1)",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
