# harness:
#   description: range as a sequence, membership, indexing, slicing, equality, hashing, huge bounds
#   tags: [range, sequence]


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for r in (range(5), range(2, 5), range(0), range(5, 2), range(0, 10, 3), range(10, 0, -3), range(-3, 4, 2),
          range(1, 2, 100), range(0, -5, -1), range(7, 7)):
    print(r, list(r), len(r), bool(r), r[-1:], r[::-1], r[1:-1], list(reversed(r)), r.start, r.stop, r.step,
          sum(r))

r = range(10, 100, 7)
print("membership:", 10 in r, 17 in r, 18 in r, 100 in r, 94 in r, 17.0 in r, 17.5 in r, "17" in r,
      True in range(2), None in r, 10 + 0j in r, -4 in range(-4, 0))
print("index and count:", r.index(24), r.count(24), r.count(25), r.index(31), r[0], r[-1], r[3], r[True])
print("slices:", r[2:5], r[::2], r[::-1], r[5:2], r[-3:], r[:100], r[100:], r[4:1:-1], r[::-5], range(0)[::3],
      r[1:][1:][1:])
attempt("index missing", r.index, 11)
attempt("index str", r.index, "a")
attempt("out of range", lambda: r[13])
attempt("below", lambda: r[-14])
attempt("index float", lambda: r[1.0])
attempt("zero step", range, 1, 2, 0)
attempt("float", range, 1.0)
attempt("str", range, "5")
attempt("no arguments", range)
attempt("four arguments", range, 1, 2, 3, 4)
attempt("keyword", lambda: range(stop=3))
attempt("None", range, None)
attempt("assign", exec, "r = range(3); r[0] = 1")
attempt("add", lambda: range(2) + range(2))
attempt("multiply", lambda: range(2) * 2)
attempt("order", lambda: range(2) < range(3))
attempt("attribute", setattr, r, "start", 0)
attempt("subclass", type, "R", (range,), {})

print("equality:", range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2),
      range(1, 2, 5) == range(1, 3, 9), range(3) == [0, 1, 2], range(3) == range(0, 3, 1),
      range(5, 0, -2) == range(5, -1, -2), range(3) != range(1, 3))
print("hash:", hash(range(0)) == hash(range(9, 2)), hash(range(0, 3, 2)) == hash(range(0, 4, 2)),
      {range(3): "a"}[range(0, 3)], len({range(1), range(0, 1, 7), range(1, 2)}))

huge = range(0, 10**30, 10**10)
print("huge:", huge, huge[10**15], huge[-1], 5 * 10**10 in huge, 5 in huge, huge.index(10**20),
      huge[10**19:][0], bool(huge), list(huge[::10**19])[:3])
attempt("huge len", len, huge)
attempt("huge len method", huge.__len__)
print("huge iteration:", [n for n, _ in zip(huge[-3:], "abc")], next(iter(range(2**64, 2**65))),
      next(reversed(huge)), max(range(2**70, 2**70 + 3)))
print("negative huge:", range(-(2**64), 2**64, 2**63), list(range(-(2**64), 2**64, 2**63)),
      list(range(2**63 - 1, 2**63 + 2)), range(-(2**63), 2**63 - 1)[2**64 - 3 - 1])


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print("index objects:", range(Index(2), Index(8), Index(3)), list(range(Index(3))), Index(3) in range(9),
      range(True, 4), type(range(True, 4).start).__name__)
iterator = iter(range(3, 9, 2))
print("iterator:", next(iterator), iterator.__length_hint__(), list(iterator), list(iterator),
      iterator.__length_hint__())
pair = range(3)
print("independent iterators:", [(a, b) for a in pair for b in pair if a != b])
for i in range(3):
    print("body", i, end=" ")
    i = 99
print("after:", i)
n = 3
for k in range(n):
    n += k
print("evaluated once:", n, [(x, y) for x in range(4) for y in range(x, 4, 2)])
print("unpack:", [*range(3)], (*range(2, 0, -1),), {*range(3)} == {0, 1, 2}, dict(enumerate(range(5, 7))),
      list(map(pow, range(4), range(4))))
match range(3):
    case [0, *rest]:
        print("matches as a sequence:", rest)
