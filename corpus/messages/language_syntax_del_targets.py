# harness:
#   description: wording of syntax errors about what cannot be deleted
#   tags: [messages, syntax]

SOURCES = [
    "del f()",
    "del 5",
    "del x + y",
    "del (x := 1)",
    "del None",
    "del x, 5",
    "del [x, (y, z())]",
    "del",
    "del x if y else z",
    "del lambda: 0",
    "del *x",
    "del {x}",
    "del x.y, z[0]",
    "del (x), [y], ((z))",
    "del (x for x in y)",
    "del __debug__",
    "del x as y",
    "del ...",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
