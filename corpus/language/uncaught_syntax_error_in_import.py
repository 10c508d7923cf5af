# harness:
#   description: ends with the uncaught SyntaxError of an imported module, after catching other broken ones
#   tags: [imports, syntax, stderr]
#   raises: SyntaxError
#   files:
#     fine.py: "value = 42\n"
#     broken_indent.py: "def f():\nreturn 1\n"
#     broken_tabs.py: "if True:\n\tx = 1\n        y = 2\n"
#     broken_late.py: "print('never printed, since compiling comes first')\nx = (1,\n     2\ny = 3\n"
#     broken_final.py: "def compute(a, b)\n    return a + b\n"

import fine

print("fine", fine.value)
for name in ("broken_indent", "broken_tabs", "broken_late"):
    try:
        __import__(name)
    except SyntaxError as exc:
        print(name, type(exc).__name__, exc.lineno, exc.offset, repr(exc.text),
              exc.filename.endswith(name + ".py"))
import broken_final  # noqa: E402

print("never printed", broken_final)
