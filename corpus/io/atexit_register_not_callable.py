# harness:
#   description: atexit.register refuses objects that cannot be called
#   tags: [exit, errors]
import atexit


class Callable:
    def __call__(self):
        print("callable object at exit")


for handler in (print, Callable(), 5, "text", None, [print], object()):
    try:
        atexit.register(handler)
        print(type(handler).__name__, "registered")
        if not callable(handler):
            atexit.unregister(handler)
    except TypeError:
        print(type(handler).__name__, "refused")
