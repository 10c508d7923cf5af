# harness:
#   description: copy - shallow and deep rules, memo, hooks, reduce protocol, slots, replace
#   tags: [module:copy, protocols]
import copy
import weakref
from collections import deque
from fractions import Fraction


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


shared = [1]
nested = {"a": shared, "b": shared, "t": (shared, 2), "s": {3}, "d": deque([shared]), "ba": bytearray(b"x")}
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
shared.append(99)
print("shallow:", shallow["a"], shallow["t"], "deep:", deep["a"], deep["t"], deep["d"])
print("sharing kept:", deep["a"] is deep["b"], deep["t"][0] is deep["a"], deep["d"][0] is deep["a"])

constants = (1, "x", (2, (3, "y")), frozenset({4}), None, int, len, 2.5, Fraction(1, 3), range(3), ...,
             NotImplemented)
print("identity of immutables:", [copy.deepcopy(c) is c for c in constants])
print("tuple with list:", copy.deepcopy(([],)) == ([],), copy.copy(constants) is constants)
cycle = []
cycle.append((cycle, {"self": cycle}))
clone = copy.deepcopy(cycle)
print("cycle:", clone is not cycle, clone[0][0] is clone, clone[0][1]["self"] is clone)


class Plain:
    def __init__(self, *items):
        self.items = list(items)
        print("init called", items)


plain = Plain(1, 2)
other = copy.copy(plain)
deeper = copy.deepcopy(plain)
print("plain:", other.items is plain.items, deeper.items == plain.items, deeper.items is plain.items)


class Hooked:
    def __copy__(self):
        return "shallow hook"

    def __deepcopy__(self, memo):
        return "deep hook", isinstance(memo, dict)


hooked = Hooked()
print("hooks:", copy.copy(hooked), copy.deepcopy([hooked, hooked]))


class State:
    def __init__(self):
        self.keep, self.drop = [1], open

    def __getstate__(self):
        return {"keep": self.keep}

    def __setstate__(self, state):
        self.keep, self.drop = state["keep"], "restored"


state = copy.deepcopy(State())
print("state:", state.keep, state.drop)


class Reduced:
    def __init__(self, label, pieces=()):
        self.label, self.pieces = label, list(pieces)

    def __reduce__(self):
        return Reduced, (self.label + "*",), None, iter(self.pieces)

    def append(self, piece):
        self.pieces.append(("appended", piece))

    def extend(self, pieces):
        for piece in pieces:
            self.append(piece)


reduced = copy.copy(Reduced("r", [1, 2]))
print("reduce:", reduced.label, reduced.pieces)


class Slotted:
    __slots__ = ("a", "b", "__weakref__")


slotted = Slotted()
slotted.a = [1]
twin = copy.deepcopy(slotted)
print("slots:", twin.a, twin.a is slotted.a, hasattr(twin, "b"))
print("weak reference:", copy.deepcopy(weakref.ref(slotted))() is slotted)


class Sub(list):
    extra = None


sub = Sub([[1], 2])
sub.extra = {"k": [3]}
dup, deepdup = copy.copy(sub), copy.deepcopy(sub)
print("subclass:", type(dup).__name__, dup, dup.extra is sub.extra, deepdup.extra, deepdup.extra is sub.extra)

memo = {}
copy.deepcopy(shared, memo)
print("memo hit:", memo[id(shared)] == shared, copy.deepcopy(shared, memo) is memo[id(shared)],
      copy.deepcopy([shared], {id(shared): "from memo"}))
function = attempt
print("functions:", copy.copy(function) is function, copy.deepcopy(function) is function)
attempt("generator", copy.copy, (n for n in ()))
attempt("module", copy.deepcopy, copy)
by_name = type("ByName", (), {"__reduce__": lambda self: "a global name"})()
print("reduce to a name:", copy.copy(by_name) is by_name, copy.deepcopy(by_name) is by_name)


class Replaceable:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __replace__(self, /, **changes):
        return type(self)(**{"x": self.x, "y": self.y} | changes)


changed = copy.replace(Replaceable(1, 2), y=5)
print("replace:", changed.x, changed.y)
attempt("replace unsupported", copy.replace, [1], a=2)
attempt("replace unknown", copy.replace, Replaceable(1, 2), z=1)
print("method:", copy.deepcopy(sub.count).__self__ is sub, copy.deepcopy([sub.count])[0](2),
      copy.Error.__name__)
