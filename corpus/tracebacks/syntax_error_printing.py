# harness:
#   description: how a SyntaxError from the compiler is formatted with its line and carets
#   tags: [syntax-error, traceback]
import traceback


def show(error):
    print("".join(traceback.format_exception_only(error)), end="")


SOURCES = ("x = (1 +\n     2))\n", "def f():\n    return 1 +* 2\n", "value = 'unterminated\nnext = 1\n",
           "for item in items\n    print(item)\n", "data = {'a': 1, 'b' 2}\n",
           "call(arg for arg in args, 1)\n", "def long_name(first, second=2, third):\n    pass\n",
           "class A:\npass\n",
           "a = [\n  1,\n  2,\nb = 3\n", "if True:\n    x = 1\n   y = 2\n", "f'{a + }'\n", "0123 + 1\n")
for number, source in enumerate(SOURCES):
    print("--", number)
    try:
        compile(source, f"file{number}.py", "exec")
    except SyntaxError as error:
        show(error)
