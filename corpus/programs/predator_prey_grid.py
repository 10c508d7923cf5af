# harness:
#   description: grid simulation of foxes and rabbits with an abstract base class, seeded random and population charts
#   tags: [program, simulation, random, abc]
"""Foxes and rabbits live on a torus; each species overrides parts of an abstract animal."""
import random
from abc import ABC, abstractmethod
from collections import Counter
from itertools import product


class Animal(ABC):
    born = Counter()
    symbol = "?"

    def __init_subclass__(cls, /, symbol, energy, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.symbol = symbol
        cls.start_energy = energy

    def __init__(self, world, position):
        self.world, self.position = world, position
        self.energy = self.start_energy
        self.age = 0
        type(self).born[type(self).__name__] += 1
        world.place(self, position)

    @abstractmethod
    def eat(self):
        """Gain energy from the surroundings."""

    @property
    @abstractmethod
    def lifespan(self):
        ...

    def act(self):
        self.age += 1
        self.energy -= 1
        self.eat()
        if self.energy <= 0 or self.age > self.lifespan:
            self.world.remove(self)
            return
        free = self.world.neighbours(self.position, lambda a: a is None)
        if not free:
            return
        old, new = self.position, self.world.rng.choice(free)
        self.world.move(self, new)
        if self.energy >= 2 * self.start_energy:
            self.energy -= self.start_energy
            type(self)(self.world, old)

    def __lt__(self, other):
        return (self.symbol, self.position) < (other.symbol, other.position)


class Rabbit(Animal, symbol="r", energy=3):
    lifespan = 12

    def eat(self):
        grass = self.world.grass
        if grass[self.position] > 0:
            bite = min(2, grass[self.position])
            grass[self.position] -= bite
            self.energy += bite


class Fox(Animal, symbol="F", energy=6):
    @property
    def lifespan(self):
        return 18 + self.energy // 4

    def eat(self):
        prey = self.world.neighbours(self.position, lambda a: isinstance(a, Rabbit))
        if prey:
            victim = self.world.cells[self.world.rng.choice(prey)]
            self.world.remove(victim)
            self.energy += 3


class World:
    def __init__(self, width, height, seed, **counts):
        self.rng = random.Random(seed)
        self.width, self.height = width, height
        self.cells = {}
        self.grass = dict.fromkeys(product(range(height), range(width)), 2)
        self.history = []
        spots = self.rng.sample(list(self.grass), sum(counts.values()))
        for name, number in counts.items():
            for _ in range(number):
                {"rabbits": Rabbit, "foxes": Fox}[name](self, spots.pop())

    def place(self, animal, position):
        if self.cells.setdefault(position, animal) is not animal:
            raise ValueError(f"{position} is taken by {self.cells[position].symbol}")

    def remove(self, animal):
        del self.cells[animal.position]

    def move(self, animal, position):
        self.remove(animal)
        animal.position = position
        self.place(animal, position)

    def neighbours(self, position, wanted):
        row, column = position
        around = [((row + dr) % self.height, (column + dc) % self.width)
                  for dr, dc in product((-1, 0, 1), repeat=2) if dr or dc]
        return [spot for spot in around if wanted(self.cells.get(spot))]

    def step(self):
        for animal in sorted(self.cells.values()):
            if self.cells.get(animal.position) is animal:
                animal.act()
        for spot, amount in self.grass.items():
            if amount < 4 and self.rng.random() < 0.3:
                self.grass[spot] = amount + 1
        self.history.append(self.census())

    def census(self):
        return Counter(animal.symbol for animal in self.cells.values())

    def __str__(self):
        rows = ("".join(self.cells[r, c].symbol if (r, c) in self.cells else ".,:;*"[self.grass[r, c]]
                        for c in range(self.width)) for r in range(self.height))
        return "\n".join(rows)


world = World(28, 12, seed=7, rabbits=60, foxes=10)
print(world)
for _ in range(40):
    world.step()
print("-" * 28, world, sep="\n")
for year, census in enumerate(world.history):
    if year % 3 == 0:
        print(f"{year:2} r={census['r']:3} F={census['F']:3} " + "r" * (census["r"] // 5) + "F"
              * (census["F"] // 5))
print("born:", sorted(Animal.born.items()), "grass left:", sum(world.grass.values()))
ages = Counter(a.age for a in world.cells.values())
print("ages:", sorted(ages.items()))
print("peak rabbits:", max((c["r"], -y) for y, c in enumerate(world.history)))
print("energy:", sorted((a.energy for a in world.cells.values()), reverse=True)[:10])

for attempt in (lambda: Animal(world, (0, 0)), lambda: world.place(object(), next(iter(world.cells))),
                lambda: type("Ghost", (Animal,), {}), lambda: type("Owl", (Animal,), {}, symbol="o",
        energy=1)(world, (0, 0)),
                lambda: type("Cat", (Animal,), {}, symbol="c", energy=1, colour="red")):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print("refused:", type(error).__name__)
print("abstract:", sorted(Animal.__abstractmethods__), sorted(Fox.__abstractmethods__),
      Fox.__mro__[1].__name__)
