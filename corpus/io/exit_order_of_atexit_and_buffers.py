# harness:
#   description: atexit order, an error in a handler, handlers added late, finally, pending output at exit
#   tags: [exit, stderr]
import atexit
import sys


def note(*words, **options):
    print("atexit:", *words, *(f"{k}={v}" for k, v in options.items()))


@atexit.register
def first_registered():
    print("first registered runs last")
    sys.stdout.write("unflushed tail without newline")


class Failing:
    def __repr__(self):
        return "<failing handler>"

    def __call__(self):
        print("about to fail", flush=True)
        raise ValueError("in an atexit handler")


def registers_more():
    print("registering from a handler")
    atexit.register(note, "registered late")


class Owner:
    def method(self):
        print("bound method, stdout closed:", sys.stdout.closed)


atexit.register(note, 1, 2, key="value")
atexit.register(note, "same twice")
failing = Failing()
again = atexit.register(note, "same twice")
print("register returns the function:", again is note)
atexit.register(registers_more)
atexit.register(failing)
atexit.register(Owner().method)
atexit.register(failing)
atexit.unregister(failing)
atexit.register(failing)
removed = atexit.register(lambda: print("never printed"))
atexit.unregister(removed)
atexit.unregister(len)


def generator():
    try:
        yield 1
    finally:
        print("generator closed by hand")


g = generator()
next(g)
g.close()
try:
    print("end of the main part")
finally:
    print("finally of the module")
