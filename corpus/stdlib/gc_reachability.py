# harness:
#   description: gc - enabling, collection of cycles seen through weak references, finalizer order, callbacks
#   tags: [module:gc, weakrefs]
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None


events = []
print("enabled:", gc.isenabled())
gc.disable()
print("disabled:", gc.isenabled())


def make_cycle(finalized=False):
    a, b = Node("a"), Node("b")
    a.other, b.other = b, a
    if finalized:
        weakref.finalize(a, events.append, "a gone")
    return weakref.ref(a), weakref.ref(b)


first, second = make_cycle(True)
gc.collect()
print("cycle collected:", first() is None, second() is None, events)


class Resurrected:
    kept = []

    def __del__(self):
        events.append("del")
        Resurrected.kept.append(self)


events.clear()
thing = Resurrected()
thing.me = thing
del thing
gc.collect()
print("finalizer ran:", events, len(Resurrected.kept), Resurrected.kept[0].me is Resurrected.kept[0])
Resurrected.kept.clear()
gc.collect()
print("finalizer runs once:", events)


class Chained:
    def __init__(self, name, next_one=None):
        self.name, self.next_one = name, next_one

    def __del__(self):
        events.append(self.name)


events.clear()
chain = Chained("outer", Chained("middle", Chained("inner")))
del chain
gc.collect()
print("chain:", events)

held = []
loop = [held]
held.append(loop)
print("referents:", sorted(map(str, gc.get_referents([1, "x", (2,)]))), gc.get_referents(5))
marker = ["unique marker"]
holder_dict, holder_list = {"m": marker}, [marker]
found = gc.get_referrers(marker)
print("referrers:", any(r is holder_dict for r in found), any(r is holder_list for r in found))
print("tracked:", gc.is_tracked(5), gc.is_tracked("s"), gc.is_tracked([]), gc.is_tracked(Node("x")),
      gc.is_tracked({"a": []}))
print("objects:", any(o is marker for o in gc.get_objects()), isinstance(gc.get_objects(), list))
print("finalized:", gc.is_finalized(marker), gc.is_finalized(5))

phases = []


def watcher(phase, info):
    phases.append((phase, "generation" in info, "collected" in info))


gc.callbacks.append(watcher)
gc.collect()
gc.callbacks.remove(watcher)
gc.collect()
print("callbacks:", phases)
print("thresholds:", len(gc.get_threshold()), len(gc.get_count()),
      all(isinstance(n, int) for n in gc.get_count()))
old = gc.get_threshold()
gc.set_threshold(500, 7, 9)
print("set:", gc.get_threshold()[:2])
gc.set_threshold(*old)
print("stats:", all({"collections", "collected", "uncollectable"} <= set(s) for s in gc.get_stats()))
print("collect returns int:", type(gc.collect()).__name__, "garbage:", gc.garbage)
for bad in (-1, 99, "x"):
    try:
        gc.collect(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
gc.freeze()
print("frozen:", gc.get_freeze_count() > 0)
gc.unfreeze()
print("unfrozen:", gc.get_freeze_count())
mapping = weakref.WeakValueDictionary()
node = Node("n")
node.other = node
mapping["n"] = node
del node
gc.collect()
print("weak values:", dict(mapping), gc.get_debug())
gc.enable()
