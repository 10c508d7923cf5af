# harness:
#   description: wording of syntax errors inside the braces of f-strings
#   tags: [messages, syntax]

SOURCES = [
    "f'{'",
    "f'}'",
    "f'{}'",
    "f'{ }'",
    "f'{x!}'",
    "f'{x!z}'",
    "f'{x!rr}'",
    "f'{x! r}'",
    "f'{x !r}'",
    "f'{x:{y:{z}}}'",
    "f'{x:{y:{z:{w}}}}'",
    "f'{a b}'",
    "f'{x:'",
    "f'{x'",
    "f'{!r}'",
    "f'{:5}'",
    "f'{=}'",
    "f'{lambda x: 1}'",
    "f'{(lambda x: 1)}'",
    "f'{x = y}'",
    "f'{*x}'",
    "f'{**x}'",
    "f'{x;y}'",
    "f'{x#}'",
    "f'{x)}'",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
