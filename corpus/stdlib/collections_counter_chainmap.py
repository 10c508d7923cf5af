# harness:
#   description: Counter arithmetic and ordering, ChainMap lookups and writes, defaultdict factories
#   tags: [module:collections, dict]
from collections import ChainMap, Counter, defaultdict


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


tally = Counter("abracadabra")
print("repr:", tally)
print("common:", tally.most_common(2), tally.most_common(), Counter("bca").most_common(2))
print("missing:", tally["z"], "z" in tally, tally.total(), Counter(a=-2, b=5).total())
print("elements:", "".join(Counter(a=2, b=0, c=-1, d=1).elements()))
one, two = Counter(a=3, b=1, c=-1), Counter(a=1, b=2, d=4)
print("add:", one + two, "sub:", one - two, "and:", one & two, "or:", one | two, "xor-like:",
      (one - two) + (two - one))
print("unary:", +one, -one)
print("subset:", Counter(a=1) <= Counter(a=2, b=0), Counter(a=1, b=0) == Counter(a=1),
      Counter(a=1) < Counter(a=1))
one.subtract({"a": 10, "q": 1})
print("subtract:", one)
one.update("aaa", b=7)
print("update:", one)
one += Counter(b=1)
print("in place keeps positive:", one)
attempt("update two", Counter().update, "a", "b")
attempt("fromkeys", Counter.fromkeys, "abc")
attempt("update number", Counter, 5)
attempt("compare", lambda: Counter(a=1) < {"a": 2})
attempt("mixed counts", lambda: Counter(a="x").most_common(1))
attempt("unorderable repr", lambda: repr(Counter({"a": 1, "b": "x"})))
del tally["not there"]
print("kwargs:", Counter(self=2, iterable=3), "copy type:", type(tally.copy()).__name__)
print("floats:", Counter(a=1.5) + Counter(a=0.25), Counter([1, 1.0, True]))

chain = ChainMap({"a": 1}, {"a": 2, "b": 3}, {"c": 4})
print("chain:", chain, chain["a"], chain.get("zz", "none"), len(chain), list(chain), dict(chain))
chain["b"] = 30
print("write goes first:", chain.maps[0], chain.maps[1])
attempt("delete from parent", chain.__delitem__, "c")
attempt("pop", chain.pop, "c")
print("popitem:", chain.popitem(), chain)
child = chain.new_child({"z": 9}, y=8)
print("child:", child, child.parents == chain, child.new_child())
print("or:", ChainMap({"a": 1}, {"b": 2}) | {"a": 9}, {"q": 0} | ChainMap({"a": 1}))
chain |= {"new": 1}
print("ior:", chain)
attempt("missing", lambda: chain["missing"])


class WithMissing(ChainMap):
    def __missing__(self, key):
        return f"<{key}>"


print("missing hook:", WithMissing({})["k"], WithMissing({}).get("k"), bool(WithMissing({})),
      ChainMap.fromkeys("ab", 0))

groups = defaultdict(list, x=[0])
for word in ("apple", "avocado", "bean", "cherry", "beet"):
    groups[word[0]].append(word)
print("groups:", groups)
print("get does not create:", groups.get("zz"), "zz" in groups, groups.default_factory.__name__)
plain = defaultdict(None, a=1)
attempt("no factory", lambda: plain["b"])
attempt("bad factory", defaultdict, 3)
attempt("factory fails", lambda: defaultdict(lambda: 1 // 0)["k"])
tree = lambda: defaultdict(tree)  # noqa: E731
root = tree()
root["a"]["b"]["c"] = 1
print("tree:", sorted(root["a"]), root["a"]["b"]["c"])
print("merge:", defaultdict(int, a=1) | {"b": 2}, type({"b": 2} | defaultdict(int, a=1)).__name__)
copied = groups.copy()
print("copy keeps factory:", copied.default_factory is list, copied == groups, copied["new"])


class Keyed(defaultdict):
    def __missing__(self, key):
        self[key] = value = self.default_factory(key)
        return value


keyed = Keyed(lambda key: key * 2)
print("keyed:", keyed["ab"], keyed[4], dict(keyed))
