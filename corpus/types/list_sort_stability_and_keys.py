# harness:
#   description: sort stability, keys, reverse, comparisons made, errors inside sort, cmp_to_key
#   tags: [list, sorting]
import functools
import locale
import operator


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


records = [("ann", 3, 2.5), ("bob", 1, 9.0), ("cid", 3, 1.0), ("dot", 2, 2.5), ("eve", 1, 2.5),
           ("fay", 2, 0.5), ("gus", 3, 9.0)]
print("by number:", [r[0] for r in sorted(records, key=operator.itemgetter(1))])
print("reverse keeps order of equals:", [r[0]
                                         for r in sorted(records, key=operator.itemgetter(1), reverse=True)])
print("two keys:", [r[0] for r in sorted(records, key=operator.itemgetter(2, 1))])
print("passes:", [r[0] for r in sorted(sorted(records, key=lambda r: r[2]), key=lambda r: -r[1])])
print("words:", sorted("the Quick brown fox Jumps Over".split()),
      sorted("the Quick brown fox Jumps".split(), key=str.lower),
      sorted(["b10", "b9", "a2"], key=lambda s: (s[0], int(s[1:]))))

calls = []


def key(value):
    calls.append(value)
    return -value


data = [5, 1, 4, 2, 3]
data.sort(key=key)
print("key once for each, in order:", data, calls)


class Item:
    compared = []

    def __init__(self, rank, name=""):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        Item.compared.append((self.rank, other.rank))
        return self.rank < other.rank

    def __repr__(self):
        return f"{self.rank}{self.name}"


print("only __lt__:", sorted([Item(3), Item(1), Item(2)]), max(Item(1, "a"), Item(1, "b")),
      min(Item(1, "a"), Item(1, "b")))
Item.compared.clear()
sorted([Item(n) for n in range(6)])
print("already sorted compares:", Item.compared)
Item.compared.clear()
sorted([Item(n) for n in range(5, 0, -1)])
print("strictly descending compares:", Item.compared)
equals = [Item(1, c) for c in "abcdefgh"] + [Item(0, "z")] + [Item(1, c) for c in "ij"]
print("runs of equals:", sorted(equals), sorted(equals, reverse=True))

seed, values = 7, []
for _ in range(500):
    seed = (seed * 1103515245 + 12345) % 2**31
    values.append((seed >> 8) % 40)
tagged = list(enumerate(values))
by_value = sorted(tagged, key=lambda pair: pair[1])
print("stable over 500:", all(a[1] < b[1] or a[1] == b[1] and a[0] < b[0] for a,
                              b in zip(by_value, by_value[1:])), by_value[:5], by_value[-3:])
descending = sorted(tagged, key=lambda pair: pair[1], reverse=True)
print("stable reversed:", all(a[1] > b[1] or a[1] == b[1] and a[0] < b[0] for a,
                              b in zip(descending, descending[1:])), descending[:3])

attempt("mixed", sorted, [3, "a", 1])
attempt("mixed two", sorted, ["a", 3])
attempt("None", sorted, [None, 1])
attempt("dicts", sorted, [{}, {}])
attempt("single unorderable", sorted, [{}])
attempt("complex", sorted, [1j, 0j])
attempt("key not callable", sorted, [1, 2], key=5)
attempt("key None", sorted, [2, 1], key=None)
attempt("positional key", sorted, [1], len)
attempt("sort positional", [1].sort, len)
attempt("unknown keyword", [1].sort, cmp=1)
attempt("sorted nothing", sorted)
attempt("key raises", sorted, [1, 0, 2], key=lambda n: 1 // n)
attempt("nan order", sorted, [3.0, float("nan"), 1.0, 2.0])

hidden = [3, 1, 2]
hidden.sort(key=lambda value: (print("  during sort:", hidden), value)[1])
print("after:", hidden)


def growing(value):
    victim.append(value)
    return value


victim = [2, 1]
attempt("append in key", victim.sort, key=growing)
print("list afterwards:", victim)
failing = [4, 3, "x", 1]
attempt("half sorted", failing.sort)
print("still a permutation:", sorted(map(str, failing)))
print("cmp_to_key:", sorted([5, 12, 1, 30, 3],
                            key=functools.cmp_to_key(lambda a, b: int(f"{b}{a}") - int(f"{a}{b}"))),
      sorted(["b", "A", "c"], key=functools.cmp_to_key(lambda a,
                                                       b: (a.lower() > b.lower()) - (a.lower() < b.lower()))),
      sorted("ba", key=locale.strxfrm))
print("other inputs:", sorted({"b": 1, "a": 2}), sorted("hello"), sorted({3, 1, 2}), sorted(range(5, 0, -2)),
      sorted((True, 0, 2.5)), sorted([[2], [1, 5], [1]]), [1, 2].sort(),
      sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([b"b", b"a"]))
