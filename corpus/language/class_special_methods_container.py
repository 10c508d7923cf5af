# harness:
#   description: container protocol fallbacks for in, iter, reversed, len, slices, __missing__
#   tags: [data-model, containers]

import operator


class OldSequence:
    """Only __getitem__: iterable and searchable through integer indexes."""

    def __init__(self, n):
        self.n, self.asked = n, []

    def __getitem__(self, index):
        self.asked.append(index)
        if not isinstance(index, int):
            return index
        if index >= self.n:
            raise IndexError("past the end")
        return index * index


seq = OldSequence(4)
print(list(seq), seq.asked)
seq.asked.clear()
print(4 in seq, seq.asked, 5 in seq)
a, b, *rest = seq
print(a, b, rest, max(seq), sorted(seq, reverse=True), dict(zip("ab", seq)))
print(seq[1:2], seq[::-1], seq[...], seq[1, 2], seq[1:2, ::3], seq[()], seq[-1])
for bad in (lambda: len(seq), lambda: reversed(seq)):
    try:
        bad()
    except TypeError:
        print("TypeError")
OldSequence.__len__ = lambda self: self.n
print(list(reversed(seq)))


class StopsOnStopIteration:
    def __getitem__(self, index):
        if index == 2:
            raise StopIteration
        return index


print(list(StopsOnStopIteration()))


class IterOnly:
    def __iter__(self):
        return iter("xyz")


class ContainsTruthy:
    def __contains__(self, item):
        return [] if item == "no" else "yes"


print("y" in IterOnly(), "q" in IterOnly(), "no" in ContainsTruthy(), "a" in ContainsTruthy(),
      1 not in ContainsTruthy())


class NoContains(list):
    __contains__ = None


class NoIter:
    __iter__ = None

    def __getitem__(self, i):
        return i


class BadIter:
    def __iter__(self):
        return 5


class NotIterator:
    def __next__(self):
        return 1


for label, thunk in [("contains None", lambda: 1 in NoContains([1])), ("iter None", lambda: iter(NoIter())),
                     ("iter None in", lambda: 1 in NoIter()), ("bad iter", lambda: list(BadIter())),
                     ("next only", lambda: iter(NotIterator())), ("next works", lambda: next(NotIterator())),
                     ("in int", lambda: 1 in 5), ("for int", lambda: [x for x in 3]),
                     ("star int", lambda: [*5]),
                     ("item int", lambda: operator.getitem(5, 0)),
                     ("set item", lambda: operator.setitem((), 0, 1)),
                     ("del item", lambda: operator.delitem("a", 0)),
                     ("set in str", lambda: 1 in "a"), ("list in bytes", lambda: "a" in b"a")]:
    try:
        print(label, thunk())
    except TypeError:
        print(label, "TypeError")


class Defaults(dict):
    def __missing__(self, key):
        value = self[key] = f"made {key}"
        return value


d = Defaults(a=1)
print(d["a"], d["b"], d.get("c"), "c" in d, d, d | {"z": 2}, type(d.copy()).__name__)


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        return self.hint


print(operator.length_hint(Hint(5)), list(Hint(5)), list(Hint(0)),
      operator.length_hint(Hint(NotImplemented), 7))
for hint in (-1, "x"):
    for use in (operator.length_hint, list):
        try:
            print(use(Hint(hint)))
        except (TypeError, ValueError) as exc:
            print(type(exc).__name__)
print(operator.length_hint(iter([1, 2, 3])), operator.length_hint(iter(range(9))),
      operator.length_hint(iter({1: 2})))


class Matrix:
    def __init__(self):
        self.ops = []

    def __setitem__(self, key, value):
        self.ops.append(("set", key, value))

    def __delitem__(self, key):
        self.ops.append(("del", key))


m = Matrix()
m[1, 2] = 3
m[:] = "all"
m[1:2, ...] = 0
m[*(4, 5)] = 6
m[*[7], 8:9] = 1
del m[0], m[1:], m["k"]
for op in m.ops:
    print(op)
