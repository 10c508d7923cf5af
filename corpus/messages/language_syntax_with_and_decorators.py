# harness:
#   description: wording of syntax errors in with statements and decorators
#   tags: [messages, syntax]

SOURCES = [
    "with x as 5: pass",
    "with x as f(): pass",
    "with: pass",
    "with x, : pass",
    "with (x as y): pass",
    "with (x, y as z): pass",
    "with x as y, z as 1: pass",
    "with (x): pass",
    "with (): pass",
    "with x as *y: pass",
    "with (x as y) as z: pass",
    "@x\ny = 1",
    "@\ndef f(): pass",
    "@x y\ndef f(): pass",
    "@(yield)\ndef f(): pass",
    "@a, b\ndef f(): pass",
    "@",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
