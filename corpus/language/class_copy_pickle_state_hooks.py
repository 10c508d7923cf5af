# harness:
#   description: copy and pickle hooks on classes - __copy__, __deepcopy__, __getstate__, __setstate__
#   tags: [classes, data-model]

import copy
import copyreg
import pickle

log = []


class State:
    def __init__(self, a, b):
        log.append("init")
        self.a, self.b, self.cache = a, b, object()

    def __getstate__(self):
        log.append("getstate")
        return {"a": self.a, "b": self.b}

    def __setstate__(self, state):
        log.append(f"setstate {sorted(state)}")
        self.__dict__.update(state, cache="rebuilt")


class Copies:
    def __init__(self, items):
        self.items = items

    def __copy__(self):
        log.append("copy")
        return Copies(self.items)

    def __deepcopy__(self, memo):
        log.append(f"deepcopy memo={isinstance(memo, dict)}")
        return Copies(copy.deepcopy(self.items, memo))

    def __replace__(self, /, **changes):
        return Copies(changes.get("items", self.items))


class NewArgs(tuple):
    def __new__(cls, *items, tag=None):
        log.append(f"new {items} {tag}")
        self = super().__new__(cls, items)
        self.tag = tag
        return self

    def __getnewargs_ex__(self):
        return tuple(self), {"tag": self.tag}


class Reduced:
    def __init__(self, n):
        self.n = n
        self.list = []

    def __reduce_ex__(self, protocol):
        log.append(f"reduce_ex {protocol >= 2}")
        return Reduced, (self.n,), {"extra": self.n * 2}


class ListLike(list):
    def __reduce__(self):
        return ListLike, (), None, iter(x * 10 for x in self)


class DictLike(dict):
    def __reduce__(self):
        return DictLike, (), {"attr": 5}, None, iter(self.items())


class Global:
    def __reduce__(self):
        return "GLOBAL"


GLOBAL = Global()


class Slotted:
    __slots__ = ("x", "y", "__dict__")

    def __init__(self):
        self.x, self.z = 1, "in dict"


class NoPickle:
    def __reduce_ex__(self, protocol):
        raise TypeError("refuses to be pickled")


def drain(label, *values):
    print(label, *values, "|", *log)
    log.clear()


s = State(1, [2])
c = copy.copy(s)
drain("copy state", c.a, c.b is s.b, c.cache)
d = copy.deepcopy(s)
drain("deepcopy state", d.b is s.b, d.b)
p = pickle.loads(pickle.dumps(s))
drain("pickle state", p.a, p.b, p.cache, type(p).__name__)
k = Copies([[1]])
drain("copies", copy.copy(k).items is k.items, copy.deepcopy(k).items[0] is k.items[0],
      copy.replace(k, items="new").items)
n = NewArgs(1, 2, tag="t")
log.clear()
m = pickle.loads(pickle.dumps(n))
drain("newargs", m, m.tag, type(m).__name__, m == n)
m = copy.copy(n)
drain("newargs copy", m, m.tag)
r = copy.copy(Reduced(3))
drain("reduced", r.n, r.extra, r.list)
r = pickle.loads(pickle.dumps(Reduced(4), protocol=2))
drain("reduced pickle", vars(r))
drain("list like", copy.copy(ListLike([1, 2])), pickle.loads(pickle.dumps(ListLike([3]))),
      copy.copy(DictLike(a=1)), copy.copy(DictLike(a=1)).attr)
drain("global", copy.copy(GLOBAL) is GLOBAL, pickle.loads(pickle.dumps(GLOBAL)) is GLOBAL)
t = copy.copy(Slotted())
drain("slots", t.x, t.z, hasattr(t, "y"), Slotted().__getstate__())
u = pickle.loads(pickle.dumps(Slotted()))
drain("slots pickle", u.x, u.__dict__)

shared = [1]
graph = {"one": shared, "two": shared, "self": None}
graph["self"] = graph
g = copy.deepcopy(graph)
drain("graph", g["one"] is g["two"], g["self"] is g, g["one"] is shared)
q = pickle.loads(pickle.dumps(graph))
drain("graph pickle", q["one"] is q["two"], q["self"] is q)
tup = ([],)
tup[0].append(tup)
drain("recursive tuple", copy.deepcopy(tup)[0][0] is not tup)
atomic = (1, "a", None, (1, (2,)), len, int, 2.5, frozenset([1]), ..., range(3))
drain("atomic", [copy.deepcopy(v) is v for v in atomic],
      [copy.copy(v) is v for v in ([1], {1: 2}, {1}, bytearray(b"x"), (1,))])
memo = {}
copy.deepcopy(shared, memo)
drain("memo", id(shared) in memo)
drain("object state", object().__getstate__(), State.__base__().__getstate__(), Copies([1]).__getstate__(),
      [1].__getstate__())
for bad in (lambda: pickle.dumps(lambda: 0), lambda: pickle.dumps(NoPickle()), lambda: copy.copy(NoPickle()),
            lambda: pickle.dumps(x for x in ()), lambda: copy.copy(x for x in ()),
            lambda: copy.replace(5, a=1),
            lambda: pickle.loads(b"garbage"), lambda: pickle.loads(b""),
            lambda: pickle.loads(pickle.dumps([1])[:-1]), lambda: pickle.dumps(type("Local", (), {})()),
            lambda: pickle.dumps(1, protocol=99),
            lambda: object().__reduce__().__class__ and object().__reduce_ex__(2)[0].__name__):
    try:
        print(bad())
    except (TypeError, AttributeError, pickle.PickleError, EOFError, ValueError) as exc:
        print(type(exc).__name__)


class Registered:
    def __init__(self, v):
        self.v = v


copyreg.pickle(Registered, lambda obj: (Registered, (obj.v + 100,)))
drain("copyreg", copy.copy(Registered(1)).v, pickle.loads(pickle.dumps(Registered(2))).v)
data = {"list": [1, 2.5, None, True], "nested": {"t": (1, b"x"), "s": {1}}, "big": 2 ** 100, "text": "é\n",
        "c": 1j}
same = [pickle.loads(pickle.dumps(data, protocol=n)) == data for n in range(pickle.HIGHEST_PROTOCOL + 1)]
drain("protocols", same, pickle.HIGHEST_PROTOCOL)
print(pickle.dumps([1, "a", (None, True)], protocol=0))
print(pickle.dumps({"k": 1.5}, protocol=2), pickle.dumps((1, 300, -1, 70000, b"b"), protocol=3))
