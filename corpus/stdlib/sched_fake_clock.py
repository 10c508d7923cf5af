# harness:
#   description: sched - order, priorities, cancellation, events added while running, with a simulated clock
#   tags: [module:sched]
import sched


class Clock:
    def __init__(self):
        self.now, self.sleeps = 100.0, []

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.sleeps.append(seconds)
        self.now += seconds


clock, log = Clock(), []
scheduler = sched.scheduler(clock.time, clock.sleep)


def note(word, *more, **options):
    log.append((clock.now, word, *more, *sorted(options.items())))


scheduler.enter(10, 2, note, ("late low",))
scheduler.enter(10, 1, note, ("late high",), {"k": 1})
scheduler.enter(5, 1, note, ("early",))
scheduler.enterabs(90, 1, note, argument=("in the past",))
cancelled = scheduler.enter(7, 1, note, ("cancelled",))
same = [scheduler.enter(10, 1, note, (f"same {n}",)) for n in range(3)]
print("queue:", [(event.time, event.priority, event.argument) for event in scheduler.queue])
print("empty:", scheduler.empty(), cancelled.time, cancelled.kwargs, cancelled.action is note)
scheduler.cancel(cancelled)
try:
    scheduler.cancel(cancelled)
except ValueError as error:
    print("ValueError:", type(error).__name__)
print("returned:", scheduler.run())
for entry in log:
    print("ran:", entry)
print("sleeps:", clock.sleeps, "clock:", clock.now, scheduler.empty())

log.clear()
clock.sleeps.clear()


def chain(n):
    note(f"chain {n}")
    if n:
        scheduler.enter(2 ** n, 1, chain, (n - 1,))


scheduler.enter(0, 1, chain, (3,))
scheduler.run()
print("chain:", log, clock.sleeps)
log.clear()
for delay in (1, 5, 3):
    scheduler.enter(delay, 0, note, (f"after {delay}",))
print("not blocking, next in:", scheduler.run(blocking=False), log)
clock.now += 3.5
print("not blocking, next in:", scheduler.run(False), log)
clock.now += 100
print("not blocking, next in:", scheduler.run(False), [entry[1] for entry in log])


def failing():
    raise LookupError("in the event")


scheduler.enter(1, 1, failing)
scheduler.enter(2, 1, note, ("after the failure",))
try:
    scheduler.run()
except LookupError as error:
    print("LookupError:", error, len(scheduler.queue))
scheduler.run()
print("continued:", log[-1][1])
victims = [scheduler.enter(5, 1, note, ("victim",))]
scheduler.enter(1, 1, lambda: scheduler.cancel(victims[0]))
scheduler.run()
print("cancelled from an event:", log[-1][1], scheduler.empty())
first, second = sched.Event(1, 1, 0, note, (), {}), sched.Event(1, 2, 1, note, (), {})
print("events:", first < second, first == first, first != second, first._fields,
      sorted([second, first])[0].priority)
