# harness:
#   description: event-driven elevator simulation with heapq, seeded passengers, enum states and summary statistics
#   tags: [program, simulation, random, heapq]
"""Two elevators serve a building; everything is driven by an event queue."""
import heapq
import random
import statistics
from collections import defaultdict, deque
from dataclasses import dataclass, field
from enum import Enum
from itertools import count


class Direction(Enum):
    UP = 1
    DOWN = -1
    IDLE = 0

    def __str__(self):
        return {"UP": "^", "DOWN": "v", "IDLE": "-"}[self.name]

    @classmethod
    def between(cls, a, b):
        return cls((b > a) - (b < a))


@dataclass(order=True)
class Event:
    time: int
    order: int
    action: object = field(compare=False)
    args: tuple = field(default=(), compare=False)


@dataclass
class Passenger:
    name: str
    start: int
    goal: int
    asked: int
    boarded: int | None = None
    arrived: int | None = None

    @property
    def direction(self):
        return Direction.between(self.start, self.goal)


@dataclass
class Elevator:
    label: str
    capacity: int = 4
    floor: int = 0
    direction: Direction = Direction.IDLE
    riders: list = field(default_factory=list)
    travelled: int = 0
    active: bool = False

    def __repr__(self):
        return f"{self.label}@{self.floor}{self.direction}{len(self.riders)}"


class Building:
    STEP, DOOR = 3, 5

    def __init__(self, floors, labels):
        self.floors = floors
        self.queue, self.order = [], count()
        self.waiting = defaultdict(deque)
        self.elevators = [Elevator(label) for label in labels]
        self.served, self.log, self.now = [], [], 0

    def schedule(self, delay, action, *args):
        heapq.heappush(self.queue, Event(self.now + delay, next(self.order), action, args))

    def run(self):
        while self.queue:
            event = heapq.heappop(self.queue)
            self.now = event.time
            event.action(*event.args)

    def note(self, text):
        self.log.append(f"{self.now:4} {text}")

    def arrive(self, passenger):
        self.waiting[passenger.start].append(passenger)
        self.note(f"{passenger.name} waits on {passenger.start} for {passenger.goal} {self.elevators}")
        idle = [e for e in self.elevators if not e.active]
        if idle:
            best = min(idle, key=lambda e: (abs(e.floor - passenger.start), e.label))
            best.active = True
            self.schedule(0, self.decide, best)

    def wanted(self, elevator):
        floors = {p.goal for p in elevator.riders}
        if len(elevator.riders) < elevator.capacity:
            floors |= {floor for floor, line in self.waiting.items() if line}
        return floors

    def decide(self, elevator):
        targets = self.wanted(elevator)
        if not targets:
            elevator.direction, elevator.active = Direction.IDLE, False
            return
        if elevator.floor in targets and self.exchange(elevator):
            self.schedule(self.DOOR, self.decide, elevator)
            return
        ahead = [t for t in targets if Direction.between(elevator.floor, t) is elevator.direction]
        if not ahead:
            nearest = min(targets - {elevator.floor}, key=lambda t: (abs(t - elevator.floor), t),
                          default=elevator.floor)
            elevator.direction = Direction.between(elevator.floor, nearest)
        self.schedule(self.STEP, self.move, elevator)

    def move(self, elevator):
        elevator.floor += elevator.direction.value
        assert 0 <= elevator.floor < self.floors, elevator
        elevator.travelled += abs(elevator.direction.value)
        self.decide(elevator)

    def exchange(self, elevator):
        leaving = [p for p in elevator.riders if p.goal == elevator.floor]
        for passenger in leaving:
            elevator.riders.remove(passenger)
            passenger.arrived = self.now
            self.served.append(passenger)
            self.note(f"{passenger.name} leaves {elevator.label} on {elevator.floor} after "
                      f"{self.now - passenger.asked}")
        line = self.waiting[elevator.floor]
        boarded = 0
        while line and len(elevator.riders) < elevator.capacity:
            passenger = line.popleft()
            passenger.boarded = self.now
            elevator.riders.append(passenger)
            boarded += 1
        return bool(leaving or boarded)


def simulate(seed, people):
    rng = random.Random(seed)
    building = Building(9, "AB")
    time = 0
    for number in range(people):
        time += int(rng.expovariate(1 / 6))
        start, goal = rng.sample(range(building.floors), 2)
        if rng.random() < 0.4:
            start, goal = 0, goal or start
        building.schedule(time, building.arrive, Passenger(f"p{number:02}", start, goal, time))
    building.run()
    return building


town = simulate(2024, 24)
print("\n".join(town.log[:14]))
print("...", len(town.log), "lines, last:", town.log[-1])
waits = [p.boarded - p.asked for p in town.served]
rides = [p.arrived - p.boarded for p in town.served]
for name, values in (("wait", waits), ("ride", rides)):
    print(f"{name}: mean={statistics.fmean(values):.3f} median={statistics.median(values)} "
          f"stdev={statistics.stdev(values):.4f} max={max(values)} mode={statistics.multimode(values)[:3]} "
          f"quartiles={statistics.quantiles(values, n=4)}")
print("elevators:", [(e, e.travelled) for e in town.elevators])
print("by direction:", {str(d): sum(p.direction is d for p in town.served) for d in Direction})
print("slowest:", max(town.served, key=lambda p: p.arrived - p.asked))
for seed in range(3):
    other = simulate(seed, 15)
    print(f"seed {seed}: served={len(other.served)} end={other.now} "
          f"order={' '.join(p.name[1:] for p in other.served)}")
print("events compare:", Event(1, 2, print) < Event(1, 3, None), Event(1, 2, print) == Event(1, 2, len))
try:
    print(Event(1, 2, None) < (1, 2))
except TypeError as error:
    print("not comparable:", type(error).__name__)
