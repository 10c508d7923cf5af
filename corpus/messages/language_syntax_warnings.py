# harness:
#   description: wording of the SyntaxWarnings issued while compiling
#   tags: [messages, warnings]

import warnings

SOURCES = r"""
x is 5
x is not 'text'
x is ()
x is -1
[1](2)
'text'(1)
{1: 2}(3)
(x for x in y)(1)
f'{x}'(1)
None()
...[0]
True[0]
(1, 2)['a']
'text'['a']
b'a'[b'x']
[1][2, 3]
assert (x, 'message')
'\d'
b'\8'
'\777'
f'\d{x}'
1if x else 2
0xfor x
1and 2
1in x
0b1is 1
lambda: (1)()
""".strip().splitlines()
for source in SOURCES:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile(source, "<source>", "exec")
    print(source, "->", [f"{w.category.__name__}: {w.message}" for w in caught])
FINALLY = ["return", "return 1", "break", "continue"]
for statement in FINALLY:
    block = "def f():\n    while x:\n        try:\n            pass\n        finally:\n            "
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile(block + statement, "<source>", "exec")
    print(f"{statement} in finally ->", [f"{w.category.__name__}: {w.message}" for w in caught])
