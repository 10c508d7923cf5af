# harness:
#   description: messages of syntax errors for statements outside of their place and for old statements
#   tags: [syntax-error, messages]
import warnings

SOURCES = (
    "print 'hello'", "return 5", "yield 1", "await x", "break", "continue", "global x, y z",
    "def f():\n    x = 1\n    global x", "def f(x):\n    global x", "nonlocal x",
    "def f():\n    nonlocal q", "async x = 1", "[x async for x in y]", "assert", "raise a, b", "f(print 1)",
    "async def f():\n    [(yield x) for x in y]", "exec 'x'", "def f(x):\n  def g():\n    nonlocal y",
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
