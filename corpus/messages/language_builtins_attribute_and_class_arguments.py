# harness:
#   description: wording of errors for wrong arguments to getattr, isinstance, print, eval and the like
#   tags: [messages, builtins]

EXPRESSIONS = """
isinstance(1, "int")
isinstance(1, [int])
issubclass(1, int)
issubclass(int, (1,))
getattr(1, 2)
getattr(1, "nope")
setattr(1, "x", 2)
delattr(1, "x")
hasattr(1, 5)
print(1, sep=2)
print(1, end=2)
vars(5)
memoryview("x")
eval(5)
exec(5)
__import__("")
__import__(5)
breakpoint.nope
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
