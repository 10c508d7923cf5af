# harness:
#   description: wording of syntax errors in string literals, escapes and prefixes
#   tags: [messages, syntax]

SOURCES = [
    "'abc",
    "'a\nb'",
    '"""abc',
    "'\\x4'",
    "'\\xg1'",
    "'\\u123'",
    "'\\U0011ffff'",
    "'\\U00110000'",
    "'\\N{no such}'",
    "'\\N{'",
    "'\\",
    "b'\\x4'",
    "b'é'",
    "b'a' 'b'",
    "ur'x'",
    "ub'x'",
    "rr'x'",
    "bb'x'",
    "r'\\'",
    "x'ab'",
    "'a' 5",
    "'a'b'c'",
    "bu''",
    "rbf'x'",
    "''''",
    "'''a''",
    '"a\'',
    "'%' % ",
    "'a' f",
    "5'a'",
    "b'' + ''",
    "'\\u{41}'",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
