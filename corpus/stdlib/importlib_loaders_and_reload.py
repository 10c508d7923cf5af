# harness:
#   description: importlib - modules from files and memory, finders, reload, lazy loading, specs
#   tags: [module:importlib, imports]
#   files:
#     alpha.py: "print('alpha runs'); value = 1\n"
#     pack/__init__.py: "from . import inner\nname = __name__\n"
#     pack/inner.py: "import sys\npackage = __package__\ndef up():\n    from . import name\n    return name\n"
#     pack/bad.py: "this is no python\n"
#     pack/fails.py: "1 / 0\n"
#     spacey/deep/leaf.py: "where = __name__\n"
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__, getattr(error, "name", "") or "")


alpha = importlib.import_module("alpha")
print("again is the same:", importlib.import_module("alpha") is alpha, alpha.__spec__.name, alpha.__name__)
alpha.extra = "survives"
with open("alpha.py", "w", encoding="utf-8") as stream:
    stream.write("print('alpha runs again'); value = 22222\n")
importlib.invalidate_caches()
print("reloaded:", importlib.reload(alpha) is alpha, alpha.value, alpha.extra)
attempt("reload a name", importlib.reload, "alpha")
attempt("reload unimported", importlib.reload, types.ModuleType("nowhere"))

inner = importlib.import_module(".inner", "pack")
print("relative:", inner.__name__, inner.package, inner.up(), sys.modules["pack"].inner is inner)
attempt("relative without package", importlib.import_module, ".inner")
attempt("missing", importlib.import_module, "no_such_module_here")
attempt("missing child", importlib.import_module, "pack.nothing")
attempt("child of module", importlib.import_module, "alpha.child")
attempt("syntax error", lambda: importlib.import_module("pack.bad"))
attempt("failing", importlib.import_module, "pack.fails")
print("failed import is removed:", "pack.fails" in sys.modules, hasattr(sys.modules["pack"], "fails"))
attempt("too far up", importlib.import_module, "...x", "pack")
attempt("empty", importlib.import_module, "")
leaf = importlib.import_module("spacey.deep.leaf")
print("namespace:", leaf.where, sys.modules["spacey"].__file__ if hasattr(sys.modules["spacey"],
                                                                          "__file__") else "no file",
      len(list(sys.modules["spacey"].__path__)))

spec = importlib.util.find_spec("pack.inner")
print("spec:", spec.name, spec.parent, spec.has_location, spec.submodule_search_locations,
      spec.loader.is_package("pack.inner"))
print("no spec:", importlib.util.find_spec("absent_module"), importlib.util.find_spec("sys").origin)
attempt("spec of missing parent", importlib.util.find_spec, "absent_parent.child")
print("resolve:", importlib.util.resolve_name(".a", "x.y"), importlib.util.resolve_name("..a", "x.y"),
      importlib.util.resolve_name("a", None))
attempt("resolve beyond", importlib.util.resolve_name, "...a", "x.y")

MEMORY = {"mem": ("value = 'from memory'; file = __spec__.origin", True),
          "mem.child": ("from . import value as parent_value", False),
          "mem.broken": ("raise LookupError('no')", False)}


class MemoryFinder(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    def find_spec(self, name, path, target=None):
        if name in MEMORY:
            return importlib.machinery.ModuleSpec(name, self, origin="memory", is_package=MEMORY[name][1])
        return None

    def get_source(self, name):
        return MEMORY[name][0]

    def is_package(self, name):
        return MEMORY[name][1]


finder = MemoryFinder()
sys.meta_path.insert(0, finder)
import mem.child  # noqa: E402

print("memory:", mem.value, mem.file, mem.child.parent_value, mem.__path__, finder.get_code("mem").co_name)
attempt("memory failure", importlib.import_module, "mem.broken")
sys.meta_path.remove(finder)

spec = importlib.util.spec_from_file_location("renamed", "alpha.py")
module = importlib.util.module_from_spec(spec)
print("not run yet:", hasattr(module, "value"), module.__name__, "renamed" in sys.modules)
spec.loader.exec_module(module)
print("run:", module.value)
lazy_spec = importlib.util.spec_from_file_location("lazy", "alpha.py")
lazy_spec.loader = importlib.util.LazyLoader(lazy_spec.loader)
lazy = importlib.util.module_from_spec(lazy_spec)
lazy_spec.loader.exec_module(lazy)
print("lazy loaded nothing so far")
print("first touch:", lazy.value)
sys.modules["blocked"] = None
attempt("blocked", importlib.import_module, "blocked")
sys.modules["strange"] = 5
attempt("any object", importlib.import_module, "strange")
print("suffixes:", importlib.machinery.SOURCE_SUFFIXES, importlib.machinery.all_suffixes()[:1],
      importlib.util.MAGIC_NUMBER[-2:])
print("cache names:", importlib.util.source_from_cache("d/__pycache__/m.some-tag.pyc"),
      importlib.util.cache_from_source("d/m.py", optimization=2).endswith(".opt-2.pyc"))
print("decode:", repr(importlib.util.decode_source(b"# coding: latin-1\r\nx = '\xe9'\r\n")),
      len(importlib.util.source_hash(b"abc")))
