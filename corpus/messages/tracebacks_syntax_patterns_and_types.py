# harness:
#   description: messages of syntax errors in match patterns and type statements
#   tags: [syntax-error, messages]
import warnings

SOURCES = (
    "match x:\n    case 1 | y: pass", "match x:\n    case a: pass\n    case b: pass",
    "match x:\n    case A(b=1, b=2): pass", "match x:\n    case {**r, 'a': 1}: pass",
    "match x:\n    case *a, *b: pass", "type X = (yield)", "type X[T, T] = int",
    "match x:\n    case 1 + 2: pass", "match x:\n    case -x: pass",
    "match x:\n    case f(): pass\n    case a.b as c.d: pass", "match x:\n    case {1: a, **_}: pass",
    "match x:\n    case [a, a]: pass", "type X = await y", "type 1 = int", "def f[T = int, S](): pass",
    "class A[*Ts: int]: pass", "type X[T: (yield)] = int",
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
