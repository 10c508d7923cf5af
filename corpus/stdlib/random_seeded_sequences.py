# harness:
#   description: random - exact seeded sequences of every distribution, state, subclassing, argument errors
#   tags: [module:random, numbers]
import math
import pickle
import random


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for seed in (0, 42, -42, 2 ** 100, "text", b"bytes", bytearray(b"ba"), 1.5, True, ""):
    rng = random.Random(seed)
    print("seed", repr(seed)[:14], rng.random(), rng.getrandbits(40), rng.randrange(10 ** 6))
attempt("seed list", random.Random, [1])
attempt("seed version 1", lambda: (random.seed("text", version=1), random.random())[1])
rng = random.Random(7)
print("ints:", [rng.randint(-5, 5) for _ in range(8)], [rng.randrange(0, 100, 7) for _ in range(6)],
      rng.randrange(2 ** 70), rng.randrange(-10, -20, -3), rng.getrandbits(0), rng.getrandbits(200))
for arguments in ((0,), (5, 5), (1, 10, 0), (1.5,), ("3",), (10, 1)):
    attempt(f"randrange{arguments}", rng.randrange, *arguments)
attempt("randint order", rng.randint, 5, 1)
attempt("bits negative", rng.getrandbits, -1)
deck = list("ABCDEFGH")
rng.shuffle(deck)
print("shuffle:", "".join(deck), rng.choice("xyz"), rng.choice(range(1000)), rng.sample(range(10 ** 9), 3),
      rng.sample("abcdef", 6), rng.sample(["a", "b"], k=3, counts=[2, 2]), rng.sample([], 0))
print("choices:", rng.choices("abc", k=6), rng.choices([1, 2, 3], [0, 0, 5], k=3),
      rng.choices("xy", cum_weights=[1, 4], k=5), rng.choices([1], k=0))
attempt("choice empty", rng.choice, [])
attempt("choice set", rng.choice, {1, 2})
attempt("sample too many", rng.sample, [1, 2], 3)
attempt("sample set", rng.sample, {1, 2}, 1)
attempt("sample counts", rng.sample, ["a"], 1, counts=[1, 2])
attempt("weights length", rng.choices, "abc", [1, 2])
attempt("zero weights", rng.choices, "ab", [0, 0])
attempt("both weights", rng.choices, "ab", [1, 1], cum_weights=[1, 2])
attempt("shuffle tuple", rng.shuffle, (1, 2))
print("bytes:", rng.randbytes(8).hex(), rng.randbytes(0))
for name, arguments in (("uniform", (2, 5)), ("uniform", (5, -5)), ("triangular", ()),
                        ("triangular", (1, 3, 2.5)), ("gauss", (0, 1)), ("gauss", (10, 2)),
                        ("normalvariate", (0, 1)), ("expovariate", (2,)), ("gammavariate", (2, 3)),
                        ("gammavariate", (0.5, 1)), ("betavariate", (2, 3)), ("paretovariate", (3,)),
                        ("weibullvariate", (1, 2)), ("vonmisesvariate", (1, 4)),
                        ("lognormvariate", (0, 0.25)), ("binomialvariate", (10, 0.3)),
                        ("binomialvariate", (500, 0.4))):
    values = [getattr(rng, name)(*arguments) for _ in range(3)]
    print(name, arguments, [round(v, 12) for v in values])
attempt("gamma zero", rng.gammavariate, 0, 1)
attempt("binomial range", rng.binomialvariate, 5, 1.5)

state = rng.getstate()
first = [rng.random() for _ in range(3)]
rng.setstate(state)
print("state:", [rng.random() for _ in range(3)] == first, state[0], len(state[1]), state[2] is None,
      pickle.loads(pickle.dumps(rng)).random() == rng.random())
attempt("bad state", rng.setstate, (3, (1, 2), None))
attempt("state version", rng.setstate, (9, (), None))
random.seed(99)
print("module:", random.random(), random.randint(1, 6), random.sample(range(50), 4), random.gauss(mu=1),
      random.choice("pq"))
big = random.Random(1)
print("average:", math.fsum(big.random() for _ in range(1000)) / 1000,
      sum(n * big.getrandbits(32) for n in range(700)))


class Constant(random.Random):
    """Only random() is given, so integers are made from it."""

    def random(self):
        return 0.625


constant = Constant()
print("own random:", constant.random(), constant.randrange(16), constant.choice("abcdefgh"),
      constant.uniform(0, 8), constant.sample(range(10), 2))


class Bits(random.Random):
    def getrandbits(self, k):
        return (1 << k) - 1 >> 1


print("own bits:", Bits(0).randrange(10), Bits(0).choice("abcdef"))
system = random.SystemRandom()
attempt("system state", system.getstate)
print("system:", 0 <= system.random() < 1, len(system.randbytes(4)), 1 <= system.randint(1, 6) <= 6,
      system.seed(5))
