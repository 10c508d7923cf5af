# harness:
#   description: custom finders and loaders, importlib.import_module, module_from_spec, find_spec, runpy
#   tags: [imports, importlib]
#   files:
#     real_mod.py: "value = 'from file'\nif __name__ == '__main__':\n    value = 'as main'\n"
#     app/__init__.py: "name = __name__\n"
#     app/__main__.py: |
#       import sys
#       print('running', __name__, __package__, __spec__.name)
#       result = 'main result'
#     app/tool.py: "from . import name\nout = (__name__, name)\n"

import builtins
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import runpy
import sys

SOURCES = {
    "virtual": "answer = 42\ndef where():\n    return __name__",
    "virtual_pkg": "from .child import x\ny = x + 1",
    "virtual_pkg.child": "x = 10\nfrom . import __name__ as parent_name",
    "virtual_bad": "1 / 0",
}
log = []


class DictFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname, path, target=None):
        log.append(f"find {fullname} {path}")
        if fullname in SOURCES:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=fullname == "virtual_pkg",
                                                  origin="dict")
        return None

    def create_module(self, spec):
        log.append(f"create {spec.name}")
        return None

    def exec_module(self, module):
        log.append(f"exec {module.__name__} {module.__package__!r}")
        exec(SOURCES[module.__name__], module.__dict__)


sys.meta_path.insert(0, DictFinder())
import virtual  # noqa: E402
import virtual_pkg  # noqa: E402

print(virtual.answer, virtual.where(), virtual_pkg.y, virtual_pkg.child.parent_name, virtual.__spec__.origin)
print(type(virtual.__loader__).__name__, repr(virtual), virtual_pkg.__path__)
try:
    import virtual_bad  # noqa: F401
except ZeroDivisionError:
    print("ZeroDivisionError", "virtual_bad" in sys.modules)
try:
    import virtual_none  # noqa: F401
except ModuleNotFoundError as exc:
    print(type(exc).__name__, exc.name)
for line in log:
    print("  ", line)
sys.meta_path.pop(0)

module = importlib.import_module("app.tool")
relative = importlib.import_module(".tool", "app")
print(module is relative, module.out)
for args in [(".tool",), ("..x", "app"), ("",), ("app.none",), ("real_mod.sub",)]:
    try:
        importlib.import_module(*args)
    except (ImportError, TypeError, ValueError) as exc:
        print(args, type(exc).__name__)
print(importlib.util.resolve_name(".a.b", "pkg"), importlib.util.resolve_name("..c", "pkg.sub"),
      importlib.util.resolve_name("z", ""))
print(importlib.util.find_spec("no_such_module"), importlib.util.find_spec("real_mod").name)
spec = importlib.util.find_spec("real_mod")
one = importlib.util.module_from_spec(spec)
print(hasattr(one, "value"), spec.loader.exec_module(one), one.value, "real_mod" in sys.modules,
      spec.has_location)
by_path = importlib.util.spec_from_file_location("other_name", spec.origin)
two = importlib.util.module_from_spec(by_path)
by_path.loader.exec_module(two)
print(two.__name__, two.value, type(by_path.loader).__name__)
lazy_loader = importlib.util.LazyLoader.factory(importlib.machinery.SourceFileLoader)
lazy_spec = importlib.util.spec_from_file_location("lazy_one", spec.origin,
                                                   loader=lazy_loader("lazy_one", spec.origin))
lazy = importlib.util.module_from_spec(lazy_spec)
lazy_spec.loader.exec_module(lazy)
print("value" in object.__getattribute__(lazy, "__dict__"), lazy.value, type(lazy).__name__)

print(runpy.run_path("real_mod.py")["value"], runpy.run_path("real_mod.py", run_name="__main__")["value"])
print(runpy.run_module("real_mod", init_globals={"extra": 1})["extra"],
      runpy.run_module("app", run_name="custom")["result"])
try:
    runpy.run_module("no_such")
except ImportError:
    print("ImportError")

original, calls = builtins.__import__, []


def recording(name, globals=None, locals=None, fromlist=(), level=0):
    calls.append((name, fromlist, level))
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = recording
try:
    exec("import app.tool\nimport app.tool as t\nfrom app import name, tool as u\nfrom math import *",
         {"__name__": "x"})
    exec("from . import tool\nfrom .tool import out", {"__name__": "app.fake", "__package__": "app"})
finally:
    builtins.__import__ = original
print(*[c for c in calls if c[0] in ("app.tool", "app", "math", "", "tool")], sep="\n")
print(__import__("app.tool").__name__, __import__("app.tool", fromlist=["x"]).__name__,
      __import__("tool", {"__package__": "app"}, {}, ["out"], 1).out)
print(importlib.machinery.SOURCE_SUFFIXES, importlib.machinery.PathFinder.find_spec("no_such_module"))
