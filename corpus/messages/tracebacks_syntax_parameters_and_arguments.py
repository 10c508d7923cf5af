# harness:
#   description: messages of syntax errors in parameter lists and argument lists
#   tags: [syntax-error, messages]
import warnings

SOURCES = (
    "def f(:\n    pass", "f(a for a in b, c)", "f(a=1, 2)", "f(**k, *a)", "f(a=1, a=2)",
    "def f(a, a): pass", "def f(a=1, b): pass", "def f(*): pass", "def f(**k, a): pass",
    "def f(a, /, b, /): pass", "lambda: (yield", "f() = 1", "def f():\n    async with a: pass",
    "def f():\nprint(1)", "print(*)", "f(x := 1, y := )", "lambda x=1, y: 0",
)
warnings.simplefilter("ignore", SyntaxWarning)
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as error:
        kind = type(error).__name__.replace("SyntaxError", "")
        print(f"{ascii(source)}: {kind} {ascii(error.msg)} line {error.lineno}")
    except Exception as error:
        print(f"{ascii(source)}: {type(error).__name__}: {error}")
