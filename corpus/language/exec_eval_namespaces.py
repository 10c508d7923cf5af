# harness:
#   description: exec and eval with globals, locals, mappings, closures, builtins restrictions, whitespace
#   tags: [exec, scope]

import types

x = "module x"
print(eval("x"), eval("x", {"x": "given"}), eval("x", {"x": "g"}, {"x": "l"}), eval("  x\t"),
      eval("\tx \n\n"), eval(b"x"), eval(compile("x", "<c>", "eval")))
scope = {"x": 1}
print(exec("in_module = x + '!'"), sorted(scope), in_module)
exec("y = x + 1\ndef f():\n    return x, y", scope)
print(sorted(scope), scope["f"](), type(scope["__builtins__"]).__name__)
outer, inner = {"v": "outer"}, {}
NESTED = """
v = 'inner'
class C:
    w = v
    def m(self):
        return v
seen = [v for _ in (1,)]
fn = lambda: v
"""
exec(NESTED, outer, inner)
print(inner["v"], inner["C"].w, inner["C"]().m(), inner["seen"], inner["fn"](), sorted(inner), outer["v"])
try:
    exec("def helper(): return 1\ndef user(): return helper()\nuser()", {}, {})
except NameError:
    print("NameError")


class Logged(dict):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.log = []

    def __getitem__(self, key):
        self.log.append(f"get {key}")
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        self.log.append(f"set {key}")
        super().__setitem__(key, value)

    def __delitem__(self, key):
        self.log.append(f"del {key}")
        super().__delitem__(key)

    def __missing__(self, key):
        if key.isupper():
            return f"auto {key}"
        raise KeyError(key)


logged = Logged(a=1)
exec("b = a + 1\nb += AUTO and 1\ndel a\nimport math as m\nfor i in range(2): pass\nn = len('xyz')", {},
     logged)
print(logged.log)
print({k: v for k, v in logged.items() if k != "m"})
print(eval("(A, [B for _ in (1,)], lambda: 0)[0:2]", {"B": "global B"}, logged))

for source, g in [("len([1])", {"__builtins__": {}}), ("len([1])",
                                                       {"__builtins__": {"len": lambda v: "fake len"}}),
                  ("print", {"__builtins__": types.ModuleType("empty")}),
                  ("[c for c in 'ab']", {"__builtins__": {}}),
                  ("__import__('os')", {"__builtins__": {}}), ("(lambda: undefined)()", {})]:
    try:
        print(source, "->", eval(source, g))
    except (NameError, TypeError, AttributeError) as exc:
        print(source, "->", type(exc).__name__)
for source in ["import os", "class C: pass"]:
    try:
        exec(source, {"__builtins__": {}})
    except (ImportError, NameError) as exc:
        print(source, "->", type(exc).__name__)
for args in [("x", 5), ("x", {}, 5), ("x", [], {}), (5,), ("x = 1",), ("",), ("x\0y",), ("x;y",), (None,),
             ("1 +",)]:
    try:
        print(args[0], "->", eval(*args))
    except (TypeError, SyntaxError, ValueError, NameError) as exc:
        print(repr(args[0])[:20], "->", type(exc).__name__)


def make():
    a, b = 1, 2

    def reads():
        return a, b

    def writes():
        nonlocal a
        a += 10
    return reads, writes


reads, writes = make()
exec(writes.__code__, {}, closure=writes.__closure__)
print(reads())
for code, closure in [(reads.__code__, None), (reads.__code__, ()),
                      (compile("1", "<n>", "exec"), reads.__closure__), ("1", reads.__closure__)]:
    try:
        exec(code, {}, closure=closure)
    except TypeError:
        print("TypeError")
try:
    eval(make.__code__)
    print("a function's code can be evaluated", eval(make.__code__)[0]())
except TypeError:
    print("TypeError")


def function_scope():
    local = "local value"
    out = [eval("local"), eval("[local for _ in (1,)]"), eval("(lambda: 1)()"), sorted(eval("locals()"))]
    exec("local = 'changed'; made = 1")
    out.append(local)
    try:
        out.append(eval("made"))
    except NameError as exc:
        out.append(type(exc).__name__)
    try:
        out.append(eval("(lambda: local)()"))
    except NameError as exc:
        out.append(type(exc).__name__)
    return out


print(*function_scope(), sep="\n")


class Body:
    attr = 1
    exec("dynamic = attr + 1")
    value = eval("dynamic * 10")


print(Body.dynamic, Body.value)
try:
    exec("def deep():\n    raise ValueError('inside exec')\n\ndeep()", {"__name__": "made_up"})
except ValueError as exc:
    tb, lines = exc.__traceback__.tb_next, []
    while tb:
        lines.append((tb.tb_frame.f_code.co_filename, tb.tb_lineno, tb.tb_frame.f_code.co_name,
                      tb.tb_frame.f_globals["__name__"]))
        tb = tb.tb_next
    print(lines)
print(exec("__name__ = 'n'\nresult = __name__", d := {}), d["result"], exec("") is None,
      eval("exec('q = 1') or q", {}), exec(compile("z = 3", "<z>", "exec"), d), d["z"])
