import weakref
class Thing: pass
def gone(_): print("called back")
thing = Thing(); reference = weakref.ref(thing, gone)
other = Thing(); finalizer = weakref.finalize(other, print, "finalized")
print("end")
