# harness:
#   description: one-way constraint network (delta propagation) with chains, sums and edits of input cells
#   tags: [benchmark, classes, graph]
#   args: {small: ["12"], full: ["600"]}
"""Cells and formulas; only what depends on a changed cell is recomputed."""
import sys
from heapq import heappop, heappush


class Cell:
    __slots__ = ("name", "value", "formula", "users", "level")

    def __init__(self, name, value=0):
        self.name, self.value = name, value
        self.formula, self.users, self.level = None, [], 0


class Formula:
    __slots__ = ("inputs", "output")
    runs = 0

    def __init__(self, output, *inputs):
        self.inputs, self.output = inputs, output
        output.formula = self
        output.level = 1 + max(cell.level for cell in inputs)
        for cell in inputs:
            cell.users.append(self)

    def compute(self):
        raise NotImplementedError

    def update(self):
        Formula.runs += 1
        value = self.compute()
        changed = value != self.output.value
        self.output.value = value
        return changed


class Equal(Formula):
    def compute(self):
        return self.inputs[0].value


class Scale(Formula):
    def compute(self):
        source, factor, offset = self.inputs
        return source.value * factor.value + offset.value


class Total(Formula):
    def compute(self):
        return sum([cell.value for cell in self.inputs])


class Clamp(Formula):
    def compute(self):
        value, low, high = (cell.value for cell in self.inputs)
        return low if value < low else high if value > high else value


class Network:
    def __init__(self):
        self.order = 0

    def edit(self, cell, value):
        if cell.value == value:
            return 0
        cell.value = value
        heap, queued, done = [], set(), 0
        self.enqueue(heap, queued, cell)
        while heap:
            _, _, formula = heappop(heap)
            queued.discard(id(formula))
            done += 1
            if formula.update():
                self.enqueue(heap, queued, formula.output)
        return done

    def enqueue(self, heap, queued, cell):
        for formula in cell.users:
            if id(formula) not in queued:
                queued.add(id(formula))
                self.order += 1
                heappush(heap, (formula.output.level, self.order, formula))


n = int(sys.argv[1])
network = Network()
chain = [Cell(f"c{i}") for i in range(n)]
for a, b in zip(chain, chain[1:]):
    Equal(b, a)
factor, offset = Cell("factor", 10), Cell("offset", 1000)
outputs = []
for index in range(n):
    source, output = Cell(f"s{index}", index), Cell(f"o{index}")
    Scale(output, source, factor, offset).update()
    outputs.append((source, output))
total = Cell("total")
Total(total, *(output for _, output in outputs)).update()
low, high, clamped = Cell("low", 0), Cell("high", 2_000_000), Cell("clamped")
Clamp(clamped, total, low, high).update()

print("chain:", sum(network.edit(chain[0], value) for value in range(1, n // 2)), chain[-1].value)
print("start:", total.value, clamped.value)
work = 0
for index, (source, _) in enumerate(outputs):
    work += network.edit(source, index * 7 % 50)
print("sources:", work, total.value, clamped.value)
for value in (3, 3, 40, -5):
    print("factor", value, network.edit(factor, value), total.value, clamped.value)
print("no change:", network.edit(low, -10), network.edit(high, 5), clamped.value, Formula.runs)
