# harness:
#   description: itertools - every iterator on small input, laziness, argument errors
#   tags: [module:itertools, iterators]
import itertools as it
import operator
from decimal import Decimal
from fractions import Fraction


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


def take(n, iterable):
    return list(it.islice(iterable, n))


print("count:", take(3, it.count()), take(3, it.count(10, -3)), take(3, it.count(0.5, 0.25)),
      take(3, it.count(Fraction(1, 3), 1)), take(2, it.count(Decimal("1.1"), Decimal("0.05"))))
print("count repr:", it.count(), it.count(5), it.count(5, 2), it.count(1.5), it.count(2 ** 70),
      take(3, it.count(2 ** 63 - 1)), take(2, it.count(step=3)))
attempt("count text", it.count, "a")
print("cycle:", take(7, it.cycle("abc")), list(it.cycle([])), take(4, it.cycle(iter([1, 2]))))
print("repeat:", list(it.repeat("x", 3)), it.repeat("x", 3), it.repeat(5), list(it.repeat(1, -2)),
      it.repeat(1, 4).__length_hint__())
attempt("repeat count", it.repeat, 1, "2")
print("accumulate:", list(it.accumulate([3, 1, 4, 1, 5])), list(it.accumulate([3, 1, 4, 1, 5], max)),
      list(it.accumulate("abc", initial="-")), list(it.accumulate([], initial=0)),
      list(it.accumulate([1, 2, 3], operator.mul)))
print("chain:", list(it.chain("ab", [1], (), {2: 3})), list(it.chain.from_iterable(["ab", "c"])),
      list(it.chain()))
attempt("chain number", lambda: list(it.chain([1], 5)))
print("compress:", list(it.compress("abcdef", [1, 0, 1, "", "x"])), "filterfalse:",
      list(it.filterfalse(None, [0, 1, "", "a"])), list(it.filterfalse(lambda n: n % 2, range(5))))
print("drop and take while:", list(it.dropwhile(lambda n: n < 3, [1, 4, 2, 5])),
      list(it.takewhile(lambda n: n < 3, [1, 2, 4, 1])))
print("starmap:", list(it.starmap(pow, [(2, 5), (3, 2), [10, 3]])),
      list(it.starmap(lambda *a: len(a), [(), (1,), "abc"])))
attempt("starmap number", lambda: list(it.starmap(pow, [5])))
print("zip_longest:", list(it.zip_longest("abc", "x", fillvalue="-")), list(it.zip_longest()),
      list(it.zip_longest([1], [])))
attempt("zip_longest keyword", it.zip_longest, [], other=1)
print("pairwise:", list(it.pairwise("abcd")), list(it.pairwise("a")), list(it.pairwise([])))
print("batched:", list(it.batched("abcdefg", 3)), list(it.batched([], 2)),
      list(it.batched("abcd", 2, strict=True)))
attempt("batched strict", lambda: list(it.batched("abc", 2, strict=True)))
attempt("batched zero", it.batched, "abc", 0)

print("islice:", list(it.islice("abcdefg", 2)), list(it.islice("abcdefg", 2, 4)),
      list(it.islice("abcdefg", 2, None)), list(it.islice("abcdefg", 0, None, 3)),
      list(it.islice("abc", 5, 6)), list(it.islice(range(9), 1, 8, 3)))
for arguments in ((-1,), (1, -1), (0, 5, 0), ("a",), (1.5,), (), (None, None, -1)):
    attempt(f"islice {arguments}", it.islice, "abc", *arguments)
source = iter(range(10))
print("islice consumes:", list(it.islice(source, 2, 5)), next(source), list(it.islice(source, 0)),
      next(source))

groups = it.groupby("AAbbBcA", key=str.lower)
print("groupby:", [(key, list(group)) for key, group in groups])
groups = it.groupby([1, 1, 2, 2, 3])
first_key, first = next(groups)
second_key, second = next(groups)
print("advancing spoils the older group:", list(first), list(second), first_key, second_key)
print("no key:", [(k, len(list(g))) for k, g in it.groupby([1, 1.0, True, 2, "2"])])


def noisy(items):
    for item in items:
        print("pull", item, end="; ")
        yield item


one, two, three = it.tee(noisy("abc"), 3)
print("tee:", next(one), next(one), next(two), list(three), list(two), list(one))
again = it.tee(one, 1)[0]
print("tee sizes:", it.tee([], 0), list(again))
attempt("tee negative", it.tee, [], -1)
attempt("tee number", it.tee, 5)
branch = it.tee(iter("xyz"))[0]
next(branch)
left, right = it.tee(branch)
print("tee of tee:", list(left), list(right), list(branch))
print("lazy map:", next(map(str, noisy([1, 2]))), next(it.chain(noisy("p"), noisy("q"))),
      next(filter(None, noisy([0, 5, 6]))))
generator = (1 / n for n in (2, 1, 0, 4))
attempt("error inside", lambda: list(it.accumulate(generator)))
print("after the error:", list(generator))
