# harness:
#   description: tuple display, comparison, hashing, slicing, unpacking, immutability
#   tags: [tuple, unpacking]


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def run(source):
    namespace = {}
    try:
        exec(source, namespace)
        namespace.pop("__builtins__")
        print(f"{source:<44}", {name: namespace[name] for name in sorted(namespace)})
    except (ValueError, TypeError, SyntaxError, NameError, IndexError) as error:
        print(f"{source:<44}", type(error).__name__)


print("display:", (), (1,), (1, 2), ((),), ((1,), [2], {3: (4,)}), (None, ..., "a'b"), 1, (1), (1,) * 3,
      () + (1,), tuple("abc"))
point = 3, 4
print("parentheses are optional:", point, *point, (*point, 5), (*point,), [*point, *"xy"])
print("methods:", point.count(3), point.index(4), (1, 2, 1).index(1, 1), (0, False, 0.0).count(0), len(point),
      3 in point, (3, 4) in [point])
print("slices:", point[::-1], point[1:], point[5:], (1, 2, 3, 4, 5)[-4:-1:2], point[:], point[:] == point,
      tuple(point) == point, point * 1 == point)
print("comparison:", (1, 2) < (1, 3), (1, 2) < (1, 2, 0), () < (0,), (1, "a") < (2, 1), (1, 2) == [1, 2],
      (1, 2.0) == (1.0, 2), (2,) > (1, 9, 9), (1, 2) <= (1, 2), max((1, 5), (1, 3), (0, 9)),
      sorted([(2, "a"), (1, "z"), (1, "b")]))
print("hash:", hash((1, 2)) == hash((1.0, 2)), hash(()) == hash(tuple([])), hash((1, 2)) == hash((2, 1)),
      {(1, (2, 3)): "deep"}[1, (2, 3)], len({(0, 1), (False, True), (0.0, 1)}))
attempt("compare str int", lambda: (1, "a") < (1, 2))
attempt("compare with list", lambda: (1,) < [1])
attempt("hash with list", hash, (1, [2]))
attempt("hash nested dict", hash, (1, (2, {})))
attempt("index missing", (1, 2).index, 3)
attempt("out of range", lambda: point[2])
attempt("index text", lambda: point["x"])
attempt("add list", lambda: point + [1])
attempt("multiply tuple", lambda: point * point)
attempt("assign", exec, "t = (1, 2); t[0] = 5")
attempt("delete", exec, "t = (1, 2); del t[0]")
attempt("attribute", exec, "t = (1, 2); t.x = 5")
attempt("append", lambda: point.append)
attempt("tuple int", tuple, 5)
attempt("tuple two", tuple, 1, 2)
attempt("count no argument", point.count)
growing = (1, 2)
alias = growing
growing += (3,)
growing *= 2
print("augmented makes new ones:", growing, alias)

for source in ("a, b = 1, 2", "a, = [7]", "[a, b] = 'xy'", "a, (b, c), *d = 1, [2, 3], 4, 5",
               "*a, b = range(3)", "a, *b = [1]", "*a, = 'hi'", "a, *b, c = 1, 2", "(a), b = {1: 2, 3: 4}",
               "a = b = c = []; b.append(1)", "a, b = b, a = 1, 2", "i = 0; a = [9, 9]; i, a[i] = 1, 5",
               "[] = ()", "() = []", "(a, b), c = 'xy', 'z'", "a, *(b, c), d = 1, 2, 3, 4",
               "for a, (b, *c) in [(1, 'xyz')]: pass", "a = 1,", "a = *range(3), 9", "a, b = 1",
               "a, b = 1, 2, 3", "a, b, c = [1, 2]", "a, *b, c = [1]", "a, b = None", "a, b = {1}",
               "a, b = iter([1])", "a, b = 'x' * 100", "[a] = []", "*a, *b = 1, 2", "*a = 1, 2",
               "a, b += 1, 2", "(a, 1) = 1, 2", "a = *b", "None, a = 1, 2",
               "a, b = (c for c in range(10**9))", "f() = 1", "a + b = c",
               "a, b = 1, 2; a, b = b, a + b; a, b = b, a + b"):
    run(source)


class Spread:
    def __iter__(self):
        print("  iter", end="")
        for n in range(5):
            print(f" give {n}", end="")
            yield n
        print(" end")


try:
    x, y = Spread()
except ValueError:
    print(" | ValueError")
x, *y = Spread()
print("starred takes all:", x, y)
first, second, *_ = (n for n in range(4))
print("swap chain:", first, second, _)


class Pair(tuple):
    __slots__ = ()

    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __repr__(self):
        return f"Pair{super().__repr__()}"


pair = Pair(1, 2)
print("subclass:", pair, pair == (1, 2), hash(pair) == hash((1, 2)), type(pair[:]).__name__,
      type(pair + ()).__name__, type(tuple(pair)).__name__, "%s-%s" % pair, isinstance(pair, tuple))
cell = []
loop = (1, cell)
cell.append(loop)
print("recursive repr:", loop)
