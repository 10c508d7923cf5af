# harness:
#   description: wording of errors for names without a value, in every kind of scope
#   tags: [messages, scopes]

value = 1

CASES = {
    "global": "undefined_name",
    "near a global": "valeu",
    "near a builtin": "pront",
    "delete global": "del undefined_name",
    "deleted global": """
x = 1
del x
x
""",
    "local before assignment": """
def f():
    print(x)
    x = 1
f()
""",
    "augmented local": """
def f():
    count += 1
f()
""",
    "deleted local": """
def f():
    x = 1
    del x
    return x
f()
""",
    "delete unbound local": """
def f():
    del x
    x = 1
f()
""",
    "except variable": """
def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e
f()
""",
    "free variable": """
def f():
    def g():
        return x
    g()
    x = 1
f()
""",
    "deleted free variable": """
def f():
    x = 1
    def g():
        return x
    del x
    g()
f()
""",
    "delete free variable": """
def f():
    def g():
        nonlocal x
        del x
    x = 1
    del x
    g()
f()
""",
    "in class body": """
class C:
    y = x
    x = 1
""",
    "comprehension in class": """
class C:
    n = [1]
    m = [n[i] for i in (0,)]
""",
    "iteration variable after": """
[v for v in (1, 2)]
v
""",
    "in generator": "list(undefined_there for x in (1,))",
    "in lambda": "(lambda: undefined_inside)()",
    "global declared": """
def f():
    global never_set
    return never_set
f()
""",
    "conditional import": """
def f(flag):
    if flag:
        import math
    return math.pi
f(False)
""",
    "method name without self": """
class C:
    def size(self):
        return 1
    def twice(self):
        return size()
C().twice()
""",
    "self forgotten": """
class C:
    kind = 1
    def show(self):
        return kind
C().show()
""",
    "module not imported": "time.sleep(0)",
    "empty builtins": "eval('len', {'__builtins__': {}})",
    "class without builtins": "exec('class C: pass', {'__builtins__': {}})",
    "import without builtins": "exec('import os', {'__builtins__': {}})",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
