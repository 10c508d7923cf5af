# harness:
#   description: set and frozenset algebra, operators versus methods, subset order, mutation, nested sets
#   tags: [set, frozenset]


def attempt(label, function, *args):
    try:
        result = function(*args)
        print(label, "->", sorted(result) if isinstance(result, (set, frozenset)) else repr(result))
    except Exception as error:
        print(label, "->", type(error).__name__)


def show(items):
    return f"{type(items).__name__}{sorted(items)}"


a, b = {1, 2, 3, 4}, {3, 4, 5}
f = frozenset(b)
print("operators:", show(a | b), show(a & b), show(a - b), show(b - a), show(a ^ b))
print("mixed types:", show(a | f), show(f | a), show(f - a), show(a ^ f), show(f & f))
print("methods:", show(a.union([9], "x" * 0, range(2))), show(a.intersection([1, 2, 9], {2, 1, 7})),
      show(a.difference([1], [2])), show(a.symmetric_difference([1, 1, 8])), show(a.union()),
      show(f.intersection()), show(set.union({1}, {2}, {3})))
print("relations:", a <= b, a < a, a <= a, {1} < a, a > {1, 2}, a >= b, a.issubset(range(10)),
      a.issuperset([]), a.isdisjoint([9, 8]), f == b, b == f, {1} == frozenset([True]), {1, 2} < {2, 3},
      {1, 2} > {2, 3}, set() < {0}, a != [1, 2, 3, 4], set() == frozenset(), {1} == {1.0})
print("truth and repr:", bool(set()), bool({0}), set(), frozenset(), {7}, frozenset({7}), [{1}], {(1, 2)},
      frozenset([frozenset()]), {None}, {"s"}, {1.5: {2}})

attempt("set | list", lambda: a | [1])
attempt("list - set", lambda: [1] - a)
attempt("set & dict", lambda: a & {1: 2})
attempt("set < list", lambda: a < [1])
attempt("set + set", lambda: a + b)
attempt("set |= list", exec, "s = {1}; s |= [2]")
attempt("unhashable", lambda: {[]})
attempt("unhashable dict", set, [{}])
attempt("add set", {1}.add, {2})
attempt("add frozenset", lambda: len({1}) + len({frozenset([1]), frozenset([1])}))
attempt("remove missing", {1}.remove, 2)
attempt("remove missing tuple", {1}.remove, (1, 2))
attempt("pop empty", set().pop)
attempt("set of int", set, 5)
attempt("set two args", set, [1], [2])
attempt("frozenset add", lambda: frozenset().add)
attempt("hash set", hash, a)
attempt("index", lambda: a[0])
attempt("union int", a.union, 5)
attempt("isdisjoint int", a.isdisjoint, 5)
attempt("unhashable lookup", lambda: [] in a)
attempt("set in set", lambda: {3, 4} in {frozenset({3, 4}), 5})
attempt("remove by set", lambda: {frozenset({1}), 5} - {frozenset({1})})
holder = {frozenset({1, 2}), 0}
holder.remove({1, 2})
holder.discard({9})
print("set used as a key to remove:", holder)

c = set(a)
c.add(1)
c.discard(99)
c.update([10, 11], {12})
c |= {13}
c &= set(range(3, 13))
c -= {4}
c ^= {3, 50}
print("in place:", show(c))
c.intersection_update([10, 50, 60], [50, 10])
c.difference_update([10])
c.symmetric_difference_update([1, 50])
print("update methods:", show(c), c.pop(), c, c.clear(), c)
d = {1, 2, 3}
d -= d
e = {1, 2, 3}
e ^= e
g = {1, 2}
g &= g
print("with itself:", d, e, show(g), show(a - a), show(a ^ a))
alias = frozen = frozenset([1])
frozen |= {2}
print("frozenset |= makes a new one:", show(alias), show(frozen), frozenset(alias) is alias,
      set(alias) is alias, alias.copy() is alias)


def grow(s):
    for item in s:
        s.add(item + 100)


def shrink(s):
    for item in s:
        s.discard(item)


attempt("grow while iterating", grow, {1, 2})
attempt("shrink while iterating", shrink, {1, 2, 3})
print("hash of equal frozensets:", hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1, 1])),
      hash(frozenset()) == hash(frozenset([])), {frozenset([1, 2]): "pair"}[frozenset([2, 1])])


class Tags(set):
    def __repr__(self):
        return "<tags>"


tags = Tags([1, 2])
print("subclass results:", [type(x).__name__ for x in (tags | {3}, tags.copy(), tags.union([1]), {3} | tags,
                                                       tags - {1}, frozenset(tags))], tags, Tags() == set())
first = {"k1": 1, 1: 2}
print("which element is kept:", {1.0} | {1}, {1} | {1.0}, {True} & {1}, {1} & {True}, {0, False},
      {1, True, 1.0}, list({1: "a"} | {True: "b"}), first.keys() & {1.0} == {1})
print("primes:", sorted(set(range(2, 60)) - {m for n in range(2, 8) for m in range(n * n, 60, n)}))
powerset = [frozenset(n for n in range(3) if bits >> n & 1) for bits in range(8)]
ordered = sorted(powerset, key=lambda s: (len(s), sorted(s)))
print("powerset order:", sum(x < y for x in powerset for y in powerset),
      sum(x <= y for x in powerset for y in powerset), [sorted(s) for s in ordered])
