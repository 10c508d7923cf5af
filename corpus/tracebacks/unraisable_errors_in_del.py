# harness:
#   description: errors inside __del__ and in generators left unfinished go to sys.unraisablehook
#   tags: [finalizers, hooks]
import gc
import sys

seen = []


def record(unraisable):
    message = str(unraisable.exc_value) if unraisable.exc_type is not TypeError else ""
    seen.append((unraisable.exc_type.__name__, message))
    print("  unraisable:", *seen[-1])


sys.unraisablehook = record


class Fragile:
    def __init__(self, label):
        self.label = label

    def __del__(self):
        print("  deleting", self.label)
        if self.label != "good":
            raise RuntimeError(f"cannot delete {self.label}")


class BadSignature:
    def __del__(self, extra):
        print("never")


class NotCallable:
    __del__ = 5


def drop(value):
    del value
    gc.collect()


print("plain deletion")
drop(Fragile("good"))
drop(Fragile("first"))
print("in a container")
drop([Fragile("inner")])
print("wrong signature")
drop(BadSignature())
drop(NotCallable())


def scope():
    local = Fragile("local")
    return local.label.upper()


print("leaving a function:", scope())
gc.collect()

print("cycle")
one, two = Fragile("cycle"), []
one.friend = two
two.append(one)
del one, two
gc.collect()


def unfinished():
    try:
        yield 1
    finally:
        raise ValueError("generator cleanup")


print("generator left unfinished")
generator = unfinished()
next(generator)
del generator
gc.collect()

print("resurrected")
saved = []


class Phoenix:
    def __del__(self):
        saved.append(self)
        raise OSError("reborn")


drop(Phoenix())
print("saved:", len(saved), type(saved[0]).__name__)
print("exception state stays clean:", sys.exc_info())
print("count:", len(seen), sorted({kind for kind, *_ in seen}))
saved.clear()
sys.unraisablehook = sys.__unraisablehook__
Phoenix.__del__ = lambda self: None
