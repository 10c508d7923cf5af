# harness:
#   description: the attributes of the object handed to sys.unraisablehook for errors in __del__
#   tags: [finalizers, hooks]
import gc
import sys


def record(unraisable):
    print("  fields:", type(unraisable).__name__, unraisable.exc_type.__name__,
          type(unraisable.exc_value).__name__, unraisable.exc_traceback is not None,
          unraisable.err_msg is not None, unraisable.object is not None)


sys.unraisablehook = record


class Fragile:
    def __del__(self):
        raise RuntimeError("in __del__")


class BadSignature:
    def __del__(self, extra):
        print("never")


class NotCallable:
    __del__ = 5


def unfinished():
    try:
        yield 1
    finally:
        raise ValueError("generator cleanup")


for kind in (Fragile, BadSignature, NotCallable):
    print(kind.__name__)
    kind()
    gc.collect()
print("generator")
generator = unfinished()
next(generator)
del generator
gc.collect()
sys.unraisablehook = sys.__unraisablehook__
