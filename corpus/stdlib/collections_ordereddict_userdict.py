# harness:
#   description: OrderedDict reordering and equality, UserDict/UserList/UserString subclasses
#   tags: [module:collections, dict, ordering]
import copy
import pickle
from collections import OrderedDict, UserDict, UserList, UserString


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


od = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
print("repr:", od, OrderedDict(), OrderedDict(x=1))
od.move_to_end("a")
od.move_to_end("c", last=False)
print("moved:", list(od), list(reversed(od)), list(reversed(od.items())), list(reversed(od.values())))
attempt("move missing", od.move_to_end, "zz")
print("popitem:", od.popitem(last=False), od.popitem(), od)
attempt("popitem empty", OrderedDict().popitem)
attempt("pop missing", od.pop, "zz")
print("pop default:", od.pop("zz", None), od.setdefault("new", []), od.setdefault("b", 0))
one, two = OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)
print("equality:", one == two, one == dict(two), dict(one) == two, one == OrderedDict(a=1, b=2), one != two)
print("merge:", one | two, one | {"z": 0}, {"z": 0} | one, type({"z": 0} | one).__name__)
one |= [("q", 5)]
print("ior:", one)
one["a"] = 100
print("assignment keeps place:", one)
del one["a"]
one["a"] = 1
print("delete and add moves:", list(one))
print("keys:", sorted(one.keys()))


def mutate():
    for key in one:
        one[key + "x"] = 0


attempt("mutated during iteration", mutate)
loop = OrderedDict(k=1)
loop["self"] = loop
print("recursive:", loop)
print("copies:", copy.copy(two) == two, copy.deepcopy(two), pickle.loads(pickle.dumps(two)), two.copy())
two.attribute = "kept"
print("attributes survive pickle:", pickle.loads(pickle.dumps(two)).attribute, copy.copy(two).__dict__)
print("fromkeys:", OrderedDict.fromkeys("abca", 0))
attempt("two arguments", OrderedDict, {}, {})
attempt("number", OrderedDict, 5)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        if key == key.lower():
            raise KeyError(key)
        return self[key.lower()]


lower = Lower({"One": 1}, TWO=2)
lower.update(Three=3)
print("UserDict:", lower, lower["TWO"], "TWO" in lower, lower.get("ONE"), lower.data)
attempt("missing", lambda: lower["four"])
print("union:", lower | {"FOUR": 4}, type(lower | {}).__name__, {"zero": 0} | lower)
print("setdefault, pop:", lower.setdefault("FIVE", 5), lower.pop("one"), lower, len(lower), copy.copy(lower))


class Stack(UserList):
    def push(self, item):
        self.append(item)
        return self


stack = Stack([3, 1, 2]).push(5)
print("UserList:", stack, stack[1:], type(stack[1:]).__name__, stack + [9], [9] + stack, stack * 2,
      stack == [3, 1, 2, 5])
stack.sort(reverse=True)
stack += (7,)
del stack[0:2]
print("changed:", stack, stack.index(7), stack.count(1), stack < [9], min(stack), 7 in stack)


class Shout(UserString):
    def __str__(self):
        return self.data.upper() + "!"


shout = Shout("hello")
print("UserString:", shout, repr(shout), shout + " you", type(shout + "x").__name__, shout[1:3],
      shout.replace("l", "L"))
print("compare:", shout == "hello", shout < "world", hash(shout) == hash("hello"), "ell" in shout,
      shout.upper() == "HELLO")
print("format:", f"{shout!s:>8}|", "%s" % shout, shout.center(9, "*"), shout.split("l"),
      Shout("%d-%s") % (1, "x"), Shout(15))
print("join:", Shout(",").join(["a", "b"]), "x" + shout, shout * 2, int(UserString("42")),
      float(UserString("2.5")))
