# harness:
#   description: slice assignment and deletion on lists, extended slices, self assignment, evaluation order
#   tags: [slice, list]
import itertools


def assigned(key, values, size=6):
    target = list(range(size))
    target[key] = values
    return target


def deleted(key, size=8):
    target = list(range(size))
    del target[key]
    return target


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


print("plain slices:")
for start, stop in itertools.product((None, 0, 2, -1, 9), (None, 1, 4, -2, -9)):
    print((start, stop), assigned(slice(start, stop), "XY"), assigned(slice(start, stop), []),
          deleted(slice(start, stop), 5))

print("extended:")
for key, values in ((slice(None, None, 2), "abc"), (slice(1, None, 2), (7, 8, 9)),
                    (slice(None, None, -1), range(10, 16)), (slice(5, 0, -2), "xyz"), (slice(4, 4, 2), ""),
                    (slice(-1, -7, -3), iter("pq")), (slice(None, None, 10), ["only"]),
                    (slice(2, 4, 1), "grow up"), (slice(4, 2), "in"), (slice(4, 2, -1), "dn")):
    attempt(f"{key}", assigned, key, values)
for key, values in ((slice(None, None, 2), "ab"), (slice(None, None, -1), []), (slice(4, 2, 3), "x"),
                    (slice(None, None, 0), "x"), (slice(0, 2), 5), (slice(0, 2), None),
                    (slice(None, None, 2), 5), (slice("a"), []), (slice(0, 2.5), [])):
    attempt(f"bad {key} = {values!r}", assigned, key, values)

print("deletion:")
for key in (slice(None, None, 2), slice(1, None, 3), slice(None, None, -1), slice(None, None, -2),
            slice(6, 1, -2), slice(1, 6, -2), slice(-3, None), slice(2, 6, 4), slice(2, 6, 5), slice(20, 30),
            0, -1, 3):
    attempt(f"del {key}", deleted, key)
for key in (8, -9, slice(None, None, 0), "x", 1.0, None):
    attempt(f"bad del {key!r}", deleted, key)

a = [1, 2, 3]
a[1:2] = a
print("itself in the middle:", a)
a[::2] = a[::-2]
print("itself reversed:", a)
a[:0] = a[-2:]
a[len(a):] = [a[0]]
print("prepend and append:", a)
a[:] = (x for x in a if x != 2)
print("from a generator over itself:", a)
b = a
a[:] = []
print("emptied in place:", b, b is a)
a[5:9] = [1]
a[-9:-5] = [0]
print("out of range bounds clamp:", a)

log = []


def note(name, value):
    log.append(name)
    return value


target = [0, 1, 2, 3, 4]
note("target", target)[note("start", 1):note("stop", 3)] = note("values", ["p", "q", "r"])
print("order:", log, target)
log.clear()
note("object", target)[note("key", 0)] += note("number", 5)
print("augmented order:", log, target)
log.clear()
del note("first", target)[note("i", 0)], note("second", target)[note("j", 0):note("k", 2)]
print("del order:", log, target)


class Grid:
    def __init__(self):
        self.log = []

    def __setitem__(self, key, value):
        self.log.append(("set", key, value))

    def __delitem__(self, key):
        self.log.append(("del", key))

    def __getitem__(self, key):
        self.log.append(("get", key))
        return 10


grid = Grid()
grid[1:2, ..., ::3] = "v"
grid[1] += 5
del grid[0], grid[::-1]
grid[0], grid[1] = "ab"
for grid["loop"] in range(2):
    pass
print(*grid.log, sep="\n")

values = list(range(10))
values[2:8:2], values[0] = [-1, -2, -3], "first"
print("in a tuple target:", values)
values[1:3] *= 3
print("augmented slice:", values)
primes = [True] * 50
primes[:2] = [False] * 2
for n in range(2, 8):
    if primes[n]:
        primes[n * n::n] = [False] * len(range(n * n, 50, n))
print("sieve:", [n for n, flag in enumerate(primes) if flag])
