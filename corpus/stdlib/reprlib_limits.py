# harness:
#   description: reprlib - size limits for each type, nesting, subclass hooks, indentation, recursive_repr
#   tags: [module:reprlib, formatting]
import array
import collections
import reprlib
from reprlib import Repr, recursive_repr

VALUES = [list(range(20)), tuple(range(20)), (1,), set(range(20)), frozenset(range(10)),
          {n: n for n in range(10)}, {"b": 1, "a": [1] * 9}, collections.deque(range(10)),
          array.array("i", range(10)), "x" * 100, b"y" * 100, 10 ** 60, -(10 ** 60), [[[[[[[[1]]]]]]]], {},
          [], set(), (), "short",
          "quote'" * 20, 3.14159, range(100000), {"k": {"k": {"k": {"k": {"k": {"k": {"k": 1}}}}}}}]
for value in VALUES:
    print(type(value).__name__, reprlib.repr(value))
small = Repr(maxlist=2, maxtuple=1, maxset=3, maxdict=1, maxstring=10, maxlong=9, maxlevel=2, maxother=12,
             fillvalue="<more>", maxdeque=1, maxarray=2, maxfrozenset=1)
for value in VALUES:
    print("small", small.repr(value))
for indent in (2, "-->", 0):
    print(Repr(maxlist=3, indent=indent).repr([1, [2, {"a": (3,)}], {}, 4]))
for bad in (-1, "x" * 0, 1.5):
    try:
        print("indent", repr(bad), Repr(indent=bad).repr([1]))
    except (TypeError, ValueError) as error:
        print(type(error).__name__)


class Own:
    def __repr__(self):
        return "Own<" + "o" * 80 + ">"


class Failing:
    def __repr__(self):
        raise ValueError("no")


class Custom(Repr):
    def repr_Own(self, value, level):
        return f"OWN@{level}"

    def repr_int(self, value, level):
        return hex(value)


print("own:", reprlib.repr(Own()), Custom().repr([Own(), 255, [Own()]]), reprlib.repr(Failing())[:17])
print("attributes:", reprlib.aRepr.maxstring, reprlib.aRepr.maxlevel, reprlib.aRepr.fillvalue, Repr().maxdict,
      Repr().repr1([[1]], 1), Repr().repr1([1], 0))
print("unsortable set:", reprlib.repr({"only"}), reprlib.repr({1: {2}}),
      sorted(reprlib.repr({1, "a"})[1:-1].split(", ")))


class Tree:
    def __init__(self, name, *children):
        self.name, self.children = name, list(children)

    @recursive_repr(fillvalue="<loop>")
    def __repr__(self):
        """Doc kept."""
        return f"Tree({self.name}, {self.children})"


tree = Tree("root", Tree("leaf"))
tree.children.append(tree)
print("recursive:", tree, Tree.__repr__.__doc__, Tree.__repr__.__name__,
      hasattr(Tree.__repr__, "__wrapped__"))
twice = Tree("t")
print("same twice is fine:", [twice, twice])
