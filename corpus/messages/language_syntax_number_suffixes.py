# harness:
#   description: wording of syntax errors for letters and odd digits after numbers
#   tags: [messages, syntax]

SOURCES = [
    "١",
    "1١",
    "0b١",
    "½",
    "٣.٥",
    "1²",
    "1e5_",
    "1jj",
    "0x1j",
    "1.real",
    "1.e",
    "_1",
    "1,000",
    "1 000",
    "0777",
    "00123",
    "0b12",
    "0o19",
    "1.0f",
    "10L",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
