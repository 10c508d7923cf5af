# harness:
#   description: package imports - relative levels, __all__, star imports, submodule binding, __path__
#   tags: [imports, packages]
#   files:
#     shapes/__init__.py: |
#       print('init', __name__, __package__)
#       from .base import Shape
#       __all__ = ['Shape', 'round', 'lazy_name']
#       lazy_name = 'from all'
#       _private = 1
#       public_not_in_all = 2
#     shapes/base.py: "print('init', __name__, __package__)\nclass Shape:\n    kind = 'base'\n"
#     shapes/round/__init__.py: |
#       print('init', __name__)
#       from ..base import Shape
#       from . import circle
#       from .. import base as sibling
#     shapes/round/circle.py: |
#       print('init', __name__)
#       from .. import base
#       from ..base import Shape as Parent
#       from ..round import __name__ as Odd
#       try:
#           from ...shapes.base import Shape as Far
#       except ImportError as exc:
#           print(exc)
#       class Circle(Parent):
#           kind = 'circle'
#     plain.py: "a = 1\n_b = 2\n__c__ = 3\nimport os as imported\ndef f():\n    return __name__\n"
#     weird_all.py: "__all__ = ['x', 'missing']\nx = 1\n"
#     bad_all.py: "__all__ = [1]\n"
#     toplevel.py: "from . import nothing\n"
#     namespace_pkg/inside.py: "where = __name__\n"

import sys

import shapes
import shapes.base as alias

print(alias.Shape is shapes.Shape, shapes.base is alias, "round" in vars(shapes))
from shapes import *  # noqa: E402, F403

print(sorted(n for n in globals() if n in ("Shape", "round", "lazy_name", "_private", "public_not_in_all")))
print(round.circle.Circle.kind, round.circle.Odd, round.sibling is alias)  # noqa: F405
import shapes.round.circle  # noqa: E402
from shapes.round.circle import Circle as C, base as b  # noqa: E402

print(shapes.round.circle.Circle is C, b is alias, C.__module__, C.__mro__[1].__module__)
for name in ("shapes", "shapes.base", "shapes.round", "shapes.round.circle"):
    module = sys.modules[name]
    print(name, module.__package__, hasattr(module, "__path__"), module.__spec__.name, module.__spec__.parent,
          module.__spec__.submodule_search_locations is not None)

scope = {}
exec("from plain import *", scope)
print(sorted(k for k in scope if k != "__builtins__"), scope["f"]())
for source in ["from weird_all import *", "from bad_all import *", "import toplevel",
               "from shapes import nothing",
               "import shapes.nothing", "import plain.sub", "from plain import a.b", "from ..x import y",
               "from . import plain",
               "import no.such.thing", "from shapes.base import Shape, Missing", "import shapes.base.deeper",
               "from .shapes import base"]:
    try:
        exec(source, {"__name__": "__main__"})
    except (ImportError, AttributeError, TypeError, SyntaxError) as exc:
        print(source, "->", type(exc).__name__)

import namespace_pkg.inside  # noqa: E402

print(namespace_pkg.inside.where, namespace_pkg.__file__ is None if hasattr(namespace_pkg,
        "__file__") else "no __file__",
      type(namespace_pkg.__path__).__name__, namespace_pkg.__spec__.origin)


def local_import():
    import shapes.base
    from shapes import base as again
    return shapes.base is again, sorted(locals())


print(local_import())
import shapes.base as first, shapes.round as second, plain  # noqa: E401, E402

print(first.__name__, second.__name__, plain.imported.__name__)
for source in ["def f():\n    from plain import *", "class C:\n    from plain import *",
               "from x import (a, b,)", "from x import a,",
               "from x import ()", "import a.b as c.d", "from x import *, a", "import *", "from . import *",
               "import a as b.c"]:
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__)
