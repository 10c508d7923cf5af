# harness:
#   description: errors in callbacks of weak references and in weakref.finalize
#   tags: [finalizers, weakref, hooks]
import gc
import sys
import weakref

sys.unraisablehook = lambda unraisable: print("  unraisable:", unraisable.exc_type.__name__,
                                              unraisable.exc_value)


class Plain:
    pass


def callback(reference):
    print("  callback, dead:", reference() is None)
    raise LookupError("in the callback")


target = Plain()
first, second = weakref.ref(target, callback), weakref.ref(target,
                                                           lambda reference: print("  second callback"))
print("drop")
del target
gc.collect()
print("after:", first() is None, second() is None)
target = Plain()
keyed = weakref.WeakValueDictionary(a=target)
finalizer = weakref.finalize(target, lambda: 1 / 0)
print("finalize")
del target
gc.collect()
print("after:", dict(keyed), finalizer.alive)
sys.unraisablehook = sys.__unraisablehook__
