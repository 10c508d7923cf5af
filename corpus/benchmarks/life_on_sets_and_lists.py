# harness:
#   description: game of life on a set of cells, on a list of lists and on integer bit rows, with agreement checks
#   tags: [benchmark, sets, list, bits]
#   args: {small: ["6"], full: ["280"]}
"""Three representations of the same universe."""
import sys
from collections import Counter

SIZE = 32


def step_set(cells):
    counts = Counter()
    for x, y in cells:
        counts.update(((x + dx) % SIZE, (y + dy) % SIZE) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx
                      or dy)
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in cells)}


def step_grid(grid):
    new = []
    for y in range(SIZE):
        above, here, below = grid[y - 1], grid[y], grid[(y + 1) % SIZE]
        row = []
        for x in range(SIZE):
            right = (x + 1) % SIZE
            n = above[x - 1] + above[x] + above[right] + here[x - 1] + here[right] + below[x - 1] + below[
                x] + below[right]
            row.append(1 if n == 3 or (n == 2 and here[x]) else 0)
        new.append(row)
    return new


def step_bits(rows):
    mask = (1 << SIZE) - 1
    new = []
    for y, here in enumerate(rows):
        planes = []
        for row in (rows[y - 1], here, rows[(y + 1) % SIZE]):
            left = ((row << 1) | (row >> (SIZE - 1))) & mask
            right = ((row >> 1) | (row << (SIZE - 1))) & mask
            planes += [left, right] if row is here and len(planes) == 3 else [left, row, right]
        one = two = four = 0
        for plane in planes:
            carry = one & plane
            one ^= plane
            carry, two = two & carry, two ^ carry
            four |= carry
        new.append(two & ~four & (one | here))
    return new


def start():
    state, cells = 12345, set()
    for y in range(SIZE):
        for x in range(SIZE):
            state = (state * 1103515245 + 12345) % 2 ** 31
            if state >> 16 & 3 == 0:
                cells.add((x, y))
    return cells


steps = int(sys.argv[1])
cells = start()
grid = [[int((x, y) in cells) for x in range(SIZE)] for y in range(SIZE)]
rows = [sum(1 << x for x in range(SIZE) if (x, y) in cells) for y in range(SIZE)]
history = []
for _ in range(steps):
    cells, grid, rows = step_set(cells), step_grid(grid), step_bits(rows)
    history.append(len(cells))
print("population:", history[:8], "...", history[-3:])
print("grid agrees:", {(x, y) for y in range(SIZE) for x in range(SIZE) if grid[y][x]} == cells)
print("bits agree:", sum(r.bit_count() for r in rows),
      [sum(v << x for x, v in enumerate(row)) for row in grid] == rows)
print("checksum:", sum(x * 37 + y * 101 for x, y in cells), hex(rows[5]))
