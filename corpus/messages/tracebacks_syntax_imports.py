# harness:
#   description: messages of syntax errors in import statements
#   tags: [syntax-error, messages]
import warnings

SOURCES = (
    "import a.b as", "from a import", "from . import *, b", "from a import (b, c", "import a-b", "import",
    "from x import *; def f(): from y import *", "def f():\n    from y import *",
    "from __future__ import nope", "x = 1\nfrom __future__ import division",
)
warnings.simplefilter("ignore", SyntaxWarning)
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as error:
        kind = type(error).__name__.replace("SyntaxError", "")
        print(f"{ascii(source)}: {kind} {ascii(error.msg)} line {error.lineno}")
    except Exception as error:
        print(f"{ascii(source)}: {type(error).__name__}: {error}")
