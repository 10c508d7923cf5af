# harness:
#   description: attributes of the SyntaxError made from a SyntaxWarning by an error filter
#   tags: [warnings, syntax]

import warnings

SOURCES = ["a\nx is 7", "5()", "if 1:\n    assert (x, 1)", "s = '\\d'", "x = [1]\ny = [1](2)\n", "1or 2",
           "try: pass\nfinally:\n    while 1: break\ndef f():\n    try: pass\n    finally: return 1"]
for source in SOURCES:
    with warnings.catch_warnings():
        warnings.simplefilter("error", SyntaxWarning)
        try:
            compile(source, "<source>", "exec")
            print(repr(source), "compiles")
        except SyntaxError as exc:
            print(repr(source), type(exc).__name__, exc.filename)
            print("    line", exc.lineno, exc.end_lineno, "offset", exc.offset, exc.end_offset)
            print("    text", repr(exc.text))
