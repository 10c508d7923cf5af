# harness:
#   description: dict insertion order through updates and deletions, methods, merging, key equality, errors
#   tags: [dict, ordering]
from collections import OrderedDict, UserDict


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


table = {"one": 1, "two": 2, "three": 3}
table["two"] = 22
table["four"] = 4
del table["one"]
table["one"] = 11
print("order:", table, list(table), list(reversed(table)), table.popitem(), table)
table.update({"five": 5, "two": 0}, six=6)
table.update([("seven", 7), ["e", 8]])
table.update(zip("xy", range(2)), y=9)
print("updated:", table)
print("setdefault:", table.setdefault("two", 99), table.setdefault("new"), table.setdefault("newer", []),
      list(table)[-2:])
print("get, pop:", table.get("none"), table.get("none", 5), table.pop("x"), table.pop("x", "gone"),
      "x" in table, len(table))
print("constructors:", dict(), dict(a=1), dict([("k", "v")], z=1), dict({"a": 1}, a=2), dict(["ab", "cd"]),
      dict(zip([1, 2], "xy")), dict.fromkeys("aab", 0), dict.fromkeys([1, 2]),
      {**{"a": 1}, "b": 2, **{"a": 3}}, {n: n * n for n in (3, 1, 2)})
print("merge:", {"a": 1, "b": 2} | {"b": 3, "c": 4}, {"b": 0} | {"a": 1, "b": 2})
merged = {"x": 1}
merged |= {"y": 2}
merged |= [("z", 3), ("x", 0)]
print("in-place merge:", merged)

attempt("merge list", lambda: {} | [("a", 1)])
attempt("merge None", lambda: {"a": 1} | None)
attempt("missing", lambda: {}["k"])
attempt("missing tuple", lambda: {}[1, 2])
attempt("pop missing", {}.pop, "k")
attempt("pop none", {}.pop)
attempt("popitem empty", {}.popitem)
attempt("del missing", exec, "d = {}; del d['q']")
attempt("unhashable", lambda: {[]: 1})
attempt("unhashable get", {}.get, {})
attempt("unhashable in", lambda: [] in {})
attempt("unhashable set item", exec, "d = {}; d[{}] = 1")
attempt("update int", {}.update, 5)
attempt("update bad pair", {}.update, [("a", 1), ("b",)])
attempt("update bad element", {}.update, [1])
attempt("update short string", dict, ["abc"])
attempt("dict two args", dict, {}, {})
attempt("dict int keyword", lambda: dict(**{1: 2}))
attempt("fromkeys int", dict.fromkeys, 5)
attempt("compare", lambda: {} < {})
attempt("get keyword", lambda: {}.get("a", default=1))
attempt("setdefault nothing", {}.setdefault)
attempt("hash", hash, {})

print("key equality:", {1: "int", 1.0: "float", True: "bool", 1 + 0j: "complex"},
      {0: "z", False: "f", -0.0: "n"}, {"1": "s", 1: "i", b"1": "b"}.__len__())
print("equality ignores order:", {"a": 1, "b": 2} == {"b": 2, "a": 1},
      OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1},
      {1: 1} == {1.0: True}, {} == [], {"a": [1]} != {"a": [1]})


class Loud:
    def __init__(self, name, code):
        self.name, self.code = name, code

    def __hash__(self):
        print(f"  hash {self.name}")
        return self.code

    def __eq__(self, other):
        print(f"  {self.name} == {getattr(other, 'name', other)}")
        return isinstance(other, Loud) and self.code == other.code

    def __repr__(self):
        return self.name


first, second, third = Loud("first", 5), Loud("second", 5), Loud("third", 6)
loud = {first: 1}
loud[second] = 2
print("first key kept, value replaced:", loud)
loud[third] = 3
print("identity before equality:", loud[third], loud.get(Loud("fourth", 5)))
print("pop by equal key:", loud.pop(second), loud)

print("UserDict:", UserDict(a=1, b=2) | {"c": 3}, UserDict([("z", 1)]).setdefault("y", 5))
ordered = OrderedDict.fromkeys("abcd")
ordered.move_to_end("a")
ordered.move_to_end("d", last=False)
print("OrderedDict:", ordered, ordered.popitem(last=False), list(reversed(ordered)), repr(OrderedDict()),
      OrderedDict(a=1) | {"b": 2})
loop = {}
loop["self"] = loop
loop["list"] = [loop]
print("recursive repr:", loop, dict(a={}, b=loop))
