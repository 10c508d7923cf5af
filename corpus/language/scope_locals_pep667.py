# harness:
#   description: locals(), vars(), dir() and frame.f_locals write-through in functions, classes, modules
#   tags: [scope, introspection]

import collections.abc
import sys

print(locals() is globals(), vars() is globals(), sys._getframe().f_locals is globals())


def snapshots(a, b=2):
    first = locals()
    c = 3
    second = locals()
    second["a"] = "changed in snapshot"
    first["new"] = "n"
    return sorted(first), sorted(second), a, c, first is second


print(snapshots(1))


def write_through():
    x = 1
    frame = sys._getframe()
    proxy = frame.f_locals
    proxy["x"] = "written"
    proxy["invented"] = 5
    results = [x, "invented" in proxy, "invented" in locals(), proxy["invented"],
               isinstance(proxy, collections.abc.Mapping)]
    x = "again"
    results.append(proxy["x"])
    results.append(sorted(proxy))
    try:
        del proxy["x"]
    except (ValueError, KeyError) as exc:
        results.append(f"del refused: {type(exc).__name__}")
    try:
        proxy["missing"]
    except KeyError as exc:
        results.append(f"missing: {type(exc).__name__}")
    try:
        proxy.pop("x")
    except (ValueError, AttributeError) as exc:
        results.append(f"pop refused: {type(exc).__name__}")
    results.append(frame.f_locals is proxy)
    results.append(proxy == frame.f_locals)
    return results


for item in write_through():
    print("  ", item)


def exec_in_function():
    x = 1
    exec("x = 2; y = 3")
    try:
        y
    except NameError as exc:
        missing = type(exc).__name__
    scope = {}
    exec("x = 5; y = x + 1", {}, scope)
    return x, missing, scope, "y" in locals()


print(exec_in_function())


def explicit_locals():
    x = 1
    namespace = locals()
    exec("x = 10; z = 20", globals(), namespace)
    return x, namespace["x"], namespace["z"], eval("x"), eval("x", globals(), namespace)


print(explicit_locals())


def closures():
    shared = 1
    private = 2

    def inner():
        seen = locals()
        return shared, sorted(seen), sys._getframe().f_locals["shared"]
    result = inner()
    sys._getframe().f_locals["shared"] = "through frame"
    return result, inner()[0], sorted(k for k in locals())


print(closures())


def caller_writes():
    target = "original"

    def poke():
        sys._getframe(1).f_locals["target"] = "poked"
    poke()
    return target


print(caller_writes())


def unset_names():
    if False:
        never = 1
    before = sorted(locals())
    sys._getframe().f_locals["never"] = "set by proxy"
    return before, never


print(unset_names())


def deleted():
    gone = 1
    view = sys._getframe().f_locals
    del gone
    return "gone" in view, sorted(view)


print(deleted())


class Body:
    x = 1
    here = locals()
    here["injected"] = "via locals"
    names = sorted(n for n in vars() if not n.startswith("__"))
    same = locals() is sys._getframe().f_locals


print(Body.injected, Body.names, Body.same)


def with_comprehension():
    outer = 1
    return [sorted(locals()) for inner in [0]], sorted(locals())


def with_generator():
    outer = 1
    return list(sorted(n for n in locals() if n.isidentifier()) for inner in [0])


print(with_comprehension(), with_generator())


def generator():
    a = 1
    yield locals()
    b = 2
    yield locals()


g = generator()
print(next(g), sorted(g.gi_frame.f_locals), next(g), sorted(g.gi_frame.f_locals))


def directory():
    zeta = alpha = 1
    return dir(), sorted(vars()), (lambda: dir())(), (lambda q: dir())(1)


print(directory())


def operators():
    a, b = 1, 2
    view = sys._getframe().f_locals
    merged = view | {"c": 3}
    view.update({"a": "A"})
    view |= {"b": "B"}
    return a, b, sorted(merged), len(view), view.get("nope", "dflt"), view.setdefault("a", 0), "a" in view


print(operators())


class HasDict:
    def __init__(self):
        self.p, self.q = 1, 2


obj = HasDict()
vars(obj)["r"] = 3
print(vars(obj), obj.r, vars(obj) is obj.__dict__)
for bad in (5, "x", object()):
    try:
        vars(bad)
    except TypeError:
        print("TypeError")
print(sorted(n for n in dir(obj) if not n.startswith("_")),
      sorted(n for n in dir(HasDict) if n in ("p", "__init__")))
print([n for n in dir() if n in ("snapshots", "Body", "nothing")], "print" in dir(__builtins__))
