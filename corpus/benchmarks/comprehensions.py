# harness:
#   description: list, dict, set and nested comprehensions, conditional filters, unpacking and the walrus operator
#   tags: [benchmark, comprehension]
#   args: {small: ["60"], full: ["16000"]}
"""Comprehension-heavy data shuffling."""
import sys
from string import ascii_lowercase

n = int(sys.argv[1])
numbers = [(i * 7919 + 13) % 1009 for i in range(n * 4)]
print("list:", sum([x * x for x in numbers if x % 3 if x % 5]),
      len([x for x in numbers if 100 < x < 200 or x % 7 == 0]))
print("dict:", sum({x: i for i, x in enumerate(numbers)}.values()),
      len({v: k for k, v in {i: x % 10 for i, x in enumerate(numbers)}.items()}))
print("set:", sum({x % 97 for x in numbers}), len({(x % 7, x % 11) for x in numbers}))
triples = [(a, b, c) for c in range(1, min(n, 90)) for a in range(1, c)
           if (b := int((c * c - a * a) ** 0.5)) ** 2 + a * a == c * c and a < b]
print("pythagoras:", len(triples), triples[-1], sum(a * b * c for a, b, c in triples))
grid = [[(i * j) % 17 for j in range(60)] for i in range(n // 10)]
print("grid:", sum(sum(row) for row in grid), [sum(column) for column in zip(*grid)][:6])
transposed = [[row[j] for row in grid] for j in range(60)]
print("transpose:", transposed == [list(c) for c in zip(*grid)],
      sum(v for row in transposed for v in row if v & 1))
flat = [value for row in grid for value in row if value]
print("flat:", len(flat), [flat.count(v) for v in range(1, 6)])
words = [ascii_lowercase[x % 20:x % 20 + 1 + x % 6] for x in numbers]
index = {letter: [w for w in words[:200] if letter in w] for letter in ascii_lowercase}
print("index:", {k: len(v) for k, v in index.items() if len(v) > 20})
print("lengths:", {k: sum(len(w) == k for w in words) for k in sorted({len(w) for w in words})})
print("walrus:", sum(y for x in numbers if (y := x * 3 % 101) > 50), [last := x for x in numbers[:3]], last)
print("generators:",
      sum(x + y for x, y in zip((v for v in numbers if v % 2), (v for v in reversed(numbers) if not v % 2))))
print("closures:", [f() for f in [lambda: i for i in range(3)]],
      [f() for f in [lambda i=i: i for i in range(3)]])
sieve = [p for p in range(2, n) if all(p % d for d in range(2, int(p ** 0.5) + 1))]
print("primes:", len(sieve), sieve[-3:])
nested = {i: {j: [k for k in range(j) if (i + k) % 3 == 0] for j in range(i % 6)} for i in range(n)}
print("nested:", sum(len(ks) for inner in nested.values() for ks in inner.values()), nested[5])
print("conditional:", sum(x if x % 2 else -x for x in numbers),
      "".join("fizz"[:4 * (not x % 3)] or str(x % 10) for x in numbers[:12]))
head, *rest = [x for x in numbers if x % 10 == 3]
print("unpack:", head, len(rest), max(rest), [*range(3), *(x for x in "ab")],
      {**{"a": 1}, **{c: i for i, c in enumerate("ab")}})
