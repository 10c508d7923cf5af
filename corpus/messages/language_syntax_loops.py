# harness:
#   description: wording of syntax errors in loops, break and continue out of place
#   tags: [messages, syntax]

SOURCES = [
    "break",
    "continue",
    "for x in y: pass\nelse: break",
    "while 1: pass\nelse: continue",
    "def f(): break",
    "for x in y:\n    def g(): break",
    "for x in y:\n    class C: continue",
    "if 1: break",
    "for f() in x: pass",
    "for x in: pass",
    "for 1 in x: pass",
    "for x, in y: pass",
    "for x y: pass",
    "while: pass",
    "for x in y pass",
    "else: pass",
    "for x in *y: pass",
    "for (x in y): pass",
    "lambda: break",
    "with x:\n    continue",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
