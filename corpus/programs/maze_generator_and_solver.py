# harness:
#   description: maze by recursive backtracker, Kruskal and Prim with seeded random, solved by BFS, A* and wall following
#   tags: [program, game, random, graph]
"""Three maze generators and three solvers on an undirected grid graph."""
import heapq
import random
from collections import Counter, deque
from itertools import pairwise

MOVES = {"N": (0, -1), "E": (1, 0), "S": (0, 1), "W": (-1, 0)}


class Maze:
    def __init__(self, width, height):
        self.width, self.height = width, height
        self.open = {(x, y): set() for y in range(height) for x in range(width)}

    def around(self, cell):
        x, y = cell
        for dx, dy in MOVES.values():
            if (x + dx, y + dy) in self.open:
                yield x + dx, y + dy

    def join(self, a, b):
        self.open[a].add(b)
        self.open[b].add(a)

    def exits(self, cell):
        return (c for c in self.around(cell) if c in self.open[cell])

    def edges(self):
        return sorted({tuple(sorted((a, b))) for a, others in self.open.items() for b in others})

    def draw(self, path=()):
        path = {cell: "*" for cell in path}
        yield "+" + "--+" * self.width
        for y in range(self.height):
            middle, bottom = "|", "+"
            for x in range(self.width):
                here = self.open[x, y]
                middle += f"{path.get((x, y), ' ')} " + (" " if (x + 1, y) in here else "|")
                bottom += ("  " if (x, y + 1) in here else "--") + "+"
            yield middle
            yield bottom


def backtracker(maze, rng):
    stack, seen = [(0, 0)], {(0, 0)}
    while stack:
        choices = [c for c in maze.around(stack[-1]) if c not in seen]
        if not choices:
            stack.pop()
            continue
        new = rng.choice(choices)
        maze.join(stack[-1], new)
        seen.add(new)
        stack.append(new)


def kruskal(maze, rng):
    parent = {cell: cell for cell in maze.open}

    def root(cell):
        while parent[cell] != cell:
            parent[cell] = cell = parent[parent[cell]]
        return cell

    walls = [(a, b) for a in maze.open for b in maze.around(a) if a < b]
    rng.shuffle(walls)
    for a, b in walls:
        if (ra := root(a)) != (rb := root(b)):
            parent[ra] = rb
            maze.join(a, b)


def prim(maze, rng):
    start = rng.choice(list(maze.open))
    inside = {start}
    frontier = [(rng.random(), start, c) for c in maze.around(start)]
    heapq.heapify(frontier)
    while frontier:
        _, a, b = heapq.heappop(frontier)
        if b not in inside:
            inside.add(b)
            maze.join(a, b)
            for c in maze.around(b):
                if c not in inside:
                    heapq.heappush(frontier, (rng.random(), b, c))


def walk_back(came, goal):
    path = [goal]
    while (step := came[path[-1]]) is not None:
        path.append(step)
    return path[::-1]


def breadth_first(maze, start, goal):
    came, queue = {start: None}, deque([start])
    while queue:
        cell = queue.popleft()
        if cell == goal:
            return walk_back(came, goal), len(came)
        for other in maze.exits(cell):
            if other not in came:
                came[other] = cell
                queue.append(other)
    return None, len(came)


def a_star(maze, start, goal):
    def guess(cell):
        return abs(cell[0] - goal[0]) + abs(cell[1] - goal[1])

    came, cost = {start: None}, {start: 0}
    heap = [(guess(start), start)]
    while heap:
        _, cell = heapq.heappop(heap)
        if cell == goal:
            return walk_back(came, goal), len(came)
        for other in maze.exits(cell):
            if cost[cell] + 1 < cost.get(other, 10 ** 9):
                came[other], cost[other] = cell, cost[cell] + 1
                heapq.heappush(heap, (cost[other] + guess(other), other))
    return None, len(came)


def follow_wall(maze, start, goal):
    cell, heading, trail = start, "E", [start]
    while cell != goal:
        order = "NESW"
        at = order.index(heading)
        for turn in (1, 0, -1, 2):
            heading = order[(at + turn) % 4]
            step = tuple(a + b for a, b in zip(cell, MOVES[heading]))
            if step in maze.open[cell]:
                cell = step
                break
        trail.append(cell)
    return trail, len(set(trail))


for generate in (backtracker, kruskal, prim):
    maze = Maze(14, 7)
    generate(maze, random.Random(2025))
    start, goal = (0, 0), (13, 6)
    print(f"== {generate.__name__}: {len(maze.edges())} passages, spanning tree "
          f"{len(maze.edges()) == len(maze.open) - 1}")
    for solver in (breadth_first, a_star, follow_wall):
        path, visited = solver(maze, start, goal)
        legal = all(b in maze.open[a] for a, b in pairwise(path))
        print(f"  {solver.__name__:<14} length {len(path):3} visited {visited:3} legal {legal}")
    path, _ = breadth_first(maze, start, goal)
    print(*maze.draw(path), sep="\n")
    ends = Counter(len(list(maze.exits(cell))) for cell in maze.open)
    print("  degrees:", sorted(ends.items()))
    words = {step: name for name, step in MOVES.items()}
    print("  route:", "".join(words[bx - ax, by - ay] for (ax, ay), (bx, by) in pairwise(path)))

loop = Maze(3, 3)
for a, b in pairwise([(0, 0), (1, 0), (2, 0), (2, 1), (2, 2)]):
    loop.join(a, b)
print("unreachable:", breadth_first(loop, (0, 0), (0, 2)), a_star(loop, (1, 1), (0, 0)))
print("\n".join(line.replace("--", "──").replace("|", "│") for line in loop.draw([(1, 0)])))
sizes = []
for seed in range(10):
    maze = Maze(20, 20)
    kruskal(maze, random.Random(seed))
    sizes.append(len(breadth_first(maze, (0, 0), (19, 19))[0]))
print("kruskal path lengths:", sizes, sum(sizes) / len(sizes))
