# harness:
#   description: matrix products with loops, zip, generator sums and array rows; int and float
#   tags: [benchmark, list, float]
#   args: {small: ["12"], full: ["72"]}
"""The same product computed four times."""
import sys
from array import array
from operator import mul


def triple_loop(a, b):
    n, m, k = len(a), len(b[0]), len(b)
    result = [[0] * m for _ in range(n)]
    for i in range(n):
        row, target = a[i], result[i]
        for j in range(m):
            total = 0
            for x in range(k):
                total += row[x] * b[x][j]
            target[j] = total
    return result


def row_wise(a, b):
    result = []
    for row in a:
        total = [0] * len(b[0])
        for factor, other in zip(row, b):
            total = [t + factor * o for t, o in zip(total, other)]
        result.append(total)
    return result


def with_map(a, b):
    columns = list(zip(*b))
    return [[sum(map(mul, row, column)) for column in columns] for row in a]


def with_arrays(a, b):
    columns = [array("d", column) for column in zip(*b)]
    return [array("d", (sum(x * y for x, y in zip(row, column)) for column in columns)) for row in a]


def strassen(a, b):
    n = len(a)
    if n <= 16 or n % 2:
        return with_map(a, b)
    h = n // 2

    def cut(m):
        return [[row[:h] for row in m[:h]], [row[h:] for row in m[:h]], [row[:h] for row in m[h:]],
                [row[h:] for row in m[h:]]]

    def join(p, q, sign=1):
        return [[x + sign * y for x, y in zip(r, s)] for r, s in zip(p, q)]

    (a11, a12, a21, a22), (b11, b12, b21, b22) = cut(a), cut(b)
    m1 = strassen(join(a11, a22), join(b11, b22))
    m2 = strassen(join(a21, a22), b11)
    m3 = strassen(a11, join(b12, b22, -1))
    m4 = strassen(a22, join(b21, b11, -1))
    m5 = strassen(join(a11, a12), b22)
    m6 = strassen(join(a21, a11, -1), join(b11, b12))
    m7 = strassen(join(a12, a22, -1), join(b21, b22))
    top = [x + y for x, y in zip(join(join(m1, m4), join(m7, m5, -1)), join(m3, m5))]
    bottom = [x + y for x, y in zip(join(m2, m4), join(join(m1, m2, -1), join(m3, m6)))]
    return top + bottom


n = int(sys.argv[1])
a = [[(i * 7 + j * 3) % 11 - 5 for j in range(n)] for i in range(n)]
b = [[(i * j + 1) % 13 - 6 for j in range(n)] for i in range(n)]
floats = [[x / 8 for x in row] for row in a]
product = triple_loop(a, b)
print("trace:", sum(product[i][i] for i in range(n)), "sum:", sum(map(sum, product)), "max:",
      max(map(max, product)))
print("agree:", row_wise(a, b) == product, with_map(a, b) == product, strassen(a, b) == product)
print("floats:", sum(map(sum, with_arrays(floats, b))),
      row_wise(floats, b) == [list(r) for r in with_arrays(floats, b)])
power = a
for _ in range(3):
    power = [[x % 1009 for x in row] for row in with_map(power, b)]
print("power:", sum(map(sum, power)), power[0][:6], power[-1][-6:])
