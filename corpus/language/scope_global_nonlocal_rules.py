# harness:
#   description: global and nonlocal declarations, unbound names, builtins shadowing, exec namespaces
#   tags: [scope]

import builtins

value = "module"
count = 0


def reads():
    return value


def writes():
    global value, fresh
    value = "changed by writes"
    fresh = "made by writes"


def shadow():
    value = "local"

    def inner():
        global value
        value = "global from inner"
        return value
    return inner(), value


def nonlocal_chain():
    level = 0
    steps = []

    def one():
        nonlocal level
        level += 1

        def two():
            nonlocal level
            level += 10
            steps.append(level)
        two()
        steps.append(level)
    one()
    one()
    return level, steps


def global_in_nested_class():
    class C:
        global value
        value = "set in class body"
        own = value
    return C.own, "value" in vars(C)


def nonlocal_in_class():
    x = "function x"

    class C:
        nonlocal x
        x = "changed in class"
        y = x
    return x, C.y, "x" in vars(C)


print(reads())
writes()
print(value, fresh, shadow(), value, nonlocal_chain(), sep=" | ")
print(global_in_nested_class(), value, nonlocal_in_class(), sep=" | ")


def global_for_many():
    global counter_name, Klass, function_name, imported
    for counter_name in range(3):
        pass

    class Klass:
        pass

    def function_name():
        pass
    import math as imported
    try:
        raise KeyError
    except KeyError as counter_name:
        return repr(counter_name)


print(global_for_many(), "counter_name" in globals(), Klass.__qualname__, function_name.__qualname__,
      imported.pi > 3)


def unbound_augmented():
    try:
        count += 1
    except UnboundLocalError as exc:
        return type(exc).__name__, exc.name


def unbound_by_del():
    x = 1
    del x
    try:
        x
    except UnboundLocalError as exc:
        return type(exc).__name__


def unbound_in_except():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    try:
        e
    except UnboundLocalError as exc:
        return type(exc).__name__


def conditional_import():
    if count:
        import math
    try:
        return math.pi
    except UnboundLocalError as exc:
        return type(exc).__name__


print(unbound_augmented(), unbound_by_del(), unbound_in_except(), conditional_import(), sep="\n")
for name in ("pront", "valeu", "nothing_like_it"):
    try:
        eval(name)
    except NameError as exc:
        print(type(exc).__name__, exc.name)

len = lambda obj: "shadowed len"  # noqa: E731
print(len([1]), builtins.len([1]))
del len
print(len([1, 2]))
try:
    del len
except NameError:
    print("NameError")
builtins.injected = "through builtins"
print(injected)
del builtins.injected
True_alias = True
print([k for k in ("value", "len", "fresh", "Klass") if k in globals()], globals()["value"])
globals()["made_dynamically"] = 5
print(made_dynamically, globals() is globals(), locals() is globals())


def dynamic_lookup():
    globals()["late_name"] = "late"
    return late_name


print(dynamic_lookup())

for source in [
    "def f():\n    x = 1\n    global x",
    "def f():\n    print(x)\n    global x",
    "def f(x):\n    global x",
    "def f():\n    nonlocal x",
    "nonlocal x",
    "def f():\n    x = 1\n    def g():\n        x = 2\n        nonlocal x",
    "def f():\n    global x\n    nonlocal x",
    "def f(x):\n    def g(x):\n        nonlocal x",
    "def f():\n    global x\n    def g():\n        nonlocal x",
    "class C:\n    x = 1\n    def f(self):\n        nonlocal x",
    "def f():\n    x: int = 1\n    global x",
    "def f():\n    global x\n    x: int = 1",
    "def f():\n    for x in y: global x",
    "global x\nx = 1",
    "x = 1\nglobal x",
    "def f():\n    import x\n    nonlocal x",
    "def f():\n    (x := 1)\n    global x",
]:
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.lineno)
