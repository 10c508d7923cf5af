# harness:
#   description: wording of syntax errors in type statements
#   tags: [messages, syntax]

SOURCES = [
    "type X",
    "type X = ",
    "type X[T] ",
    "type X.y = int",
    "type X, Y = int",
    "type X[] = int",
    "type X[T, T] = int",
    "type X[T: int = str] = T",
    "type X[T = int, U] = T",
    "type X[*T: int] = T",
    "type X[**P: int] = P",
    "type X[*Ts = *tuple[int]] = Ts",
    "type X = (yield)",
    "type X = (y := 1)",
    "type X[T: (yield)] = T",
    "type 5 = int",
    "type X: int = 5",
    "type(X) = int",
    "type X = await y",
    "type __debug__ = int",
    "class C[T]:\n    type X = T",
    "def f():\n    nonlocal T\n    type X[T] = T",
    "type X[T] = (T := 1)",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
