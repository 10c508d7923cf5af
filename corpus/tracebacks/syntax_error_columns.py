# harness:
#   description: line and column spans of syntax errors, without their wording
#   tags: [syntax-error, compile]
import warnings

SOURCES = (
    "x = (1,\ny = 2\n", "print 'hello'", "if x = 1:\n    pass", "if True\n    pass",
    "for in range(3): pass", "while True print(1)", "x = [1, 2", "x = {1: 2, 3}", "x = 1 +", "a b",
    "return 5", "yield 1", "await x", "break", "continue", "x = yield = 1", "1 = x", "x + 1 = 2", "'a' = 1",
    "(x for x in y) = 1", "del f()", "del 1", "x += y += 1", "not x = 1", "import a.b as", "from a import",
)
warnings.simplefilter("ignore", SyntaxWarning)
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as error:
        span = f"{error.lineno}:{error.offset}-{error.end_lineno}:{error.end_offset}"
        print(f"{ascii(source)}: {type(error).__name__} {span}")
    except Exception as error:
        print(f"{ascii(source)}: {type(error).__name__}: {error}")
