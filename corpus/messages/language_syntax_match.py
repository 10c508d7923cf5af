# harness:
#   description: wording of syntax errors in match statements
#   tags: [messages, syntax]

SOURCES = [
    "match x:\n case a: pass\n case b: pass",
    "match x:\n case _: pass\n case 1: pass",
    "match x:\n case a | b: pass",
    "match x:\n case (a, a): pass",
    "match x:\n case a | 1: pass",
    "match x:\n case [a] | [b]: pass",
    "match x:\n case 1 + 2: pass",
    "match x:\n case -a: pass",
    "match x:\n case f'x': pass",
    "match x:\n case a.b(): pass",
    "match x:\n case {**rest, 'a': 1}: pass",
    "match x:\n case {'a': 1, 'a': 2}: pass",
    "match x:\n case [*a, *b]: pass",
    "match x:\n case C(a=1, 2): pass",
    "match x:\n case C(a=1, a=2): pass",
    "match x:\n case a as _: pass",
    "match x:\n case {**_}: pass",
    "match x:\n case 1 as a.b: pass",
    "match x:\npass",
    "match x:\n pass",
    "match x:\n case {a: 1}: pass",
    "match x:\n case 1j + 1: pass",
    "match x:\n case -None: pass",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
