# harness:
#   description: pancake flipping over all permutations (fannkuch), with checksum and maximum flips
#   tags: [benchmark, list, int]
#   args: {small: ["6", "2"], full: ["8", "3"]}
"""For every permutation count the prefix reversals until 0 is in front."""
import sys


def permutations(n, shift):
    """All permutations by rotations of growing prefixes, from a rotated start."""
    perm = [(i + shift) % n for i in range(n)]
    counters = [0] * n
    while True:
        yield perm
        level = 1
        while True:
            if level == n:
                return
            perm[:level + 1] = perm[1:level + 1] + perm[:1]
            counters[level] += 1
            if counters[level] <= level:
                break
            counters[level] = 0
            level += 1


def fannkuch(n, shift):
    checksum = best = 0
    histogram = {}
    for index, perm in enumerate(permutations(n, shift)):
        flips = 0
        first = perm[0]
        if first:
            stack = perm[:]
            while first:
                stack[:first + 1] = stack[first::-1]
                flips += 1
                first = stack[0]
        histogram[flips] = histogram.get(flips, 0) + 1
        if flips > best:
            best = flips
        checksum += -flips if index & 1 else flips
    return checksum, best, histogram


n, rounds = map(int, sys.argv[1:])
for shift in range(rounds):
    checksum, best, histogram = fannkuch(n, shift)
    print(f"n={n} shift={shift} checksum={checksum} max={best} permutations={sum(histogram.values())}")
    print(sorted(histogram.items()))
