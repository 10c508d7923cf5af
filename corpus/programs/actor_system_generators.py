# harness:
#   description: actors as generators with mailboxes, supervision, ask patterns, timeouts on a virtual clock and pipelines
#   tags: [program, framework, generators]
"""Actors are generators; an actor yields requests and receives messages."""
import heapq
from collections import Counter, deque
from dataclasses import dataclass, field
from itertools import count
from typing import Any, NamedTuple


class Receive(NamedTuple):
    timeout: float | None = None
    match: Any = None


class Tell(NamedTuple):
    target: str
    message: Any


class Spawn(NamedTuple):
    name: str
    behaviour: Any
    supervise: bool = False


class Sleep(NamedTuple):
    delay: float


class Ask(NamedTuple):
    target: str
    message: Any
    timeout: float = 10


class TimedOut:
    def __repr__(self):
        return "TIMED_OUT"


TIMED_OUT = TimedOut()


@dataclass
class Down:
    name: str
    reason: BaseException | None

    def __str__(self):
        return f"{self.name} down: {self.reason!r}"


@dataclass(eq=False)
class Actor:
    name: str
    generator: Any
    parent: "Actor | None" = None
    supervise: bool = False
    mailbox: deque = field(default_factory=deque)
    waiting: Receive | None = None
    ticket: int = 0


class System:
    def __init__(self):
        self.actors, self.ready, self.timers = {}, deque(), []
        self.now, self.order, self.stats, self.log = 0.0, count(), Counter(), []

    def spawn(self, name, behaviour, parent=None, supervise=False):
        if name in self.actors:
            raise ValueError(f"actor {name!r} already runs")
        actor = self.actors[name] = Actor(name, behaviour, parent, supervise)
        self.ready.append((actor, None))
        return actor

    def tell(self, target, message):
        self.stats["sent"] += 1
        actor = self.actors.get(target)
        if actor is None:
            self.stats["dead letters"] += 1
            self.log.append(f"{self.now:g} dead letter for {target}: {message!r}")
            return
        actor.mailbox.append(message)
        self.deliver(actor)

    def deliver(self, actor):
        if actor.waiting is None:
            return
        wanted = actor.waiting.match
        for index, message in enumerate(actor.mailbox):
            if wanted is None or (isinstance(message, wanted) if isinstance(wanted, type)
                                  else wanted(message)):
                del actor.mailbox[index]
                self.wake(actor, message)
                return

    def wake(self, actor, value):
        actor.waiting = None
        actor.ticket += 1
        self.ready.append((actor, value))

    def later(self, delay, actor, value):
        heapq.heappush(self.timers, (self.now + delay, next(self.order), actor, actor.ticket, value))

    def step(self, actor, value):
        self.stats["steps"] += 1
        resume = actor.generator.send
        while True:
            try:
                request = resume(value)
            except StopIteration as stop:
                return self.stop(actor, None, stop.value)
            except Exception as error:
                return self.stop(actor, error, None)
            resume, value = actor.generator.send, None
            match request:
                case Tell(target, message):
                    self.tell(target, message)
                case Spawn(name, behaviour, supervise):
                    try:
                        self.spawn(name, behaviour, actor, supervise)
                        value = name
                    except ValueError as error:
                        value = error
                case Receive(timeout, _):
                    actor.waiting = request
                    if timeout is not None:
                        self.later(timeout, actor, TIMED_OUT)
                    return self.deliver(actor)
                case Ask(target, message, timeout):
                    marker = object()
                    actor.waiting = Receive(timeout, lambda m, key=marker: isinstance(m, tuple)
                                            and m[0] is key)
                    self.later(timeout, actor, (marker, TIMED_OUT))
                    return self.tell(target, ((actor.name, marker), message))
                case Sleep(delay):
                    actor.waiting = Receive(match=lambda m: False)
                    return self.later(delay, actor, None)
                case other:
                    resume, value = actor.generator.throw, TypeError(f"{actor.name} yielded {other!r}")

    def stop(self, actor, error, result):
        del self.actors[actor.name]
        self.stats["crashed" if error else "finished"] += 1
        self.log.append(
            f"{self.now:g} {actor.name} {'crashed ' + repr(error) if error else f'returned {result!r}'}")
        if actor.supervise and actor.parent:
            self.tell(actor.parent.name, Down(actor.name, error))

    def run(self):
        while self.ready or self.timers:
            if self.ready:
                self.step(*self.ready.popleft())
                continue
            self.now, _, actor, ticket, value = heapq.heappop(self.timers)
            if actor.ticket == ticket and actor.waiting is not None:
                self.wake(actor, value)
        for actor in list(self.actors.values()):
            actor.generator.close()


