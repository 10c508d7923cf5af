# harness:
#   description: spectral norm of an implicit infinite matrix by the power method
#   tags: [benchmark, float, comprehension]
#   args: {small: ["14"], full: ["300"]}
"""Power iteration with A[i][j] = 1 / ((i + j)(i + j + 1) / 2 + i + 1)."""
import sys
from math import sqrt


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    size = range(len(vector))
    return [sum(entry(i, j) * vector[j] for j in size) for i in size]


def times_transposed(vector):
    size = range(len(vector))
    return [sum(entry(j, i) * vector[j] for j in size) for i in size]


def spectral_norm(n, rounds=10):
    u = [1.0] * n
    for _ in range(rounds):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
        yield sqrt(sum(a * b for a, b in zip(u, v)) / sum(b * b for b in v))


n = int(sys.argv[1])
for number, norm in enumerate(spectral_norm(n, 3)):
    print(f"round {number}: {norm:.10f}")
