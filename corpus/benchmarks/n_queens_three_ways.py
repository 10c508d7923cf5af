# harness:
#   description: n queens with bit masks, with sets and with permutations of a generator; counts and first solution
#   tags: [benchmark, recursion, bits, sets]
#   args: {small: ["6"], full: ["8"]}
"""Three solvers that must agree."""
import sys
from itertools import permutations


def by_bits(n, row=0, columns=0, left=0, right=0):
    if row == n:
        return 1
    total = 0
    free = ~(columns | left | right) & ((1 << n) - 1)
    while free:
        bit = free & -free
        free ^= bit
        total += by_bits(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return total


def by_sets(n):
    columns, up, down, board = set(), set(), set(), []

    def place(row):
        if row == n:
            yield tuple(board)
            return
        for column in range(n):
            if column in columns or row + column in up or row - column in down:
                continue
            columns.add(column)
            up.add(row + column)
            down.add(row - column)
            board.append(column)
            yield from place(row + 1)
            board.pop()
            columns.discard(column)
            up.discard(row + column)
            down.discard(row - column)

    return place(0)


def by_permutations(n):
    rows = range(n)
    for board in permutations(rows):
        if len({board[i] + i for i in rows}) == n == len({board[i] - i for i in rows}):
            yield board


n = int(sys.argv[1])
print("bits:", [by_bits(k) for k in range(1, n + 4)])
solutions = list(by_sets(n))
print("sets:", len(solutions), solutions[:2], "same:", solutions == list(by_permutations(n)))
print("checksum:", sum(column * row for board in solutions for row, column in enumerate(board)))
mirrored = {min(board, board[::-1], tuple(n - 1 - c for c in board)) for board in solutions}
print("up to mirroring:", len(mirrored))
