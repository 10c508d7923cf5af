# harness:
#   description: runpy - running modules, packages, files and folders, globals given and returned, failures
#   tags: [module:runpy, imports]
#   files:
#     plain.py: "import sys\nvalue = globals().get('given')\nname, arg0 = __name__, sys.argv[0]\n"
#     pkg/__init__.py: "loaded = True\n"
#     pkg/__main__.py: "from . import loaded\nname = __name__\npack = __package__\n"
#     pkg/inner.py: "name = __name__\nfrom . import loaded\n"
#     pkg/broken.py: "import no_such_module_anywhere\n"
#     folder/__main__.py: "import helper\nresult = helper.help()\nname = __name__\n"
#     folder/helper.py: "def help():\n    return 'helped'\n"
#     exits.py: "import sys\nsys.exit(4)\n"
#     fails.py: "def f():\n    return 1 // 0\nf()\n"
import runpy
import sys


def attempt(label, function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        print(label, "->", {k: v for k, v in sorted(result.items()) if k in ("value", "name", "pack",
                                                                             "result", "given")})
    except BaseException as error:
        print(label, "->", type(error).__name__)


before = sys.argv[0], sorted(sys.modules), sys.path[:]
attempt("module", runpy.run_module, "plain")
attempt("module as main", runpy.run_module, "plain", run_name="__main__", init_globals={"given": 5})
attempt("alter sys", runpy.run_module, "plain", alter_sys=True)
attempt("package", runpy.run_module, "pkg")
attempt("package main name", runpy.run_module, "pkg", run_name="__main__", alter_sys=True)
attempt("inner", runpy.run_module, "pkg.inner")
attempt("broken", runpy.run_module, "pkg.broken")
attempt("missing", runpy.run_module, "nowhere")
attempt("missing inner", runpy.run_module, "pkg.nowhere")
attempt("missing parent", runpy.run_module, "nowhere.x")
attempt("relative", runpy.run_module, ".inner")
attempt("no main", runpy.run_module, "email")
attempt("builtin", runpy.run_module, "sys")
attempt("path", runpy.run_path, "plain.py")
attempt("path with name", runpy.run_path, "plain.py", {"given": [1]}, "custom")
attempt("path with dotted name", runpy.run_path, "plain.py", None, "a.b")
attempt("folder", runpy.run_path, "folder")
attempt("folder without main", runpy.run_path, "empty_folder_that_is_missing")
attempt("exits", runpy.run_path, "exits.py")
attempt("fails", runpy.run_path, "fails.py")
attempt("helper again", runpy.run_module, "plain", {"given": "x", "__name__": "ignored"})
space = runpy.run_path("plain.py")
print("globals:", space["__name__"], space["arg0"], space["__file__"], space["__spec__"],
      space["__package__"], space["__loader__"], "__builtins__" in space)
space = runpy.run_module("plain")
print("module globals:", space["__spec__"].name, space["__package__"] == "", space["__spec__"].parent == "")
print("restored:", sys.argv[0] == before[0], sys.path == before[2], "plain" in sys.modules,
      "__main__" in sys.modules, sys.modules["__main__"].__dict__ is globals())
with open("syntax.py", "w", encoding="utf-8") as stream:
    stream.write("x = = 1\n")
attempt("syntax", lambda: runpy.run_path("syntax.py"))
with open("latin.py", "wb") as stream:
    stream.write(b"# coding: latin-1\nvalue = 'caf\xe9'\n")
attempt("latin", runpy.run_path, "latin.py")
