# harness:
#   description: types.MappingProxyType as a live read-only mapping, lookups, views and refused changes
#   tags: [dict, mappingproxy]
from types import MappingProxyType


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


table = {"b": 2, "c": 3, "d": 4}
proxy = MappingProxyType(table)
print("reading:", proxy["b"], len(proxy), list(proxy), proxy.get("q", "-"), "c" in proxy, [*reversed(proxy)])
print("repr:", repr(proxy), [proxy])
print("views:", proxy.keys(), proxy.values(), proxy.items())
print("merging:", proxy | {"n": 1}, {"n": 1} | proxy, type(proxy | {}).__name__)
print("comparison:", proxy == table, table == proxy, proxy == MappingProxyType(dict(table)), proxy != {})
print("kind:", isinstance(proxy, dict), type(proxy).__name__, type(vars(int)).__name__)
for label, source in (("assign", "p['x'] = 1"), ("delete", "del p['b']"), ("attribute", "p.x = 1"),
                      ("in place", "p |= {}")):
    attempt(label, exec, source, {"p": proxy})
attempt("no pop", lambda: proxy.pop)
attempt("missing key", lambda: proxy["nope"])
attempt("hash", hash, proxy)
attempt("of a list", MappingProxyType, [1])
table["late"] = 5
print("live:", list(proxy.items())[-1], proxy.copy() == table, proxy.copy() is table, {**proxy})
