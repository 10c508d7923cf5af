# harness:
#   description: wording of syntax errors in import statements
#   tags: [messages, syntax]

SOURCES = [
    "def f():\n    from plain import *",
    "class C:\n    from plain import *",
    "from x import (a, b,)",
    "from x import a,",
    "from x import ()",
    "import a.b as c.d",
    "from x import *, a",
    "import *",
    "from . import *",
    "import a as b.c",
    "import",
    "from x",
    "import a.",
    "from plain import a.b",
    "import None",
    "import x as False",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
