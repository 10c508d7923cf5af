# harness:
#   description: wording of syntax errors in t-strings
#   tags: [messages, syntax]

SOURCES = [
    "t'{'",
    "t'{}'",
    "t'a' 'b'",
    "'a' t'b'",
    "t'a' f'b'",
    "t'a' b'b'",
    "bt'x'",
    "ft'x'",
    "ut'x'",
    "t'{x!z}'",
    "t'{x!}'",
    "t'}'",
    "t'{a b}'",
    "t'{lambda x: 1}'",
    "t'{x:{y:{z}}}'",
    "del t'x'",
    "t'x' = 1",
    "t''' '''",
    "match x:\n case t'a': pass",
    "t'{x!r:{y!s}}'",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
