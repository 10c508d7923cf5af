# harness:
#   description: graphlib - static order, prepare and done protocol, cycles, misuse errors, duplicates
#   tags: [module:graphlib, ordering]
from graphlib import CycleError, TopologicalSorter


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


def layers(graph):
    """All nodes by the round in which they become ready."""
    sorter = TopologicalSorter(graph)
    sorter.prepare()
    result = []
    while sorter.is_active():
        ready = sorter.get_ready()
        result.append(sorted(ready))
        sorter.done(*ready)
    return result


BUILD = {"app": ["core", "ui"], "ui": ["core", "fonts"], "core": ["base"], "tests": ["app", "core"],
         "fonts": ()}
print("layers:", layers(BUILD))
print("static order:", list(TopologicalSorter({"d": ["b", "c"], "c": ["a"], "b": ["a"]}).static_order()))
print("chain:", list(TopologicalSorter({n: [n - 1] for n in range(5, 0, -1)}).static_order()))
print("empty:", list(TopologicalSorter().static_order()), layers({}), layers({"only": []}))
print("insertion order of roots:", list(TopologicalSorter({"z": [], "m": [], "a": []}).static_order()))

sorter = TopologicalSorter()
sorter.add("shirt")
sorter.add("tie", "shirt", "shirt")
sorter.add("jacket", "tie", "belt")
sorter.add("tie", "collar")
attempt("ready before prepare", sorter.get_ready)
attempt("done before prepare", sorter.done, "shirt")
attempt("active before prepare", sorter.is_active)
attempt("bool before prepare", bool, sorter)
sorter.prepare()
attempt("prepare twice before iterating", sorter.prepare)
print("active:", sorter.is_active(), bool(sorter))
attempt("add after prepare", sorter.add, "hat")
attempt("done unknown", sorter.done, "hat")
attempt("done too early", sorter.done, "jacket")
print("ready:", sorted(sorter.get_ready()))
print("nothing more yet:", sorter.get_ready())
attempt("prepare while iterating", sorter.prepare)
sorter.done("shirt")
attempt("done twice", sorter.done, "shirt")
print("tie waits for the collar:", sorter.get_ready())
sorter.done("collar", "belt")
print("then:", sorter.get_ready())
sorter.done("tie")
print("last:", sorter.get_ready(), sorter.is_active())
sorter.done("jacket")
print("finished:", sorter.is_active(), sorter.get_ready())
attempt("unhashable", lambda: TopologicalSorter({"a": [[1]]}))

for graph in ({"a": ["a"]}, {1: [2], 2: [3], 3: [1]}, {"x": ["y"], "y": ["z"], "z": ["y"], "w": []}):
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        print("cycle:", error.args[0], error.args[1][0] == error.args[1][-1], len(error.args[1]),
              sorted(map(str, set(error.args[1]))), isinstance(error, ValueError))
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        print("static:", type(error).__name__)
stuck = TopologicalSorter({"a": ["b"], "b": ["c"], "c": ["b"], "free": []})
try:
    stuck.prepare()
except CycleError:
    print("still usable:", sorted(stuck.get_ready()), stuck.is_active())

numbers = {n: [d for d in range(2, n) if n % d == 0] for n in range(2, 31)}
print("divisor layers:", layers(numbers))
order = list(TopologicalSorter(numbers).static_order())
print("order is consistent:", all(order.index(d) < order.index(n) for n in numbers for d in numbers[n]),
      len(order))
print("mixed keys:", sorted(map(str, TopologicalSorter({1: [None], (1, 2): [1],
                                                        frozenset(): [1]}).static_order())))
deep = {n: [n + 1] for n in range(3000)}
print("deep chain:", list(TopologicalSorter(deep).static_order())[:2])