def reply(sender, value):
    name, marker = sender
    return Tell(name, (marker, value))


def counter_actor(start=0):
    total = start
    try:
        while True:
            match (yield Receive()):
                case ((_, _) as sender, "get"):
                    yield reply(sender, total)
                case ("add", int(n)):
                    total += n
                case "stop":
                    return total
                case other:
                    raise ValueError(f"what is {other!r}?")
    finally:
        notes.append(f"counter closes at {total}")


def worker(name, speed):
    done = 0
    while (job := (yield Receive())) is not None:
        yield Sleep(speed)
        if job % 5 == 3:
            raise ArithmeticError(f"job {job}")
        done += 1
        yield Tell("collector", (name, job, job * job))
    return done


def supervisor(jobs):
    names = ["fast", "slow"]
    speeds = {"fast": 1.0, "slow": 2.5}
    for name in names:
        yield Spawn(name, worker(name, speeds[name]), supervise=True)
    for index, job in enumerate(jobs):
        yield Tell(names[index % 2], job)
    for name in names:
        yield Tell(name, None)
    restarts = 0
    while True:
        match (yield Receive(timeout=20, match=Down)):
            case Down(name, None):
                notes.append(f"{name} is done at {system.now:g}")
            case Down(name, reason) as down:
                notes.append(str(down))
                if restarts >= 2:
                    return "gave up"
                restarts += 1
                yield Spawn(name, worker(name, speeds[name]), True)
                yield Tell(name, 100 + restarts)
                yield Tell(name, None)
            case timeout:
                yield Tell("collector", "finish")
                return timeout


def collector():
    rows = []
    while (message := (yield Receive())) != "finish":
        rows.append((system.now, *message))
    return rows


def client():
    for n in (5, 7, 30):
        yield Tell("counter", ("add", n))
    answers = [(yield Ask("counter", "get"))[1]]
    yield Tell("counter", ("add", 0.5))
    answers.append((yield Ask("counter", "get", timeout=4))[1])
    answers.append((yield Spawn("client", client())))
    try:
        yield "nonsense"
    except TypeError as error:
        answers.append(error)
    return answers


def pipeline_stage(function, target):
    while (value := (yield Receive())) is not StopIteration:
        for result in function(value):
            yield Tell(target, result)
    yield Tell(target, StopIteration)


def sink():
    received = []
    while (value := (yield Receive())) is not StopIteration:
        received.append(value)
    return "".join(received)


notes = []
system = System()
system.spawn("collector", collector())
system.spawn("counter", counter_actor(100))
system.spawn("boss", supervisor(range(1, 9)))
system.spawn("client", client())
system.spawn("sink", sink())
system.spawn("doubler", pipeline_stage(lambda s: [s, s.upper()], "sink"))
system.spawn("splitter", pipeline_stage(str.split, "doubler"))
system.spawn("idle", counter_actor(-1))
for message in ("a bc", "", "def g", StopIteration):
    system.tell("splitter", message)
system.run()
print("\n".join(system.log))
print("notes:", *notes, sep="\n  ")
print("stats:", sorted(system.stats.items()), "now:", system.now, "left:", sorted(system.actors))
try:
    system.spawn("idle", iter(()))
except ValueError as error:
    print("ValueError:", error)
