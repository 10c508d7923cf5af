# harness:
#   description: wording of errors for wrong arguments to ord, chr, pow, round, range and the like
#   tags: [messages, builtins]

EXPRESSIONS = """
abs("x")
ord("ab")
ord(5)
ord(b"")
chr(-1)
chr("a")
chr(0x110000)
range(1, 2, 0)
range(1.5)
divmod(1, 0)
pow(2, -1, 4)
pow(2, 3, 0)
pow(2.0, 3, 5)
round("x")
round(1.5, "x")
bin("x")
hex(1.5)
format([], "x")
format(1, "zz")
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
