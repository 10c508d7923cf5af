# harness:
#   description: prime sieves with bytearray slices, with a list, with a dict-based generator, plus Miller-Rabin
#   tags: [benchmark, bytearray, generators, int]
#   args: {small: ["1500"], full: ["210000"]}
"""Counting primes in several styles."""
import sys
from itertools import count, islice, takewhile
from math import isqrt


def slices(limit):
    sieve = bytearray([1]) * (limit + 1)
    sieve[:2] = b"\0\0"
    for n in range(2, isqrt(limit) + 1):
        if sieve[n]:
            sieve[n * n::n] = bytes(len(range(n * n, limit + 1, n)))
    return [n for n, flag in enumerate(sieve) if flag]


def plain(limit):
    flags = [True] * (limit + 1)
    found = []
    for n in range(2, limit + 1):
        if flags[n]:
            found.append(n)
            for multiple in range(n * n, limit + 1, n):
                flags[multiple] = False
    return found


def endless():
    """Incremental sieve: a dict maps the next composite to its step."""
    yield 2
    composites = {}
    for n in count(3, 2):
        step = composites.pop(n, None)
        if step is None:
            yield n
            composites[n * n] = 2 * n
        else:
            following = n + step
            while following in composites:
                following += step
            composites[following] = step


def probably_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7):
        if n % p == 0:
            return n == p
    d = n - 1
    s = (d & -d).bit_length() - 1
    d >>= s
    for base in (2, 3, 5, 7):
        x = pow(base, d, n)
        if x not in (1, n - 1) and all((x := x * x % n) != n - 1 for _ in range(s - 1)):
            return False
    return True


limit = int(sys.argv[1])
primes = slices(limit)
print("primes:", len(primes), primes[-3:], sum(primes))
print("plain agrees:", plain(limit) == primes)
print("endless agrees:", list(takewhile(lambda p: p <= limit, endless())) == primes)
print("miller-rabin:", sum(map(probably_prime, range(limit // 4))), sum(p < limit // 4 for p in primes))
gaps = {}
for a, b in zip(primes, primes[1:]):
    gaps.setdefault(b - a, a)
print("first gaps:", dict(islice(sorted(gaps.items()), 10)))
print("twins:", sum(b - a == 2 for a, b in zip(primes, primes[1:])), "big:", probably_prime(2 ** 127 - 1),
      probably_prime(2 ** 129 - 1))
totients = list(range(limit // 4 + 1))
for p in takewhile(lambda p: p <= limit // 4, primes):
    for m in range(p, limit // 4 + 1, p):
        totients[m] -= totients[m] // p
print("totients:", sum(totients), totients[-5:])
