# harness:
#   description: wording of syntax errors for f-string prefixes, conversions and expressions
#   tags: [messages, syntax]

SOURCES = [
    "f'{(x}'",
    "f'{x]}'",
    "f'{a $ b}'",
    "f'{pass}'",
    "f'{import x}'",
    "fb'x'",
    "bf'x'",
    "fu'x'",
    "f'{x}' b'y'",
    "f'a\nb'",
    "f'''{\nx\n}'''",
    "f'{x!r=}'",
    "f'{\\n}'",
    "f'{x:\n}'",
    "f'{yield}'",
    "f'{x:=5}'",
    "f'{x\n}'",
    "f'{1:{}}'",
    "f'{x!s:}'",
    "f'{x:!r}'",
    "f'\\N{NO SUCH NAME}'",
    "f'{x!r }'",
    "del f'{x}'",
    "f'{x}' = 1",
    'f\'{print(1)!r:{"a" "b"}}\'',
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
