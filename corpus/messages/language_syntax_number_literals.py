# harness:
#   description: wording of syntax errors in number literals
#   tags: [messages, syntax]

SOURCES = [
    "01",
    "0_7",
    "08",
    "1__0",
    "1_",
    "0x",
    "0xg",
    "0b2",
    "0b",
    "0o8",
    "0x_",
    "1e",
    "1e+",
    "1_.5",
    "1._5",
    "1.5_",
    "1e_5",
    "0b1.5",
    "0x1.8",
    "1.2.3",
    "1a",
    "1_a",
    "5x",
    "1ee5",
    "0_x1",
    "0b1_",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
