# harness:
#   description: whether dict(), **, update, | and == go through the overridden methods of a dict subclass
#   tags: [dict, subclass]


class Labelled(dict):
    def __getitem__(self, key):
        return ("got", super().__getitem__(key))


class OwnKeys(Labelled):
    def keys(self):
        return ["b", "a"]


class OwnIter(Labelled):
    def __iter__(self):
        return iter(["b", "a"])


def collect(**keywords):
    return keywords


for kind in (Labelled, OwnKeys, OwnIter):
    source = kind(a=1, b=2)
    target = {"z": 0}
    target.update(source)
    print(kind.__name__, "dict():", dict(source))
    print(kind.__name__, "display:", {**source})
    print(kind.__name__, "update:", target)
    print(kind.__name__, "merge:", {} | source, dict(source | {}))
    print(kind.__name__, "call:", collect(**source))
    print(kind.__name__, "copy:", dict.copy(source), list(source), source["a"])
    print(kind.__name__, "equal:", source == {"a": 1, "b": 2}, {"a": 1, "b": 2} == source,
          source == kind(a=1, b=2))
