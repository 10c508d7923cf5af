# harness:
#   description: wording of syntax errors for global and nonlocal declarations
#   tags: [messages, syntax]

SOURCES = [
    "def f():\n    x = 1\n    global x",
    "def f():\n    print(x)\n    global x",
    "def f(x):\n    global x",
    "def f():\n    nonlocal x",
    "nonlocal x",
    "def f():\n    x = 1\n    def g():\n        x = 2\n        nonlocal x",
    "def f():\n    global x\n    nonlocal x",
    "def f(x):\n    def g(x):\n        nonlocal x",
    "def f():\n    global x\n    def g():\n        nonlocal x",
    "class C:\n    x = 1\n    def f(self):\n        nonlocal x",
    "def f():\n    x: int = 1\n    global x",
    "def f():\n    global x\n    x: int = 1",
    "def f():\n    for x in y: global x",
    "global x\nx = 1",
    "x = 1\nglobal x",
    "def f():\n    import x\n    nonlocal x",
    "def f():\n    (x := 1)\n    global x",
    "nonlocal",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
