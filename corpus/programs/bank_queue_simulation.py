# harness:
#   description: bank branch with tellers as generator processes, seeded random arrivals, text histogram and statistics
#   tags: [program, simulation, random, generators]
"""Discrete event simulation where every customer is a generator."""
import heapq
import random
from collections import Counter, deque
from statistics import NormalDist, mean, pstdev


class Clock:
    """Runs generator processes; they yield delays, or resources to wait for."""

    def __init__(self):
        self.now = 0.0
        self._agenda = []
        self._sequence = 0

    def start(self, process, delay=0.0, value=None):
        self._sequence += 1
        heapq.heappush(self._agenda, (self.now + delay, self._sequence, process, value))

    def run(self, until=float("inf")):
        while self._agenda and self._agenda[0][0] <= until:
            self.now, _, process, value = heapq.heappop(self._agenda)
            try:
                request = process.send(value)
            except StopIteration:
                continue
            if isinstance(request, (int, float)):
                self.start(process, request)
            else:
                request.enqueue(process)
        return len(self._agenda)


class Tellers:
    def __init__(self, clock, names):
        self.clock = clock
        self.free = deque(names)
        self.line = deque()
        self.longest = 0
        self.busy = Counter()

    def enqueue(self, process):
        if self.free:
            self.clock.start(process, value=self.free.popleft())
        else:
            self.line.append(process)
            self.longest = max(self.longest, len(self.line))

    def release(self, name):
        if self.line:
            self.clock.start(self.line.popleft(), value=name)
        else:
            self.free.append(name)


class Branch:
    KINDS = {"deposit": (3.0, 0.8), "loan": (12.0, 4.0), "cash": (1.5, 0.3)}

    def __init__(self, seed, staff):
        self.rng = random.Random(seed)
        self.clock = Clock()
        self.tellers = Tellers(self.clock, staff)
        self.records = []
        self.lost = 0

    def customer(self, number):
        kind, = self.rng.choices(list(self.KINDS), weights=(5, 1, 4))
        arrived = self.clock.now
        if len(self.tellers.line) > 6 and self.rng.random() < 0.5:
            self.lost += 1
            return
        teller = yield self.tellers
        started = self.clock.now
        mu, sigma = self.KINDS[kind]
        service = max(0.5, self.rng.gauss(mu, sigma))
        yield service
        self.tellers.busy[teller] += service
        self.tellers.release(teller)
        self.records.append((number, kind, teller, arrived, started - arrived, service))

    def door(self, count, rate):
        for number in range(count):
            yield self.rng.expovariate(rate)
            self.clock.start(self.customer(number))


branch = Branch(seed=99, staff=["Ann", "Ben", "Cy"])
branch.clock.start(branch.door(120, 0.8))
left = branch.clock.run(until=60)
print(f"at 60 minutes: events pending={left} line={len(branch.tellers.line)} served={len(branch.records)}")
branch.clock.run()
print(f"closed at {branch.clock.now:.4f}, served {len(branch.records)}, lost {branch.lost}, "
      f"longest line {branch.tellers.longest}")
for record in branch.records[:6]:
    print("  #{:03d} {:<8}{:>4} arrived {:8.3f} waited {:7.3f} service {:6.3f}".format(*record))

waits = [r[4] for r in branch.records]
print(f"wait mean={mean(waits):.6f} sd={pstdev(waits):.6f} max={max(waits):.6f} "
      f"zero={sum(w == 0 for w in waits)}")
for kind in Branch.KINDS:
    rows = [r for r in branch.records if r[1] == kind]
    print(f"{kind:>8}: n={len(rows):3} service={mean(r[5] for r in rows):.4f} "
          f"wait={mean(r[4] for r in rows):.4f}")
print("busy:", {name: round(minutes, 3) for name, minutes in branch.tellers.busy.most_common()})

buckets = Counter(min(int(w // 5), 6) for w in waits)
widest = max(buckets.values())
for low in range(7):
    label = f"{low * 5:>2}-{low * 5 + 5:<2}" if low < 6 else "30+  "
    bar = "#" * round(buckets[low] / widest * 40)
    print(f"{label} |{bar:<40}| {buckets[low]:3} {buckets[low] / len(waits):6.1%}")

normal = NormalDist.from_samples([r[5] for r in branch.records if r[1] == "deposit"])
print(f"fitted normal mu={normal.mean:.5f} sigma={normal.stdev:.5f} p95={normal.inv_cdf(0.95):.5f} "
      f"P(<4)={normal.cdf(4):.5f}")

rng = random.Random(5)
print("shuffle:", rng.sample("abcdefgh", 5), rng.randrange(10, 100, 7), rng.uniform(-1, 1),
      rng.triangular(0, 10, 3))
deck = list(range(10))
rng.shuffle(deck)
print("deck:", deck, rng.getrandbits(70), rng.betavariate(2, 3), rng.randbytes(4).hex())
state = rng.getstate()
first = [rng.random() for _ in range(3)]
rng.setstate(state)
print("state restored:", first == [rng.random() for _ in range(3)], first)
print("string seed:", random.Random("bank").random(), random.Random(b"bank").random(),
      random.Random(2.5).randint(1, 10**12))


def idle():
    try:
        while True:
            yield 10
    finally:
        print("idle process closed at", clock.now)


clock = Clock()
process = idle()
clock.start(process)
print("pending:", clock.run(until=35), "now:", clock.now)
process.close()
