# harness:
#   description: how errors for unexpected indents and characters outside the language are formatted
#   tags: [syntax-error, traceback]
import traceback


def show(error):
    print("".join(traceback.format_exception_only(error)), end="")


SOURCES = ("print('caf\u00e9', \u201cbad\u201d)\n", "\tif x = 3:\n\t\tpass\n", "x = 1\n        y = 2\n",
           "\U0001f600\u4e2d = 1 $ 2\n", "x = 5 \u00d7 3\n", "a\u00a0= 1\n", "x = \u20ac5\n",
           "def f():\n\tx = 1\n        y = 2\n",
           "if x:\n    pass\n      y = 1\n", "x = 1 ? 2\n", "x = \x00\n".replace("\x00", "\x01"))
for number, source in enumerate(SOURCES):
    print("--", number)
    try:
        compile(source, f"file{number}.py", "exec")
    except SyntaxError as error:
        show(error)
