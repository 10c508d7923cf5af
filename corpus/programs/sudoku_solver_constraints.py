# harness:
#   description: sudoku solver by constraint propagation and search with bit masks, plus an exact cover version by generators
#   tags: [program, game, recursion, bits]
"""Two independent sudoku solvers, one with bit masks and one with exact cover (algorithm X)."""
from collections import Counter
from itertools import product

DIGITS = "123456789"
CELLS = [(r, c) for r in range(9) for c in range(9)]
UNITS = ([[(r, c) for c in range(9)] for r in range(9)] + [[(r, c) for r in range(9)] for c in range(9)]
         + [[(r, c) for r in range(br, br + 3) for c in range(bc, bc + 3)] for br in (0, 3, 6)
            for bc in (0, 3, 6)])
UNITS_OF = {cell: [unit for unit in UNITS if cell in unit] for cell in CELLS}
PEERS = {cell: {other for unit in UNITS_OF[cell] for other in unit} - {cell} for cell in CELLS}
ALL = 0b111111111

PUZZLES = {
    "easy": "174.....22......5..8....7....19..8......7.3....7.51....1...86...35.19487..273.59.",
    "ambiguous": "..5.9.1...3.......8..1.72....9...6.1.4.....5.3.2...8....37.6..4.......1...7.2.3..",
    "empty box": "1.......2.9.4...5...6...7...5.9.3.......7.......85..4.7.....6...3...9.8...2.....1",
    "wrong clue": "9..4..3.7.1.7.25...6..5194.7.....4...34.7.15...2.....6.9863..2...65.2.8.4.1..7..5",
    "no solution": "55......................." + "." * 56,
    "sparse": "12.3......................4............5........................................6",
}


class Contradiction(Exception):
    pass


class Grid:
    def __init__(self, text):
        if len(text) != 81:
            raise ValueError(f"need 81 cells, got {len(text)}")
        self.options = dict.fromkeys(CELLS, ALL)
        self.eliminations = 0
        for cell, char in zip(CELLS, text):
            if char in DIGITS:
                self.assign(cell, 1 << int(char) - 1)

    def copy(self):
        other = object.__new__(Grid)
        other.options, other.eliminations = self.options.copy(), self.eliminations
        return other

    def assign(self, cell, bit):
        if not self.options[cell] & bit:
            raise Contradiction(f"{bit.bit_length()} not possible at {cell}")
        self.eliminate(cell, self.options[cell] & ~bit)

    def eliminate(self, cell, bits):
        bits &= self.options[cell]
        if not bits:
            return
        self.options[cell] ^= bits
        self.eliminations += bits.bit_count()
        left = self.options[cell]
        if not left:
            raise Contradiction(f"nothing left at {cell}")
        if left.bit_count() == 1:
            for peer in sorted(PEERS[cell]):
                self.eliminate(peer, left)
        for unit in UNITS_OF[cell]:
            for digit in range(9):
                bit = 1 << digit
                if bits & bit:
                    places = [c for c in unit if self.options[c] & bit]
                    if not places:
                        raise Contradiction(f"no place for {digit + 1}")
                    if len(places) == 1 and self.options[places[0]] != bit:
                        self.assign(places[0], bit)

    @property
    def solved(self):
        return all(bits.bit_count() == 1 for bits in self.options.values())

    def __str__(self):
        return "".join(str(b.bit_length()) if b.bit_count() == 1 else "." for b in self.options.values())


class Solver:
    def __init__(self, limit=2):
        self.nodes, self.limit = 0, limit

    def solutions(self, grid):
        self.nodes += 1
        if grid.solved:
            yield grid
            return
        cell = min((c for c in CELLS if grid.options[c].bit_count() > 1),
                   key=lambda c: (grid.options[c].bit_count(), c))
        bits = grid.options[cell]
        while bits:
            bit = bits & -bits
            bits ^= bit
            branch = grid.copy()
            try:
                branch.assign(cell, bit)
            except Contradiction:
                continue
            yield from self.solutions(branch)


def exact_cover(text):
    """Algorithm X on dictionaries; yields the first solution only."""
    rows = {(r, c, d): [("cell", r, c), ("row", r, d), ("col", c, d), ("box", r // 3 * 3 + c // 3, d)]
            for r, c, d in product(range(9), range(9), DIGITS)}
    columns = {}
    for row, constraints in rows.items():
        for constraint in constraints:
            columns.setdefault(constraint, {})[row] = None

    def select(row):
        removed = []
        for j in rows[row]:
            for i in columns[j]:
                for k in rows[i]:
                    if k != j:
                        del columns[k][i]
            removed.append(columns.pop(j))
        return removed

    def undo(row, removed):
        for j in reversed(rows[row]):
            columns[j] = removed.pop()
            for i in columns[j]:
                for k in rows[i]:
                    if k != j:
                        columns[k][i] = None

    def search(chosen):
        if not columns:
            yield chosen[:]
            return
        constraint = min(columns, key=lambda name: len(columns[name]))
        for row in list(columns[constraint]):
            chosen.append(row)
            removed = select(row)
            yield from search(chosen)
            undo(row, removed)
            chosen.pop()

    start = [(r, c, d) for (r, c), d in zip(CELLS, text) if d != "."]
    for row in start:
        select(row)
    for answer in search(start):
        return "".join(d for _, _, d in sorted(answer))
    return None


for name, puzzle in PUZZLES.items():
    print(f"== {name}: {81 - puzzle.count('.')} clues")
    try:
        grid = Grid(puzzle)
    except Contradiction as error:
        print("contradiction:", error)
        continue
    print("after propagation:", grid, grid.eliminations)
    solver = Solver()
    found = []
    for answer in solver.solutions(grid):
        found.append(str(answer))
        if len(found) == 2:
            break
    print(f"solutions found: {len(found)}, nodes {solver.nodes}")
    for text in found:
        columns = [text[i::9] for i in range(9)]
        print(" ", text, Counter(text) == Counter(DIGITS * 9), all(set(c) == set(DIGITS) for c in columns))
    if name == "easy" and found:
        print("exact cover agrees:", exact_cover(puzzle) == found[0])
        for start in range(0, 81, 9):
            row = found[0][start:start + 9]
            print("  " + " | ".join(" ".join(row[i:i + 3]) for i in (0, 3, 6)))
            if start in (18, 45):
                print("  " + "+".join(["-" * 6, "-" * 7, "-" * 6]))
try:
    Grid("123")
except ValueError as error:
    print("ValueError:", error)
