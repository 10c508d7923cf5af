# harness:
#   description: weakref - references, proxies, callbacks, weak dictionaries and sets, finalizers, methods
#   tags: [module:weakref, weakrefs]
import gc
import weakref


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name!r})"

    def hello(self, *args):
        return self.name, args

    def __len__(self):
        return len(self.name)

    def __add__(self, other):
        return f"{self.name}+{other}"

    def __getitem__(self, index):
        return self.name[index]


def drop():
    gc.collect()


log = []
node = Node("one")
ref = weakref.ref(node, lambda r: log.append(("callback", r() is None, r is ref)))
print("ref:", ref() is node, weakref.ref(node) is weakref.ref(node), ref == weakref.ref(node),
      hash(ref) == hash(node), weakref.getweakrefcount(node), len(weakref.getweakrefs(node)),
      ref.__callback__ is not None)
proxy = weakref.proxy(node)
print("proxy:", proxy.name, proxy.hello(1), len(proxy), proxy + "x", proxy[0], str(proxy),
      isinstance(proxy, Node), bool(proxy), proxy == node)
proxy.name = "changed"
print("through the proxy:", node.name)
attempt("proxy hash", hash, proxy)
del node
drop()
print("dead:", ref(), log, ref.__callback__)
attempt("dead proxy", lambda: proxy.name)
attempt("dead proxy text", str, proxy)
print("dead hash kept:", isinstance(hash(ref), int), ref == weakref.ref(Node("x")))
for bad in (5, "s", (), None, [], {}, object()):
    attempt(f"ref to {type(bad).__name__}", lambda: weakref.ref(bad) and "made")
print("allowed:", [weakref.ref(o)() is o for o in (Node, Node.hello, gc)])


class Slots:
    __slots__ = ("a",)


class SlotsRef:
    __slots__ = ("a", "__weakref__")


attempt("slots", lambda: weakref.ref(Slots()))
slotted = SlotsRef()
print("slots with weakref:", weakref.ref(slotted)() is slotted)

values = weakref.WeakValueDictionary(a=(a := Node("a")), b=(b := Node("b")))
print("values:", sorted(values.items()), values["a"], values.get("z", "none"), len(values), "b" in values,
      sorted(values.keys()), [r() for r in values.valuerefs() if r().name == "a"], values.pop("b"),
      sorted(values | {"c": a}), values.setdefault("d", a))
del a
drop()
print("after:", dict(values), len(values))
keys = weakref.WeakKeyDictionary()
k1, k2 = Node("k1"), Node("k2")
keys[k1], keys[k2] = 1, [2]
print("keys:", sorted(str(k) for k in keys), keys[k2], k1 in keys, 5 in keys, keys.get(k1),
      len(keys.keyrefs()), keys.copy() == keys)
attempt("missing", lambda: keys[Node("other")])
attempt("unreferable key", keys.__setitem__, 5, 1)
for key in list(keys):
    if key.name == "k1":
        del k1
del key
drop()
print("left:", [str(k) for k in keys])
members = weakref.WeakSet([k2, (k3 := Node("k3"))])
print("set:", len(members), k2 in members, 5 in members, sorted(map(str, members | {b})),
      sorted(map(str, members - {k2})), members >= {k2}, members.isdisjoint([b]))
del k3
drop()
print("set after:", [str(m) for m in members], members.pop() is k2, len(members))

method = weakref.WeakMethod(k2.hello, lambda r: log.append("method gone"))
print("method:", method()(5), method() == k2.hello, weakref.ref(k2.hello)() is None)
attempt("method of function", weakref.WeakMethod, drop)
del k2
keys.clear()
drop()
print("method after:", method(), log[-1])
target = Node("final")
first = weakref.finalize(target, log.append, "first")
second = weakref.finalize(target, lambda *a, **k: log.append((a, k)), 1, key=2)
third = weakref.finalize(target, log.append, "never")
print("finalize:", first.alive, third.detach()[2], third.alive, second.peek()[2:], first.atexit)
del target
drop()
print("ran:", log[-2:], first.alive, first(), second.peek())
called = weakref.finalize(b, lambda: "returned")
print("called by hand:", called(), called(), called.alive)


class Ref(weakref.ref):
    __slots__ = ("extra",)

    def __new__(cls, target, extra):
        return super().__new__(cls, target)

    def __init__(self, target, extra):
        super().__init__(target)
        self.extra = extra


own = Ref(b, "more")
print("subclass:", own().name, own.extra, Ref(b, "x") is own, own == weakref.ref(b))
at_exit = weakref.finalize(b, print, "at exit: finalizer")
