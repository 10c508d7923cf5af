# harness:
#   description: minesweeper with flood fill, flags and a logic solver; moves come from a script on stdin
#   tags: [program, game, random, sets]
#   argv: ["--width", "12", "--height=8", "--mines", "14", "--seed", "11"]
#   stdin: "open a1\nflag c3\nopen c3\nopen l8\n\nopen z99\ndig a1\nopen\nflag a1\nsolve\nquit\nopen b2\n"
"""Minesweeper driven by text commands."""
import argparse
import random
import re
import string
import sys
from collections import deque


class CommandError(Exception):
    pass


class Minefield:
    def __init__(self, width, height, mines, seed):
        self.width, self.height = width, height
        cells = [(x, y) for y in range(height) for x in range(width)]
        self.mines = frozenset(random.Random(seed).sample(cells, mines))
        self.open_cells, self.flags = set(), set()
        self.exploded = None

    def around(self, cell):
        x, y = cell
        return {(i, j) for i in range(max(0, x - 1), min(self.width, x + 2))
                for j in range(max(0, y - 1), min(self.height, y + 2))} - {cell}

    def count(self, cell):
        return len(self.around(cell) & self.mines)

    def open(self, cell):
        if cell in self.flags:
            raise CommandError("flagged cell")
        if cell in self.mines:
            self.exploded = cell
            return 0
        before = len(self.open_cells)
        queue = deque([cell])
        while queue:
            here = queue.popleft()
            if here in self.open_cells:
                continue
            self.open_cells.add(here)
            if not self.count(here):
                queue.extend(sorted(self.around(here) - self.open_cells - self.flags))
        return len(self.open_cells) - before

    def flag(self, cell):
        if cell in self.open_cells:
            raise CommandError("already open")
        self.flags ^= {cell}
        return cell in self.flags

    @property
    def won(self):
        return len(self.open_cells) == self.width * self.height - len(self.mines)

    def symbol(self, cell, reveal=False):
        if cell == self.exploded:
            return "X"
        if cell in self.open_cells:
            return " 12345678"[self.count(cell)]
        if cell in self.flags:
            return "!" if not reveal or cell in self.mines else "?"
        return "*" if reveal and cell in self.mines else "."

    def render(self, reveal=False):
        yield "   " + string.ascii_lowercase[:self.width]
        for y in range(self.height):
            yield f"{y + 1:2} " + "".join(self.symbol((x, y), reveal) for x in range(self.width)).rstrip()

    def deduce(self):
        """Apply the two counting rules and subset elimination; return (safe, mines)."""
        facts = set()
        for cell in self.open_cells:
            unknown = frozenset(self.around(cell) - self.open_cells)
            if unknown:
                facts.add((unknown, self.count(cell)))
        for a, n in list(facts):
            for b, m in list(facts):
                if a < b:
                    facts.add((b - a, m - n))
        safe = {c for cells, n in facts if n == 0 for c in cells}
        mined = {c for cells, n in facts if n == len(cells) for c in cells}
        return safe, mined


def name(cell):
    return string.ascii_lowercase[cell[0]] + str(cell[1] + 1)


def parse_cell(text, field):
    match = re.fullmatch(r"(?P<column>[a-z])(?P<row>\d{1,2})", text.lower())
    if not match:
        raise CommandError(f"bad cell {text!r}")
    cell = ord(match["column"]) - ord("a"), int(match["row"]) - 1
    if not (cell[0] < field.width and 0 <= cell[1] < field.height):
        raise CommandError(f"{text} is outside {field.width}x{field.height}")
    return cell


def solve(field):
    rounds = 0
    while not field.won and not field.exploded:
        safe, mined = field.deduce()
        field.flags |= mined
        todo = sorted(safe - field.open_cells)
        if not todo:
            break
        rounds += 1
        print(f"  round {rounds}: safe {' '.join(map(name, todo))}; mines "
              f"{' '.join(map(name, sorted(mined)))}")
        for cell in todo:
            field.flags.discard(cell)
            field.open(cell)
    return rounds


parser = argparse.ArgumentParser(prog="mines")
for option, default in (("--width", 9), ("--height", 9), ("--mines", 10), ("--seed", 0)):
    parser.add_argument(option, type=int, default=default, metavar=option[2].upper())
options = parser.parse_args()
print(options)
field = Minefield(**vars(options))
print("mines:", *map(name, sorted(field.mines)))
for line in sys.stdin:
    words = line.split()
    if not words:
        print("(blank)")
        continue
    try:
        match words:
            case ["open", where]:
                print(line.strip(), "->", field.open(parse_cell(where, field)), "opened")
            case ["flag", where]:
                print(line.strip(), "->", field.flag(parse_cell(where, field)))
            case ["solve"]:
                print("solved in", solve(field), "rounds")
            case ["quit"]:
                break
            case ["open" | "flag" as verb, *rest]:
                raise CommandError(f"{verb} takes one cell, not {len(rest)}")
            case [verb, *_]:
                raise CommandError(f"unknown command {verb!r}")
    except CommandError as error:
        print(f"{line.strip()!r}: {error}")
print("\n".join(field.render()))
print("won:", field.won, "flags:", len(field.flags), "wrong:", sorted(map(name, field.flags - field.mines)))
print("rest of stdin:", sys.stdin.read().split())

results = []
for seed in range(12):
    trial = Minefield(8, 8, 8, seed)
    corner = min((c for y in range(8) for x in range(8) if (c := (x, y)) not in trial.mines), key=trial.count)
    trial.open(corner)
    while not trial.won:
        safe = trial.deduce()[0] - trial.open_cells
        if not safe:
            break
        for cell in sorted(safe):
            trial.open(cell)
    results.append(f"{seed}:{'won' if trial.won else len(trial.open_cells)}")
print("solver on 12 boards:", *results)
trial.open(min(trial.mines))
print("boom:", name(trial.exploded), *trial.render(reveal=True), sep="\n")
