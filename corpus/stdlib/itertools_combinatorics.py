# harness:
#   description: itertools - product, permutations, combinations - order, counts, duplicates
#   tags: [module:itertools, iterators]
import itertools as it
import math
import operator
from collections import Counter, deque


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


def words(iterable):
    return " ".join("".join(map(str, item)) for item in iterable)


print("product:", words(it.product("ab", [1, 2])), "|", words(it.product("ab", repeat=3)), "|",
      list(it.product()), list(it.product("ab", [])), list(it.product("ab", repeat=0)))
print("permutations:", words(it.permutations("abc")), "|", words(it.permutations("abcd", 2)), "|",
      list(it.permutations("ab", 0)), list(it.permutations("ab", 3)))
print("combinations:", words(it.combinations("abcd", 2)), "|", words(it.combinations("abcde", 4)), "|",
      list(it.combinations("ab", 0)), list(it.combinations("ab", 3)))
print("with replacement:", words(it.combinations_with_replacement("abc", 2)), "|",
      list(it.combinations_with_replacement("", 0)), list(it.combinations_with_replacement("", 1)))
print("positions, not values:", words(it.permutations("aab")), len(set(it.permutations("aab"))),
      words(it.combinations("aab", 2)))
for label, function, arguments in (("product repeat", it.product, ("ab",)),
                                   ("combinations", it.combinations, ("ab", -1)),
                                   ("permutations", it.permutations, ("ab", -1)),
                                   ("permutations text", it.permutations, ("ab", "2")),
                                   ("combinations none", it.combinations, ("ab", None)),
                                   ("no r", it.combinations, ("ab",))):
    attempt(label, lambda: function(*arguments, repeat=-1)
            if label == "product repeat" else list(function(*arguments)))
attempt("permutations default", lambda: words(it.permutations("xyz", None))[:7])

for n, r in ((6, 3), (7, 2), (5, 5), (8, 4)):
    items = range(n)
    print("counts", n, r, sum(1 for _ in it.combinations(items, r)) == math.comb(n, r),
          sum(1 for _ in it.permutations(items, r)) == math.perm(n, r),
          sum(1 for _ in it.combinations_with_replacement(items, r)) == math.comb(n + r - 1, r),
          sum(1 for _ in it.product(items, repeat=min(r, 3))) == n ** min(r, 3))
print("lexicographic:", list(it.permutations(range(4))) == sorted(it.permutations(range(4))),
      list(it.combinations(range(6), 3)) == sorted(it.combinations(range(6), 3)))
print("middle ones:", list(it.islice(it.permutations(range(7)), 2500, 2503)),
      next(it.islice(it.combinations(range(20), 10), 100_000, None)))
iterator = it.combinations("abc", 2)
print("exhausted stays exhausted:", [len(list(iterator)), list(iterator), next(iterator, "done")])
shared = []
attempt("input is read at once", lambda: (it.product(shared, [1]), shared.append(1),
                                          list(it.product(shared, [1])))[-1])


def powerset(items):
    pool = list(items)
    return it.chain.from_iterable(it.combinations(pool, r) for r in range(len(pool) + 1))


def sliding(iterable, n):
    iterator = iter(iterable)
    window = deque(it.islice(iterator, n - 1), maxlen=n)
    for item in iterator:
        window.append(item)
        yield tuple(window)


def roundrobin(*iterables):
    iterators = map(iter, iterables)
    for active in range(len(iterables), 0, -1):
        iterators = it.cycle(it.islice(iterators, active))
        yield from map(next, iterators)


def sieve(n):
    data = bytearray((0, 1)) * (n // 2)
    for p in it.takewhile(lambda p: p * p < n, it.compress(range(3, n, 2), it.islice(data, 3, None, 2))):
        data[p * p:n:p + p] = bytes(len(range(p * p, n, p + p)))
    return [2] + [p for p in range(3, n, 2) if data[p]]


def first_true(iterable, default=None, predicate=None):
    return next(filter(predicate, iterable), default)


print("powerset:", words(powerset("abcd")))
print("sliding:", words(sliding("abcdef", 3)))
print("roundrobin:", "".join(roundrobin("ABC", "D", "EFGH")))
print("sieve:", sieve(60))
print("first_true:", first_true([0, "", 7]), first_true([], "none"),
      first_true(range(9), predicate=lambda n: n > 5))
polynomial = [1, -4, -17, 60]
print("evaluate:", [sum(map(operator.mul, polynomial, [x ** p for p in range(3, -1, -1)]))
                    for x in (-4, 0, 3, 5)])
print("convolve:", [sum(map(operator.mul, (1, 2, 1), window))
                    for window in sliding([0, 0, 1, 4, 6, 0, 0], 3)])
dice = Counter(map(sum, it.product(range(1, 7), repeat=3)))
print("dice:", sorted(dice.items()))
queens = [p for p in it.permutations(range(6))
          if len({n + i for i, n in enumerate(p)}) == len({n - i for i, n in enumerate(p)}) == 6]
print("six queens:", queens)
puzzle = [(a, b, c) for a, b, c in it.combinations(range(1, 30), 3) if a * a + b * b == c * c]
print("triples:", puzzle)
print("runs:", [(k, sum(1 for _ in g)) for k, g in it.groupby("aaabccdd")],
      "".join(k + str(len(list(g))) for k, g in it.groupby("zzzyx")))
print("distinct anagrams:", sorted({"".join(p) for p in it.permutations("noon")}))
