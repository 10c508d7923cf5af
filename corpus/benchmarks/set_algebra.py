# harness:
#   description: set union, intersection, difference, subset tests and frozensets as keys over integer sets
#   tags: [benchmark, sets]
#   args: {small: ["300"], full: ["16000"]}
"""Algebra over sets of multiples, and a power-set walk."""
import sys
from functools import reduce
from itertools import combinations

n = int(sys.argv[1])
universe = set(range(n))
multiples = {k: set(range(0, n, k)) for k in range(2, 30)}


def summary(name, items):
    print(f"{name:<14} {len(items):7} {sum(items):12} {min(items, default=None)} {max(items, default=None)}")


primes = universe - {0, 1} - set().union(*(m - {k} for k, m in multiples.items()))
summary("not sieved", primes)
summary("6 & 10 & 15", multiples[6] & multiples[10] & multiples[15])
summary("6 ^ 10", multiples[6] ^ multiples[10])
summary("reduce ^", reduce(set.symmetric_difference, multiples.values()))
subsets = sorted((a, b) for a in multiples for b in multiples if a != b and multiples[a] < multiples[b])
print("proper subsets:", len(subsets), subsets[:4], all(a % b == 0 for a, b in subsets))
print("disjoint:", sum(multiples[a].isdisjoint(multiples[b]) for a, b in combinations(multiples, 2)))

working = set()
for i in range(n):
    working.add(i * i % 1009)
    working.discard(i * 7 % 1009)
    if i % 50 == 0:
        working |= {i % 97, i % 89}
        working &= set(range(1000))
summary("mutations", working)

layers = {frozenset(): 0}
for i in range(min(n // 100, 9)):
    layers |= {key | {i}: value + 2 ** i for key, value in layers.items()}
print("power set:", len(layers), layers[frozenset({0, 2})] if len(layers) > 4 else None, sum(layers.values()))
closure = {(a, a * 3 % 61) for a in range(61)} | {(a, a + 12) for a in range(40)}
while True:
    by_start = {}
    for a, b in closure:
        by_start.setdefault(a, set()).add(b)
    bigger = closure | {(a, c) for a, b in closure for c in by_start.get(b, ())}
    if bigger == closure:
        break
    closure = bigger
    if len(closure) > n:
        break
print("closure:", len(closure) > n or sum(a * b for a, b in closure), len(by_start))
words = [frozenset(f"{i * 37 % 1000:03}") for i in range(n)]
groups = {}
for word in words:
    groups[word] = groups.get(word, 0) + 1
print("digit sets:", len(groups), sorted(groups.values())[-3:], sum(len(g) * c for g, c in groups.items()))
print("membership:", sum(i in multiples[7] for i in range(n)), sum(-i in universe for i in range(n)))
