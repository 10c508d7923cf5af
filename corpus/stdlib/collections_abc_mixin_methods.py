# harness:
#   description: collections.abc - mixin methods derived from a few primitives, set operators, subclass hooks
#   tags: ["module:collections.abc", protocols]
from collections import abc


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


class Range3(abc.Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(3))]
        if not -3 <= index < 3:
            raise IndexError("past the end")
        return (index % 3) * 10


r = Range3()
print("sequence:", list(r), list(reversed(r)), 20 in r, 5 in r, r.index(10), r.count(20), r[::-1])
attempt("index", r.index, 10, 2)
attempt("index negative", r.index, 20, -1)


class Log(abc.MutableSequence):
    def __init__(self, items=()):
        self.items, self.calls = list(items), []

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, value):
        self.calls.append(("set", i, value))
        self.items[i] = value

    def __delitem__(self, i):
        self.calls.append(("del", i))
        del self.items[i]

    def insert(self, i, value):
        self.calls.append(("insert", i, value))
        self.items.insert(i, value)


log = Log("abc")
log.append("d")
log.extend("ef")
log.reverse()
print("mutable:", log.items, log.pop(), log.pop(0))
log.remove("c")
log += log
print("calls:", log.calls)
print("doubled:", log.items)
log.clear()
attempt("pop empty", log.pop)


class Bits(abc.Set):
    """A set of small numbers kept in one integer."""

    def __init__(self, items=()):
        self.mask = 0
        for item in items:
            self.mask |= 1 << item

    def __contains__(self, item):
        return isinstance(item, int) and bool(self.mask >> item & 1)

    def __iter__(self):
        return (n for n in range(self.mask.bit_length()) if n in self)

    def __len__(self):
        return self.mask.bit_count()

    def __repr__(self):
        return f"Bits({list(self)})"

    __hash__ = abc.Set._hash


a, b = Bits([1, 2, 3]), Bits([3, 4])
print("set ops:", a & b, a | b, a - b, a ^ b, a & [1, 9], [3, 7] | a, {1, 3} - b, a.isdisjoint(b),
      a.isdisjoint(Bits([8])))
print("compare:", a <= b, Bits([3]) < b, b >= {3}, a == {1, 2, 3}, {3, 4} == b, a != b,
      hash(a) == hash(frozenset([1, 2, 3])))
attempt("and number", lambda: a & 5)
attempt("less than list", lambda: a < [1])


class Folded(abc.MutableMapping):
    def __init__(self):
        self.store = {}

    def __getitem__(self, key):
        return self.store[key.casefold()][1]

    def __setitem__(self, key, value):
        self.store[key.casefold()] = key, value

    def __delitem__(self, key):
        del self.store[key.casefold()]

    def __iter__(self):
        return (key for key, _ in self.store.values())

    def __len__(self):
        return len(self.store)


folded = Folded()
folded.update([("One", 1)], TWO=2)
print("mapping:", dict(folded), folded["oNE"], "two" in folded, folded.get("x", 0),
      folded.setdefault("one", 5))
print("views:", type(folded.keys()).__name__,
      list(folded.items()), 2 in folded.values(),
      ("One", 1) in folded.items(),
      folded == {"One": 1, "TWO": 2})
print("key set:", sorted(folded.keys() | {"z"}), folded.keys() & ["TWO"], len(folded.values()),
      folded.keys() - {"One"})
print("pop:", folded.pop("ONE"), folded.pop("ONE", "gone"), folded.popitem())
attempt("popitem empty", folded.popitem)
attempt("pop missing", folded.pop, "k")


class Duck:
    __iter__ = __len__ = __contains__ = lambda self: None
    __hash__ = None
    __call__ = __await__ = lambda self: None


names = ["Hashable", "Iterable", "Iterator", "Sized", "Container", "Collection", "Callable", "Awaitable",
         "Reversible", "Sequence",
         "Mapping", "Buffer", "Generator"]
for value in (Duck(), 5, [], {}, "", b"", iter([]), (n for n in ()), range(1), {}.keys(), memoryview(b"")):
    print(type(value).__name__, [name for name in names if isinstance(value, getattr(abc, name))])
attempt("abstract", abc.Sequence)
attempt("bare iterator", lambda: type("I", (abc.Iterator,), {})())
print("generic alias:", abc.Callable[[int], str], abc.Mapping[str, int],
      abc.Iterator[int].__origin__.__name__, abc.Callable[..., int].__args__)
