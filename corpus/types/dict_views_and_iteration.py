# harness:
#   description: dict views as live sets, set operators on views, changes during iteration, reprs
#   tags: [dict, views, iteration]
import operator
from collections.abc import ItemsView, KeysView, MappingView, Set, ValuesView
from types import MappingProxyType


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


table = {"a": 1, "b": 2, "c": 3}
keys, values, items = table.keys(), table.values(), table.items()
print("reprs:", keys, values, items, {}.keys(), {}.values(), {}.items())
table["d"] = 4
del table["a"]
print("live:", keys, values, items, len(keys), list(reversed(items)), list(reversed(values)))
print("membership:", "b" in keys, "a" in keys, ("b", 2) in items, ("b", 9) in items, "b" in items,
      ("b", 2, 3) in items, 2 in values, [] in values)
attempt("unhashable in keys", lambda: [] in keys)
attempt("unhashable value in items", lambda: ("b", []) in items)
attempt("unhashable key in items", lambda: ([], 1) in items)

other = {"c": 3, "d": 0, "z": 26}
for symbol in ("and_", "or_", "sub", "xor"):
    function = getattr(operator, symbol)
    print(symbol, sorted(function(keys, other.keys())), sorted(function(items, other.items())),
          sorted(function(keys, ["c", "q"])), sorted(function({"c", "q"}, keys)),
          type(function(keys, [])).__name__)
print("order of results is hash based, so sorted; comparison:", keys == {"b", "c", "d"},
      keys < {"b", "c", "d", "e"}, keys >= {"b"}, items == set(table.items()), keys == ["b"],
      keys.isdisjoint("xyz"), items.isdisjoint([("b", 2)]), values == table.values(), keys == table.keys(),
      keys != other.keys())
attempt("keys + keys", lambda: keys + keys)
attempt("keys - int", lambda: keys - 5)
attempt("list & keys", lambda: sorted(["b", "zz"] & keys))
attempt("values & values", lambda: values & values)
attempt("items | unhashable", lambda: {"k": []}.items() | [])
attempt("items & unhashable", lambda: {"k": []}.items() & {"k": []}.items())
attempt("items == unhashable", lambda: {"k": []}.items() == {"k": []}.items())
attempt("keys < list", lambda: keys < ["b"])
attempt("index a view", lambda: keys[0])
attempt("hash a view", hash, keys)
attempt("call dict_keys type", type(keys), {})

print("abcs:", isinstance(keys, KeysView), isinstance(items, ItemsView), isinstance(values, ValuesView),
      isinstance(keys, Set), isinstance(values, Set), isinstance(values, MappingView), type(keys).__name__,
      type(iter(items)).__name__)
print("mapping attribute:", type(keys.mapping) is MappingProxyType, keys.mapping["b"])
attempt("mapping is read-only", exec, "m['z'] = 1", {"m": values.mapping})


def grow(d):
    for key in d:
        d[key + "!"] = 0


def shrink(d):
    for key in d.keys():
        del d[key]


def replace(d):
    for key in d:
        d[key] = 0
    return d


def swap(d):
    seen = []
    for key in d:
        seen.append(key)
        if key == "a":
            del d["b"]
            d["new"] = 1
        if len(seen) > 10:
            break
    return seen


def grow_items(d):
    for key, value in d.items():
        d[value] = key


def update_last(d):
    seen = []
    for key in d:
        seen.append(key)
        if key == "c":
            d["late"] = 1
    return seen


for function in (grow, shrink, replace, grow_items, update_last):
    attempt(function.__name__, function, {"a": 1, "b": 2, "c": 3})
attempt("reversed grow", lambda: [d.setdefault(k * 2) for d in [{"a": 1, "b": 2}] for k in reversed(d)])

small = {"a": 1, "b": 2}
iterator = iter(small)
print("iterator:", next(iterator), iterator.__length_hint__(), operator.length_hint(iter(small.items())))
small["c"] = 3
attempt("next after growth", next, iterator)
attempt("hint after growth", iterator.__length_hint__)
attempt("next again", next, iterator)
del small["c"]
attempt("next after restoring", next, iterator)
done = iter({"x": 1})
list(done)
print("exhausted:", list(done), next(done, "default"))

a, *rest = table.items()
print("unpacking:", a, rest, [*keys], {*values} == set(values), dict(items) == table,
      max(table, key=table.get), sorted(items, key=lambda kv: -kv[1]))
