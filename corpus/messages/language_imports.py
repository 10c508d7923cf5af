# harness:
#   description: wording of errors for modules and names that cannot be imported
#   tags: [messages, imports]

import sys

sys.modules["blocked"] = None

CASES = {
    "no module": "import no_such_module",
    "no submodule": "import no_such_package.inner",
    "not a package": "import math.inner",
    "not a package, pure": "import string.inner",
    "no name": "from sys import nothing",
    "several names": "from sys import path, nothing, absent",
    "no submodule in package": "import collections.nothing",
    "relative without package": "from . import sibling",
    "relative two up": "from ..up import sibling",
    "blocked": "import blocked",
    "blocked name": "from blocked import name",
    "blocked child": "import blocked.child",
    "builtin import empty": "__import__('')",
    "builtin import number": "__import__(5)",
    "builtin import level": "__import__('x', level=-1)",
    "import_module relative": """
import importlib
importlib.import_module('.x')
""",
    "import_module empty": """
import importlib
importlib.import_module('')
""",
    "reload number": """
import importlib
importlib.reload(5)
""",
    "resolve beyond": """
import importlib.util
importlib.util.resolve_name('..x', 'pkg')
""",
    "find_spec of child": """
import importlib.util
importlib.util.find_spec('no_such.child')
""",
    "module type": """
import types
types.ModuleType()
""",
    "module type name": """
import types
types.ModuleType(5)
""",
    "module attribute": """
import types
types.ModuleType('made').missing
""",
    "module set dict": """
import types
types.ModuleType('made').__dict__ = {}
""",
    "module call": """
import math
math()
""",
    "module class": """
import types
types.ModuleType('made').__class__ = int
""",
    "run_module": """
import runpy
runpy.run_module('no_such_module')
""",
    "future": "from __future__ import braces",
    "future unknown": "from __future__ import nothing_known",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
