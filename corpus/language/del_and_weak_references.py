# harness:
#   description: del of names, attributes, items and slices, weak references
#   tags: [del, weakref]

import gc
import weakref


def collect():
    for _ in range(3):
        gc.collect()


x = [1, 2, 3]
y = x
del x
print(y, "x" in globals())
for thunk in ("del x", "del y.missing", "del y[10]", "del y['a']", "del (5).real", "del ''.x", "del {}['k']",
              "del (1, 2)[0]", "del range(3)[0]"):
    try:
        exec(thunk)
    except (NameError, AttributeError, IndexError, TypeError, KeyError) as exc:
        print(f"{thunk}: {type(exc).__name__}")
items = list(range(10))
del items[0], items[-1], items[1:3], items[::2]
print(items)
del items[:]
print(items)
a, b, c = 1, 2, 3
del a, (b, [c])
print([n for n in "abc" if n in globals()])
del ()
d = {"p": {"q": [1, 2]}}
del d["p"]["q"][0]
print(d)


class Obj:
    def __init__(self, name):
        self.name = name

    def method(self):
        return self.name


class WithDel(Obj):
    def __del__(self):
        log.append(f"del {self.name}")


log = []
o = Obj("one")
o.extra = 1
del o.extra
print(vars(o))
r = weakref.ref(o, lambda ref: log.append(f"callback dead={ref() is None}"))
print(r() is o, r() == o, weakref.getweakrefcount(o), weakref.ref(o) is weakref.ref(o))
p = weakref.proxy(o)
print(p.name, p.method(), isinstance(p, Obj))
p.name = "renamed"
print(o.name)
wm = weakref.WeakMethod(o.method)
print(wm()(), wm == weakref.WeakMethod(o.method))
f = weakref.finalize(o, log.append, "finalized")
print(f.alive, f.peek()[2])
del o
collect()
print(r() is None, wm(), f.alive, sorted(log))
for thunk in (lambda: p.name, lambda: str(p), lambda: bool(p)):
    try:
        thunk()
    except ReferenceError:
        print("ReferenceError")
log.clear()

w = WithDel("w")
w.cycle = w
ref = weakref.ref(w)
del w
collect()
print(log, ref() is None)
log.clear()
pair = [WithDel("left"), WithDel("right")]
pair[0].other, pair[1].other = pair[1], pair[0]
del pair
collect()
print(sorted(log))
log.clear()


class Resurrect:
    kept = []

    def __del__(self):
        Resurrect.kept.append(self)
        log.append("resurrected")


res = Resurrect()
del res
collect()
print(log, len(Resurrect.kept))
Resurrect.kept.clear()
collect()
print("only once", log)

wvd = weakref.WeakValueDictionary()
wkd = weakref.WeakKeyDictionary()
ws = weakref.WeakSet()
k1, k2 = Obj("k1"), Obj("k2")
wvd["a"], wvd["b"] = k1, k2
wkd[k1], wkd[k2] = "v1", "v2"
ws.update([k1, k2])
print(sorted(wvd), sorted(wkd.values()), len(ws), k1 in ws)
del k1
collect()
print(sorted(wvd), sorted(wkd.values()), len(ws), wvd.get("a", "gone"), [x.name for x in ws])
try:
    wvd["a"]
except KeyError as exc:
    print("KeyError", exc)
for value in (5, "text", (1,), None, [1], {}, object(), lambda: 0, Obj, {1}, frozenset(), int, 3.5, b"x",
              range(3)):
    try:
        weakref.ref(value)
        print(type(value).__name__, "can be referenced", end="; ")
    except TypeError:
        print(type(value).__name__, "TypeError", end="; ")
print()


class Hashable:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return self.n == other.n


h1, h2 = Hashable(1), Hashable(1)
r1, r2 = weakref.ref(h1), weakref.ref(h2)
print(r1 == r2, hash(r1) == 1, len({r1, r2}))
del h1
collect()
print(r1 == r2, hash(r1), r1 == r1)
dead = weakref.ref(Hashable(5))
collect()
try:
    hash(dead)
except TypeError:
    print("TypeError")
try:
    del undefined_thing
except NameError:
    print("NameError")
for text in ["del f()", "del 5", "del x + y", "del (x := 1)", "del None", "del x, 5", "del [x, (y, z())]",
             "del", "del x if y else z", "del lambda: 0",
             "del *x", "del {x}", "del x.y, z[0]", "del (x), [y], ((z))", "del (x for x in y)",
             "del __debug__", "del x as y", "del ..."]:
    try:
        compile(text, "<case>", "exec")
        print(text, "-> compiles")
    except SyntaxError as exc:
        print(text, "->", type(exc).__name__)
