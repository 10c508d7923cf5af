# harness:
#   description: dict and set comprehensions - duplicate keys, insertion order, equal keys of other types
#   tags: [comprehensions, dict, set]

print({k: v for k, v in [("a", 1), ("b", 2), ("a", 3)]}, {k: k for k in (1, True, 1.0)},
      {k: 1 for k in (True, 1)})
print({len(w): w for w in "the quick brown fox jumps over".split()})
print({v: k for k, v in {"a": 1, "b": 2, "c": 1}.items()},
      {**{"z": 0}, **{c: i for i, c in enumerate("xyz")}})


class Key:
    made = 0

    def __init__(self, name, code):
        self.name, self.code = name, code

    def __hash__(self):
        log.append(f"hash {self.name}")
        return self.code

    def __eq__(self, other):
        log.append(f"{self.name}=={other.name}")
        return self.code == other.code

    def __repr__(self):
        return self.name


log = []
result = {key: key.name for key in (Key("a", 1), Key("b", 2), Key("c", 1))}
print(result, log)
log.clear()
print(sorted(map(repr, {key for key in (Key("a", 1), Key("b", 1))})), log)

for source in ["{[]: 1 for _ in [1]}", "{[] for _ in [1]}", "{{}: 1}", "{{1}}", "{(1, []): 2}",
               "{frozenset([1]): 2}"]:
    try:
        print(source, eval(source))
    except TypeError as exc:
        print(source, type(exc).__name__)

words = "to be or not to be that is the question to ask".split()
groups = {}
for word in words:
    groups.setdefault(len(word), []).append(word)
print(groups, {n: sorted(set(ws)) for n, ws in sorted(groups.items())})
print(dict(sorted({w: words.count(w) for w in words}.items(), key=lambda kv: (-kv[1], kv[0]))))
matrix = {(r, c): r * c for r in range(3) for c in range(3) if r != c}
print(matrix, [matrix.get((r, r), "-") for r in range(3)])
print({c: {d: ord(c) ^ ord(d) for d in "ab"} for c in "AB"}, sorted({a % 3 for a in range(10)}),
      {*()} == set())
print({i: lambda: i for i in range(2)}[0](), {k: [*v] for k, v in {"p": "qr"}.items()})
nan = float("nan")
print(len({nan: 1, nan: 2}), len({float("nan"), float("nan")}), len({0.0, -0.0}),
      {0: "a", -0.0: "b", False: "c"})
d = {"first": 1, "second": 2}
d["first"] = 9
del d["second"]
d["second"] = 3
print(list(d), {k: d.pop(k) for k in list(d)}, d)
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, list({"b": 1} | {"a": 2, "b": 3}), {1: "x"} | {True: "y"})
