# harness:
#   description: messages of syntax errors in expressions, displays and comprehensions
#   tags: [syntax-error, messages]
import warnings

SOURCES = (
    "x = (1,\ny = 2\n", "x = [1, 2", "x = {1: 2, 3}", "x = 1 +", "a b", "{**a for a in b}",
    "[*a for a in b]", "{a: *b}", "x = {a, **b}", "x = 1 if 2", "x = (y if z)", "a = 1,, 2",
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
