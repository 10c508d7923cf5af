# harness:
#   description: messages of syntax errors for wrong targets of assignment, deletion and annotation
#   tags: [syntax-error, messages]
import warnings

SOURCES = (
    "x = yield = 1", "1 = x", "x + 1 = 2", "'a' = 1", "(x for x in y) = 1", "del f()", "del 1",
    "x += y += 1", "not x = 1", "with open(x) as 1: pass", "x: int: str", "a, b: int = 1", "*x", "x = *y",
    "(x, y) := 1", "x := 1", "def f[T](x: (y := 1)): pass", "True = 1", "None.x = 1; def",
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
