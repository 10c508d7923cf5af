# harness:
#   description: queue - order of each kind, bounds, timeouts
#   tags: [module:queue, threads]
#   needs: [threads]
import queue
import threading


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind(3)
    for item in (2, 3, 1):
        q.put(item)
    print(kind.__name__, q.qsize(), q.full(), q.empty(), q.maxsize)
    attempt("    full", q.put_nowait, 9)
    attempt("    full with timeout", q.put, 9, timeout=0.01)
    print("    order:", [q.get() for _ in range(3)])
    attempt("    empty", q.get_nowait)
    attempt("    empty with timeout", q.get, timeout=0.01)
    attempt("    negative", q.get, timeout=-1)
attempt("unorderable", lambda: [p.put(x) for p in [queue.PriorityQueue()] for x in (1, "a")])
simple = queue.SimpleQueue()
print("simple:", simple.put(1), simple.put(2, False, 5), simple.qsize(), simple.get(), simple.get_nowait(),
      simple.empty())
attempt("simple empty", simple.get, block=False)
attempt("simple timeout", simple.get, timeout=0.01)
attempt("simple negative", simple.get, timeout=-1)

jobs, results = queue.Queue(), queue.Queue()


def worker():
    while True:
        try:
            item = jobs.get()
        except queue.ShutDown:
            results.put("stopped")
            return
        results.put(item * item)
        jobs.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for thread in threads:
    thread.start()
for n in range(20):
    jobs.put(n)
jobs.join()
print("after join:", sorted(results.get() for _ in range(20)))
jobs.shutdown()
for thread in threads:
    thread.join(20)
print("workers:", [results.get() for _ in range(3)], [t.is_alive() for t in threads])
attempt("put after shutdown", jobs.put, 1)
attempt("get after shutdown", jobs.get)
attempt("too many task_done", jobs.task_done)
draining = queue.Queue()
draining.put("left")
draining.shutdown()
print("still drains:", draining.get())
attempt("then", draining.get_nowait)
dropped = queue.Queue()
dropped.put("lost")
dropped.shutdown(immediate=True)
attempt("immediate", dropped.get)
print("joined at once:", dropped.join(), dropped.qsize())

bounded, log = queue.Queue(1), []


def producer():
    for letter in "abc":
        bounded.put(letter)
        log.append(letter)
    bounded.put(None)


thread = threading.Thread(target=producer)
thread.start()
print("consumed:", list(iter(bounded.get, None)))
thread.join(20)
print("produced:", log, issubclass(queue.ShutDown, Exception), queue.Empty.__module__, queue.Queue(-1).full())
