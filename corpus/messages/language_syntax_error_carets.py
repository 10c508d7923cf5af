# harness:
#   description: text, source line and caret that the traceback module shows for syntax errors
#   tags: [messages, syntax, traceback]

import traceback

SOURCES = ["x = = 1", "def f(:\n  pass", "f(", "'unterminated", "  indented", "if x:\npass", "a b", "x = 1 +",
           "\tx\n  y", "f(a b)", "x = [1 2]", "1 = x", "f() = 1", "if x = 1: pass", "x = (1]", "print 'x'",
           "def f(a, a): pass", "return", "break", "f(a=1, 2)"]
for source in SOURCES:
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as exc:
        print("".join(traceback.format_exception_only(exc)).rstrip())
