# harness:
#   description: atexit - reverse order, arguments, unregister, registration while exiting
#   tags: [module:atexit, shutdown]
import atexit
import sys


def say(*words, end="."):
    print("at exit:", *words, end=end + "\n")


class Equal:
    """Callables that compare equal to every other of their kind."""

    def __init__(self, name):
        self.name = name

    def __call__(self):
        print("at exit: equal", self.name)

    def __eq__(self, other):
        return isinstance(other, Equal)

    __hash__ = None


@atexit.register
def decorated():
    print("at exit: decorated, ran last")
    sys.stdout.flush()


print("register returns:", atexit.register(say, "first", 1) is say)
atexit.register(say, "second", end="!")
atexit.register(say, "third")


def late():
    print("at exit: late registers another")
    atexit.register(say, "registered late")


atexit.register(late)
removed = Equal("removed")
atexit.register(removed)
atexit.register(Equal("also removed"))
print("unregister:", atexit.unregister(removed), atexit.unregister(len))
atexit.register(Equal("kept"))
try:
    atexit.register()
except TypeError as error:
    print("nothing to register:", type(error).__name__)

items = []
atexit.register(items.append, "x")
atexit.unregister(items.append)
atexit.register(lambda: print("at exit: items", items))
print("end of module")
sys.exit(0)
