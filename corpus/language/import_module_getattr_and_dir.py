# harness:
#   description: module-level __getattr__ and __dir__, lazy submodules, module subclasses, module attributes
#   tags: [imports, modules]
#   files:
#     lazy/__init__.py: |
#       import importlib
#       _names = {'heavy', 'light'}
#       log = []
#       def __getattr__(name):
#           log.append(name)
#           if name in _names:
#               return importlib.import_module('.' + name, __name__)
#           if name == 'computed':
#               globals()['computed'] = 'cached'
#               return 'first time'
#           raise AttributeError(f'lazy has no {name}')
#       def __dir__():
#           return sorted(_names | {'computed'})
#     lazy/heavy.py: "print('heavy loaded')\nweight = 100\n"
#     lazy/light.py: "print('light loaded')\nweight = 1\n"
#     documented.py: "'''Doc of module.'''\nx: int = 1\n"
#     modern.py: |
#       import sys, types
#       class _Callable(types.ModuleType):
#           @property
#           def doubled(self):
#               return self.base * 2
#           def __call__(self, n):
#               return n + self.base
#           def __setattr__(self, name, value):
#               if name == 'base' and value < 0:
#                   raise ValueError('negative')
#               super().__setattr__(name, value)
#       base = 5
#       sys.modules[__name__].__class__ = _Callable

import sys
import types

import lazy

print(lazy.heavy.weight, lazy.heavy.weight, lazy.log)
print(lazy.computed, lazy.computed, [n for n in lazy.log if n == "computed"])
from lazy import light, computed  # noqa: E402

print(light.weight, computed, dir(lazy))
for action in (lambda: lazy.nothing, lambda: getattr(lazy, "nope"), lambda: lazy._hidden):
    try:
        action()
    except AttributeError:
        print("AttributeError")
print(hasattr(lazy, "absent"), getattr(lazy, "absent", "default"))
try:
    from lazy import missing  # noqa: F401
except ImportError as exc:
    print(type(exc).__name__, exc.name)
lazy.log.clear()
try:
    from lazy import *  # noqa: F403
    print("star without __all__", sorted(n for n in ("heavy", "light", "log", "importlib") if n in globals()))
except AttributeError:
    print("AttributeError")
print("asked for", sorted(set(lazy.log)))

import documented  # noqa: E402

print(documented.__doc__, documented.__name__, documented.__annotations__, documented.__spec__.name)
print(type(documented).__name__, repr(documented).split(" from")[0],
      sorted(k for k in vars(documented) if k == "x"))
documented.added = 1
del documented.x
print(hasattr(documented, "x"), documented.added)
for action in (lambda: documented.x, lambda: delattr(documented, "x"),
               lambda: setattr(documented, "__dict__", {}),
               lambda: documented()):
    try:
        action()
    except (AttributeError, TypeError) as exc:
        print(type(exc).__name__)

import modern  # noqa: E402

print(modern(10), modern.doubled, type(modern).__name__, isinstance(modern, types.ModuleType))
modern.base = 7
print(modern.doubled)
try:
    modern.base = -1
except ValueError:
    print("ValueError")
try:
    modern.__class__ = int
except TypeError:
    print("TypeError")

made = types.ModuleType("made", "doc here")
print(repr(made), made.__doc__, sorted(vars(made)))
made.__file__ = "somewhere.py"
print(repr(made))
made.__getattr__ = lambda name: f"dynamic {name}"
print(made.anything, made.__wrapped_thing__)
made.__getattr__ = 5
try:
    made.other
except TypeError:
    print("TypeError")
for args in ((), (5,), ("n", "d", 3)):
    try:
        types.ModuleType(*args)
    except TypeError:
        print("TypeError")
bare = types.ModuleType.__new__(types.ModuleType)
print(bare.__dict__, type(bare).__name__)
exec("def f():\n    return shared", vars(made))
made.shared = "module global"
print(made.f(), made.f.__module__, made.f.__globals__ is vars(made))
main = sys.modules["__main__"]
main.injected_global = "set through sys.modules"
print(injected_global, main.__name__, __name__, main.__dict__ is globals(), __doc__)  # noqa: F821
print(sorted(n for n in ("__name__", "__doc__", "__package__", "__loader__", "__spec__", "__file__",
                         "__builtins__")
             if n in globals()), __package__, __spec__)
