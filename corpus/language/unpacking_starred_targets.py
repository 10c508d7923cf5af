# harness:
#   description: unpacking assignments - stars, nesting, order, iterator consumption, class of the errors
#   tags: [unpacking, assignment]


class Noisy:
    def __init__(self, n):
        self.n, self.asked = n, 0

    def __iter__(self):
        return self

    def __next__(self):
        self.asked += 1
        if self.asked > self.n:
            raise StopIteration
        return self.asked


a, b = 1, 2
a, b = b, a
(c), [d], (e,) = 3, [4], "5"
first, *middle, last = range(6)
*init, tail = "xy"
head, *empty = [9]
(p, (q, *r), *s), t = (1, "qrs", 3, 4), {"k": 1}
print(a, b, c, d, e, first, middle, last, init, tail, head, empty, p, q, r, s, t)
[*all_items] = {"a": 1, "b": 2}
*just_star, = iter([1, 2])
(*paren,) = ()
() = []
[] = ""
print(all_items, just_star, paren)

items = [0, 1, 2]
i = 0
i, items[i] = 1, "indexed after i bound"
print(i, items)
i, items[i], i = 2, "two", 5
print(i, items)
x = y = z = [1]
x.append(2)
print(y is z, z)
lst = lst2 = [1, 2, 3]
lst[0], lst[1:], *rest = "a", "bc", 8, 9
print(lst, rest, lst2 is lst)


class Obj:
    pass


obj = Obj()
obj.a, *obj.b, obj.c = range(5)
print(vars(obj))
d = {}
d["k"], *d["rest"] = "spam"
(d["n"], d["m"]) = d["k"] * 2
print(d)
for n, (m, *o) in enumerate([(1, 2, 3), "ab"]):
    print(n, m, o, end="; ")
print([u + v for u, v in {(1, 2): 0}], [k for k, *_ in ["abc", "de"]], {k: v for (k, v), *_ in [[(1, 2), 3]]})

for count, targets in [(5, "a, b"), (1, "a, b"), (0, "a, b"), (1, "a, b, *c"), (0, "a, *b"), (2, "a, b, c"),
                       (2, "[a, (b, c)]")]:
    noisy = Noisy(count)
    try:
        exec(f"{targets} = noisy")
    except (ValueError, TypeError) as exc:
        print(f"{targets} = {count} items: {type(exc).__name__} (asked {noisy.asked})")
for value in (5, None, [1], [1, 2, 3], "abc", {1: 2}, (), range(10), {1, 2, 3, 4}, (v for v in (1,))):
    try:
        a, b = value
    except (ValueError, TypeError) as exc:
        print(type(value).__name__, type(exc).__name__)


class BadIter:
    def __iter__(self):
        raise LookupError("iter failed")


class RaisesLate:
    def __iter__(self):
        yield 1
        raise KeyError("late")


for bad in (BadIter(), RaisesLate()):
    try:
        a, b = bad
    except LookupError as exc:
        print(type(exc).__name__, exc)
a = "untouched"
try:
    a, [b, c] = 1, 5
except TypeError as exc:
    print("partial:", a, type(exc).__name__)

print([*range(3), *"ab", *{}], (*[1], 2, *(3,)), {*"aa", *[1]} == {"a", 1}, {**{"a": 1}, "b": 2, **{"a": 3}},
      *[], *(1, 2))
print([*[*[*[1]]]], [*(x for x in "q")], (*"z",), {**dict(a=1), **{1: 2}}, [[*r] for r in ("ab", [1])],
      (lambda *a, **k: (a, k))(*"ab", *[1], **{"c": 2}, d=3))


def returns():
    rest = [2, 3]
    return 1, *rest


def yields():
    rest = [2, 3]
    yield 1, *rest


print(returns(), next(yields()), [v for v in (1, *returns())], "abc"[slice(*[0, 2])], {(1, *[2]): 0}[*(1, 2)])
for v in 1, *[2, 3]:
    print(v, end=" ")
print()
for source in ["*a = [1]", "*a, *b = x", "a, *b, c, *d = x", "* a, b = x", "(*a) = x", "print(*a b)",
               "x = *a", "x = *a,", "[*a for a in b]", "*a += 1",
               "del *a", "for *a in b: pass", "for *a, b in c: pass", "a, b += 1", "(a, b): int = 1",
               "f() = 1", "a + b = 1", "None = 1", "a, None = 1, 2",
               "1, a = 2", "'s' = 1", "(a := 1) = 2", "[a, b()] = 1", "a if b else c = 1", "lambda: 1 = 2",
               "x = yield = 1", "a and b = 1", "-a = 1", "a < b = 1",
               "... = 1", "__debug__ = 1", "a.__debug__ = 1", "{a: 1} = 2", "{a} = 2", "f'{a}' = 1",
               "(yield) = 1", "*(a, b), c = x", "**a = 1", "a = **b", "return *a"]:
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), type(exc).__name__)
