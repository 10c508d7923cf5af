# harness:
#   description: wording of errors for texts and objects that int, float, complex, str and bytes refuse
#   tags: [messages, conversions]

EXPRESSIONS = r"""
int("x")
int("12", 99)
int("12", base="2")
int([])
int(None)
float("x")
float([])
complex("1+")
complex("1", 2)
str(b"a", "nope")
bytes("a")
bytes(-1)
bytes([256])
bytes(["a"])
bytearray("x")
int("12", 1)
int("")
int("1_")
int(b"x")
int("\u0661a")
int(float("nan"))
int(float("inf"))
float("")
float("1_")
complex("")
complex(None)
bytes("a", "nope")
bytes(1.5)
bytes([-1])
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
