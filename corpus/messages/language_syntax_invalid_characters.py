# harness:
#   description: wording of syntax errors about characters that are not allowed
#   tags: [messages, syntax]

SOURCES = [
    "x \xa0= 1",
    "x\u3000= 1",
    "x = “q”",
    "x = a – b",
    "x = a ≠ b",
    "x = 5 $ 3",
    "x ? y",
    "x = a!b",
    "x = `y`",
    "!x",
    "é",
    "é = 1",
    "́ = 1",
    "½ = 1",
    "² = 1",
    "x² = 1",
    "· = 1",
    "\u200d = 1",
    "a\u200d = 1",
    "€ = 1",
    "𝟘 = 1",
    "؟ = 1",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
