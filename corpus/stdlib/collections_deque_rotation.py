# harness:
#   description: deque - bounded growth, rotation, index and insert rules, mutation during iteration
#   tags: [module:collections, sequences]
import copy
import pickle
from collections import deque


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


ring = deque(range(6), maxlen=4)
print("bounded:", ring, ring.maxlen)
ring.append(6)
ring.appendleft(0)
ring.extend([7, 8])
print("after growth:", ring)
ring.extendleft("xy")
print("extendleft:", ring)
attempt("insert into full", ring.insert, 1, "z")
for steps in (1, -1, 2, 5, -7, 0):
    turned = deque("abcdef")
    turned.rotate(steps)
    print("rotate", steps, "".join(turned))
deque().rotate(3)
attempt("rotate float", deque("ab").rotate, 1.5)

letters = deque("abcabc")
print("count:", letters.count("a"), "index:", letters.index("c"), letters.index("a", 1),
      letters.index("b", -3, -1))
attempt("index missing", letters.index, "z")
attempt("index bounds", letters.index, "a", 4)
letters.insert(2, "X")
letters.insert(-1, "Y")
letters.insert(100, "Z")
letters.insert(-100, "W")
print("inserted:", "".join(letters))
letters.remove("a")
attempt("remove missing", letters.remove, "q")
del letters[2]
letters[-1] = "!"
print("edited:", list(letters), letters[0], letters[-2])
attempt("slice", lambda: letters[1:2])
attempt("range", lambda: letters[99])
attempt("assign range", letters.__setitem__, 99, 1)
letters.reverse()
print("reversed:", "".join(letters), "".join(reversed(letters)))
attempt("pop empty", deque().pop)
attempt("popleft empty", deque().popleft)
attempt("negative maxlen", lambda: deque([], -1))
attempt("maxlen type", lambda: deque([], "3"))
attempt("maxlen read only", setattr, ring, "maxlen", 9)
attempt("hash", hash, ring)


def grow(target):
    for item in target:
        target.append(item)


attempt("append while iterating", grow, deque([1, 2]))
steady = deque([1, 2, 3])
for position, item in enumerate(steady):
    steady[position] = item * 10
print("replaced while iterating:", steady)


class Trouble:
    def __init__(self, owner):
        self.owner = owner

    def __eq__(self, other):
        self.owner.clear()
        return False


owner = deque()
owner.extend([Trouble(owner), 1, 2])
attempt("mutated by comparison in index", owner.index, 5)
owner.extend([Trouble(owner), 1, 2])
attempt("mutated by comparison in remove", owner.remove, 5)

one, two = deque([1, 2], 5), deque([1, 3])
print("compare:", one < two, one == deque([1, 2]), one != [1, 2], one == [1, 2])
print("add:", one + two, (one + two).maxlen, "multiply:", deque([1, 2], 3) * 3, 2 * two)
attempt("add list", lambda: one + [1])
one += "ab"
one *= 2
print("in place:", one)
print("copies:", copy.copy(ring), ring.copy().maxlen, pickle.loads(pickle.dumps(ring)),
      copy.deepcopy(ring) == ring)
loop = deque([1])
loop.append(loop)
print("recursive:", loop)
print("membership:", 2 in one, "z" in one, bool(deque()), len(one))
it = iter(deque("xyz"))
next(it)
print("length hint:", it.__length_hint__(), list(it))
self_extended = deque([1, 2])
self_extended.extend(self_extended)
self_extended.extendleft(self_extended)
print("self extended:", self_extended)


class Named(deque):
    pass


print("subclass:", Named([1], 3), type(Named("a").copy()).__name__)
