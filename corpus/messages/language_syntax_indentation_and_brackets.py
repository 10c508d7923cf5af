# harness:
#   description: wording of errors about indentation, line continuation and brackets
#   tags: [messages, syntax]

SOURCES = [
    "if 1:\n\tx=1\n        y=2",
    "if 1:\n        x=1\n\ty=2",
    "if 1:\n  x=1\n y=2",
    "x=1\n  y=2",
    "if 1:\nx=1",
    "def f():\n",
    "if 1: pass; else: pass",
    "x = 1 \\ \ny",
    "x = \\",
    "\\\nx = 1",
    "x = 1;;y = 2",
    ";",
    "x = (1,\n2",
    "x = [1)",
    "{(]}",
    "x = {1:2",
    "if 1:\n\n\n  # c\n\n  x=1",
    "def 1f(): pass",
    "try:\n  x\ny",
    "def f() pass",
    "x = 1\n\x0cy = 2",
    "x = 1 +",
    "def f(:\n  pass",
    "f(",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
