# harness:
#   description: lone surrogates in module, attribute, keyword, class and file names
#   tags: [unicode, names]
import importlib
import os
import types


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", ascii(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def keywords(**values):
    return values


name = "x\ud83d"
holder = types.SimpleNamespace()
attempt("setattr", setattr, holder, name, 5)
attempt("getattr", getattr, holder, name)
attempt("hasattr", hasattr, holder, "y\ude00")
attempt("vars", lambda: sorted(vars(holder)))
attempt("keyword", keywords, **{name: 1})
attempt("class name", lambda: type(name, (), {}).__name__)
attempt("module object", lambda: types.ModuleType(name).__name__)
attempt("__import__", __import__, name)
attempt("import_module", importlib.import_module, name)
attempt("open", open, name)
attempt("stat", os.stat, name)
attempt("exists", os.path.exists, name)
attempt("join", os.path.join, "a", name)
attempt("fsencode escape", os.fsencode, "x\udcff")
attempt("fsencode other", os.fsencode, name)
attempt("code file name", lambda: compile("a = 1", name, "exec").co_filename)
attempt("globals", eval, "1 + 1", {name: 1})
attempt("environ", os.environ.get, name)
