# harness:
#   description: wording of syntax errors for None, True and False used as names
#   tags: [messages, syntax]

SOURCES = [
    "None = 1",
    "True = 0",
    "... = 1",
    "def None(): pass",
    "class True: pass",
    "f(None=1)",
    "None.x = 1",
    "del None",
    "for None in x: pass",
    "import None",
    "import x as False",
    "lambda None: 0",
    "with x as None: pass",
    "NotImplemented = 1",
    "Ellipsis = 1",
    "x.None",
    "x.True = 1",
    "(None := 1)",
    "global None",
    "def f(*, True): pass",
    "try: pass\nexcept E as None: pass",
    "match x:\n case None(): pass",
    "None: int",
    "type None = int",
    "@None\ndef f(): pass",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
