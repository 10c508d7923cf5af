# harness:
#   description: iter and next, sentinels, __getitem__ sequences, length hints, reversed, zip, map, enumerate
#   tags: [iteration, protocols]
import itertools
import operator


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except BaseException as error:
        print(label, "->", type(error).__name__)


class Squares:
    """An old style sequence: only __getitem__."""

    def __init__(self, limit):
        self.limit = limit

    def __getitem__(self, index):
        if index >= self.limit:
            raise IndexError(index)
        return index * index


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration(f"done at {self.n}")
        self.n -= 1
        return self.n


class Unreliable:
    """Gives values again after having ended."""

    def __init__(self):
        self.steps = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.steps += 1
        if self.steps % 3 == 0:
            raise StopIteration
        return self.steps


squares = Squares(5)
print("getitem sequence:", list(squares), 16 in squares, 5 in squares, [*squares], max(squares),
      dict(enumerate(squares)), tuple(zip(squares, "ab")))
attempt("reversed without len", reversed, squares)
attempt("len", len, squares)
print("own iterator:", list(Countdown(3)), sum(Countdown(4)), [*Countdown(2)], 1 in (c := Countdown(5)), c.n)
unreliable = Unreliable()
print("ends and resumes:", list(unreliable), list(unreliable), list(iter(unreliable)))
attempt("stop value", next, Countdown(0))
print("defaults:", next(Countdown(0), "default"), next(iter([]), None), next(iter(""), ...))

values = iter([3, 1, 4, 1, 5, 9])
print("sentinel:", list(iter(lambda: next(values), 5)), list(values))
counter = itertools.count()
sentinel = iter(lambda: next(counter) * 2, 6)
print("sentinel iterator stays done:", list(sentinel), list(sentinel), next(counter))


attempt("iter int", iter, 5)
attempt("iter class", iter, Squares)
attempt("iter sentinel not callable", iter, [1], 2)
attempt("next list", next, [1])
attempt("next nothing", next)
attempt("for int", exec, "for x in 5: pass")
attempt("iter returns junk", iter, type("Junk", (), {"__iter__": lambda self: 5})())
attempt("iter is None", iter, type("Blocked", (), {"__iter__": None, "__getitem__": lambda s, i: i})())
attempt("contains is None", lambda: 1 in type("NoIn", (list,), {"__contains__": None})([1]))
attempt("next not a method", lambda: next(type("NoNext", (), {"__iter__": lambda s: s})()))
attempt("getitem raises KeyError", list, type("Keyed", (), {"__getitem__": lambda s, i: {0: "a"}[i]})())
attempt("getitem raises StopIteration", list, type("Stopper", (),
                                                   {"__getitem__": lambda s,
                                                    i: "ab"[i] if i < 2 else next(iter(()))})())


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint

    def __iter__(self):
        return iter("xyz")


for hint in (3, 100, 0, NotImplemented, TypeError("no hint"), -1, "3", ValueError("bad"), 2.0):
    attempt(f"hint {hint!r}", list, Hinted(hint))
print("operator.length_hint:", operator.length_hint(Hinted(7)), operator.length_hint([1, 2]),
      operator.length_hint(object(), 5), operator.length_hint(Countdown(3), 9),
      operator.length_hint(iter([1, 2, 3])), operator.length_hint(reversed([1, 2])),
      operator.length_hint(iter("abc")), operator.length_hint(itertools.repeat(1, 4)))


class Both:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return f"item{index}"


class OwnReversed(Both):
    def __reversed__(self):
        return iter("custom")


print("reversed:", list(reversed(Both())), list(reversed(OwnReversed())), list(reversed({"a": 1, "b": 2})),
      list(reversed("ab")), list(reversed(range(3))))
attempt("reversed set", reversed, {1})
attempt("reversed generator", reversed, (x for x in ()))
attempt("reversed None", reversed, type("NR", (Both,), {"__reversed__": None})())

source = iter("abcdef")
print("shared iterator:", list(zip(source, source)), list(source),
      [pair for pair in zip(*[iter(range(7))] * 3)])
first, second = iter([1, 2, 3]), iter([10])
print("zip uses one more:", list(zip(first, second)), list(first), list(zip()), list(zip("ab")),
      list(zip("ab", "cd", strict=True)))
attempt("strict short", list, zip("abc", "ab", strict=True))
attempt("strict long", list, zip("a", "bc", strict=True))
attempt("strict third", list, zip("ab", "cd", "e", strict=True))
attempt("strict empty", list, zip("", "", "e", strict=True))
attempt("zip int", zip, [1], 5)
print("map and filter:", list(map(operator.add, [1, 2, 3], [10, 20])), list(filter(None, [0, "a", [], 2.5])),
      list(map(str, "ab")), list(map(None, [])))
attempt("map strict", list, map(operator.add, [1], [1, 2], strict=True))
attempt("map None", list, map(None, [1]))
attempt("map int", map, str, 5)
attempt("map nothing", map, str)
attempt("filter one", filter, None)
print("enumerate:", list(enumerate("ab", start=-1)), list(enumerate("a", 10**20)),
      next(enumerate([], 5), "empty"))
attempt("enumerate float", enumerate, "a", 1.5)
print("aggregates:", min([], default="d"), max("ab", "b", key=len), sum([[1], [2]], []),
      any(x > 3 for x in counter), next(counter),
      min((3, "c"), (3, "b")), max([1, 1.0, True]), sum((0.5, 1, 2j)))
for text in ("sum(['a'])", "sum(['a'], '')", "sum([b'a'], b'')", "min([])", "max()", "max(1)", "min(1, 'a')",
             "max(1, 2, default=3)", "sum(5)", "all(5)", "max([1], key=5)", "sum([], start='')"):
    attempt(text, eval, text)
