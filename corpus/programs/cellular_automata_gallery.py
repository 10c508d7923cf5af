# harness:
#   description: elementary automata, game of life, Langton ant and brian's brain with ints as bit rows, sets and strings
#   tags: [program, simulation, bits, sets]
"""Four automata in four different representations."""
from collections import Counter
from itertools import islice, product


def evolve(row, rule, width):
    """Rows are integers; each cell is one bit and the edges wrap around."""
    mask = (1 << width) - 1
    left = row >> 1 | (row & 1) << (width - 1)
    right = (row << 1 | row >> (width - 1)) & mask
    result = 0
    for pattern in range(8):
        if rule >> pattern & 1:
            cells = mask
            for bit, plane in ((4, left), (2, row), (1, right)):
                cells &= plane if pattern & bit else ~plane
            result |= cells
    return result


def rows_of(rule, width, steps, row):
    for _ in range(steps):
        yield row
        row = evolve(row, rule, width)


def show(row, width):
    return f"{row:0{width}b}".translate({48: ".", 49: "#"})


print("== elementary")
for rule in (30, 90, 110):
    print("rule", rule)
    for row in rows_of(rule, 31, 8, 1 << 15):
        print("  ", show(row, 31), row.bit_count(), hex(row))
popular = {rule: sum(r.bit_count() for r in rows_of(rule, 61, 40, 1 << 30)) for rule in range(0, 256, 17)}
print("cells alive in 40 rows:", popular)


def life(cells):
    counts = Counter((x + dx, y + dy) for x, y in cells for dx, dy in product((-1, 0, 1), repeat=2) if dx
                     or dy)
    return frozenset(cell for cell, n in counts.items() if n == 3 or n == 2 and cell in cells)


def from_picture(picture):
    return frozenset((x, y) for y, line in enumerate(picture.split()) for x,
                     char in enumerate(line) if char == "O")


def to_picture(cells):
    if not cells:
        return ["(empty)"]
    xs, ys = zip(*cells)
    return ["".join(".O"[(x, y) in cells] for x in range(min(xs), max(xs) + 1)) for y in range(min(ys),
            max(ys) + 1)]


def period(cells, limit=40):
    seen, shifted = {}, {}
    for generation in range(limit):
        if cells in seen:
            return f"repeats after {generation - seen[cells]} from {seen[cells]}"
        origin = (min(x for x, _ in cells), min(y for _, y in cells)) if cells else (0, 0)
        shape = frozenset((x - origin[0], y - origin[1]) for x, y in cells)
        if shape in shifted:
            when, old = shifted[shape]
            return f"moves {origin[0] - old[0]:+d},{origin[1] - old[1]:+d} every {generation - when}"
        seen[cells], shifted[shape] = generation, (generation, origin)
        cells = life(cells)
    return f"still changing, {len(cells)} cells"


print("== life")
PATTERNS = {"blinker": "OOO", "block": "OO OO", "glider": ".O. ..O OOO", "toad": ".OOO OOO.", "dot": "O",
            "r-pentomino": ".OO OO. .O.", "spaceship": ".O..O O.... O...O OOOO."}
for name, picture in PATTERNS.items():
    print(f"{name:<12} {period(from_picture(picture))}")
cells = from_picture(PATTERNS["r-pentomino"])
for generation in range(30):
    cells = life(cells)
print("r-pentomino after 30:", len(cells), *to_picture(cells), sep="\n  ")

print("== ant")
TURNS = {"N": "NEW", "E": "ESN", "S": "SWE", "W": "WNS"}
STEPS = {"N": (0, -1), "E": (1, 0), "S": (0, 1), "W": (-1, 0)}


def ant():
    position, heading, black = (0, 0), "N", set()
    while True:
        heading = TURNS[heading][2 if position in black else 1]
        black ^= {position}
        position = tuple(map(sum, zip(position, STEPS[heading])))
        yield position, heading, len(black)


for number, state in enumerate(islice(ant(), 2000), 1):
    if number in (1, 2, 10, 100, 500, 1000, 2000):
        print(f"  step {number:4}: {state}")

print("== brain")
grid = ["............", "....@@......", "....@@......", ".....oo.....", "............", ".@@........."]


def brain(grid):
    height, width = len(grid), len(grid[0])
    for y, row in enumerate(grid):
        line = []
        for x, char in enumerate(row):
            firing = sum(grid[(y + dy) % height][(x + dx) % width] == "@"
                         for dy, dx in product((-1, 0, 1), repeat=2) if (dy, dx) != (0, 0))
            line.append({"@": "o", "o": "."}.get(char) or ("@" if firing == 2 else "."))
        yield "".join(line)


for generation in range(7):
    if generation % 2 == 0:
        print(f"generation {generation}: {Counter(''.join(grid)).most_common()}", *grid, sep="\n  ")
    grid = list(brain(grid))
