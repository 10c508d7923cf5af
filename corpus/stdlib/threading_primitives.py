# harness:
#   description: threading - locks, conditions, events, semaphores, barriers, timers, locals
#   tags: [module:threading, threads]
#   needs: [threads]
import sys
import threading


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def start(target, *args, **kwargs):
    thread = threading.Thread(target=target, args=args, **kwargs)
    thread.start()
    return thread


lock, rlock = threading.Lock(), threading.RLock()
print("lock:", lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01), lock.release(),
      lock.locked())
attempt("release unlocked", lock.release)
attempt("timeout without blocking", lock.acquire, False, 5)
attempt("negative timeout", lock.acquire, True, -5)
with rlock, rlock:
    others = []
    start(lambda: others.append(rlock.acquire(blocking=False))).join(20)
    print("rlock:", rlock.acquire(), rlock.release(), others)
attempt("rlock release", rlock.release)
counter = [0]


def add(times):
    for _ in range(times):
        with lock:
            counter[0] += 1


threads = [start(add, 500) for _ in range(4)]
for thread in threads:
    thread.join(20)
print("counted:", counter[0])

condition, items = threading.Condition(), []


def consumer(out):
    with condition:
        condition.wait_for(lambda: items, timeout=20)
        out.append(items.pop(0))


results = []
threads = [start(consumer, results) for _ in range(3)]
for n in range(3):
    with condition:
        items.append(n)
        condition.notify()
for thread in threads:
    thread.join(20)
print("condition:", sorted(results))
attempt("wait without lock", condition.wait)
attempt("notify without lock", condition.notify_all)
with condition:
    print("condition timeout:", condition.wait(0.01), condition.wait_for(lambda: 0, 0.01))
event = threading.Event()
print("event:", event.is_set(), event.wait(0.01), event.set(), event.wait(), event.clear(), event.is_set())
semaphore, bounded = threading.Semaphore(2), threading.BoundedSemaphore(1)
print("semaphore:", semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False),
      semaphore.acquire(timeout=0.01), semaphore.release(2))
attempt("bounded", bounded.release)
attempt("negative semaphore", threading.Semaphore, -1)
attempt("release zero", semaphore.release, 0)
order = []
barrier = threading.Barrier(3, action=lambda: order.append("action"))
threads = [start(lambda: order.append(barrier.wait(20) >= 0)) for _ in range(3)]
for thread in threads:
    thread.join(20)
print("barrier:", order, barrier.parties, barrier.n_waiting, barrier.broken)
barrier.abort()
attempt("broken barrier", barrier.wait)
attempt("barrier timeout", threading.Barrier(2).wait, 0.01)

local = threading.local()
local.value = "main"
seen = []
start(lambda: seen.append(hasattr(local, "value"))).join(20)
print("local:", seen, local.value)


class Local(threading.local):
    def __init__(self, start):
        self.value = start


shared = Local(5)
shared.value = 6
start(lambda: seen.append(shared.value)).join(20)
print("local init in each thread:", seen, shared.value)
timer = threading.Timer(0.01, seen.append, ["timed"])
timer.start()
timer.join(20)
cancelled = threading.Timer(60, print)
cancelled.start()
cancelled.cancel()
cancelled.join(20)
print("timer:", seen[-1], cancelled.is_alive(), cancelled.finished.is_set())

thread = threading.Thread(target=lambda: None, name="named", daemon=True)
print("thread:", thread.name, thread.daemon, thread.is_alive(), thread.ident, threading.current_thread().name,
      threading.main_thread() is threading.current_thread(), threading.active_count())
attempt("join unstarted", thread.join)
thread.start()
thread.join(20)
attempt("start again", thread.start)
attempt("daemon later", setattr, threading.current_thread(), "daemon", True)
attempt("join itself", threading.current_thread().join)
attempt("group", threading.Thread, 5)
caught = []
threading.excepthook = lambda args: caught.append((args.exc_type.__name__, str(args.exc_value),
                                                   args.thread.name))
start(lambda: 1 / 0, name="failing").join(20)
start(lambda: sys.exit(3)).join(20)
print("hook:", caught)
threading.excepthook = threading.__excepthook__


class Worker(threading.Thread):
    def run(self):
        self.result = sum(range(10))


worker = Worker()
worker.start()
worker.join(20)
print("subclass:", worker.result, worker.name.startswith("Thread-"), [t.name for t in threading.enumerate()])
