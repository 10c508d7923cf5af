# harness:
#   description: wording of syntax errors in try, except and except* clauses
#   tags: [messages, syntax]

SOURCES = [
    "try: pass\nexcept* ValueError: pass\nexcept KeyError: pass",
    "try: pass\nexcept*: pass",
    "def f():\n    try: pass\n    except* ValueError: return 1",
    "for x in y:\n    try: pass\n    except* ValueError: break",
    "for x in y:\n    try: pass\n    except* ValueError: continue",
    "for x in y:\n    try: pass\n    except* ValueError:\n        for z in x: break",
    "try: pass\nexcept* A, B: pass",
    "try: pass\nexcept A, B: pass",
    "try: pass\nexcept A, B as c: pass",
    "try: pass",
    "try: pass\nexcept: pass\nexcept A: pass",
    "try: pass\nelse: pass",
    "try: pass\nexcept A as b.c: pass",
    "raise E, 'm'",
    "try:\n  x\ny",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
