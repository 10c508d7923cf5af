# harness:
#   description: shallow and deep copies of nested, shared and recursive structures, hooks, copy.replace
#   tags: [copy, protocols]
import collections
import copy
import copyreg
import dataclasses
from datetime import date
from fractions import Fraction


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


inner = [1, 2]
outer = {"a": inner, "b": (inner, 3), "c": {"d": inner}, "e": {4, 5}, "f": bytearray(b"x")}
shallow, deep = copy.copy(outer), copy.deepcopy(outer)
inner.append(99)
outer["f"].append(33)
print("shallow sees it:", shallow["a"], shallow["b"], shallow["f"])
print("deep does not:", deep)
print("sharing kept in the deep copy:", deep["a"] is deep["b"][0] is deep["c"]["d"], shallow["a"] is inner,
      deep["a"] is inner)

for value in (5, "text", 1.5, None, (1, 2), (1, [2]), frozenset([1]), b"b", range(3), len, int,
              Fraction(1, 2), date(2024, 1, 2), slice(1), ..., [1], {1}, {"k": 1}, collections.deque([1], 3),
              collections.Counter("aab"), collections.defaultdict(list, a=[1]),
              collections.OrderedDict(b=1, a=2)):
    print(f"{str(value)[:30]:<30}" if not callable(value) else f"{value.__name__:<30}", "copy same:",
          copy.copy(value) is value, "deep same:", copy.deepcopy(value) is value,
          copy.copy(value) == value == copy.deepcopy(value), type(copy.deepcopy(value)).__name__)

loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print("recursive list:", twin, twin[1] is twin, twin is loop, copy.copy(loop)[1] is loop)
cycle = {"name": "root", "children": []}
cycle["children"].append({"name": "leaf", "parent": cycle})
again = copy.deepcopy(cycle)
print("recursive dict:", again["children"][0]["parent"] is again, again)
cell = []
knot = (cell, 1)
cell.append(knot)
tied = copy.deepcopy(knot)
print("tuple in a cycle:", tied[0][0] is tied, tied is knot, tied)


class Plain:
    kind = "class attribute"

    def __init__(self, value):
        print("  __init__", value)
        self.value = value
        self.me = self


plain = Plain([1])
first, second = copy.copy(plain), copy.deepcopy(plain)
print("objects without calling __init__:", first.value is plain.value, first.me is plain, second.value,
      second.value is plain.value, second.me is second, sorted(vars(second)))


class Slotted:
    __slots__ = ("x", "y", "unset")

    def __init__(self):
        self.x, self.y = [1], "y"


slotted = copy.deepcopy(Slotted())
print("slots:", slotted.x, slotted.y, hasattr(slotted, "unset"))


class Hooked:
    def __init__(self, log):
        self.log = log

    def __copy__(self):
        self.log.append("__copy__")
        return "copied"

    def __deepcopy__(self, memo):
        self.log.append(f"__deepcopy__ {type(memo).__name__} {len(memo)}")
        return "deep copied"


log = []
hooked = Hooked(log)
print("hooks:", copy.copy(hooked), copy.deepcopy([hooked, hooked, {"h": hooked}]), log)


class Reduced:
    def __init__(self, a, b=None):
        self.a, self.b = a, b

    def __reduce__(self):
        return Reduced, (self.a,), {"b": "from state", "extra": [1]}


class Stateful:
    def __init__(self):
        self.data, self.cache = [1, 2], "expensive"

    def __getstate__(self):
        print("  __getstate__")
        return {"data": self.data}

    def __setstate__(self, state):
        print("  __setstate__", state)
        self.__dict__.update(state)
        self.cache = None


class Listing(list):
    def __init__(self, *args, label="?"):
        super().__init__(*args)
        self.label = label


class Unfriendly:
    def __reduce_ex__(self, protocol):
        print("  protocol", protocol)
        raise RuntimeError("not to be copied")


reduced = copy.copy(Reduced(1, 2))
print("reduce:", vars(reduced))
stateful = copy.deepcopy(Stateful())
print("state:", vars(stateful))
listing = copy.deepcopy(Listing([[1], [2]], label="rows"))
print("list subclass:", listing, listing.label, type(listing).__name__, type(copy.copy(listing)).__name__,
      type(listing.copy()).__name__)
attempt("copy refuses", copy.copy, Unfriendly())
attempt("deepcopy refuses", copy.deepcopy, [Unfriendly()])
attempt("generator", copy.copy, (x for x in ()))
attempt("memoryview", copy.deepcopy, memoryview(b"a"))
copyreg.pickle(Plain, lambda p: (str, ("from the registry",)))
print("copyreg:", copy.copy(plain), copy.deepcopy(plain))


@dataclasses.dataclass
class Point:
    x: int
    y: list = dataclasses.field(default_factory=list)
    z: int = dataclasses.field(default=0, init=False)


print("replace:", copy.replace(Point(1, [2]), x=5), copy.replace(date(2024, 1, 31), month=3))
attempt("replace unknown", copy.replace, Point(1), q=1)
attempt("replace init=False", copy.replace, Point(1), z=1)
attempt("replace list", copy.replace, [1], x=1)
memo = {}
original = [[1], [2]]
copied = copy.deepcopy(original, memo)
print("memo:", memo[id(original)] is copied, memo[id(original[0])] is copied[0],
      copy.deepcopy(original, memo) is copied)
matrix = [[0] * 2] * 2
rows = [row[:] for row in matrix]
rows[0][0] = 1
print("other ways:", matrix, rows, [*matrix][0] is matrix[0], list(matrix) == matrix, dict(outer) is outer,
      {**outer}["a"] is inner, copy.deepcopy(matrix)[0] is copy.deepcopy(matrix)[1],
      (m := copy.deepcopy(matrix))[0] is m[1])
attempt("copy.Error is", lambda: issubclass(copy.Error, Exception) and copy.error is copy.Error)
