# harness:
#   description: heapq - min and max heaps, merge, nlargest and nsmallest stability
#   tags: [module:heapq, ordering]
import heapq
import itertools
import random


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


data = [9, 4, 7, 1, 8, 2, 6, 3, 5]
heap = data[:]
heapq.heapify(heap)
print("heapified:", heap)
heapq.heappush(heap, 0)
print("pushed:", heap)
print("popped:", [heapq.heappop(heap) for _ in range(4)], heap)
print("pushpop:", heapq.heappushpop(heap, 100), heapq.heappushpop(heap, -1), heapq.heappushpop([], "only"),
      heap)
print("replace:", heapq.heapreplace(heap, 3), heap)
attempt("pop empty", heapq.heappop, [])
attempt("replace empty", heapq.heapreplace, [], 1)
attempt("tuple", heapq.heapify, (2, 1))
attempt("mixed", heapq.heapify, [1, "a"])
attempt("push to tuple", heapq.heappush, (), 1)

top = data[:]
heapq.heapify_max(top)
print("max heap:", top, heapq.heappop_max(top), heapq.heappushpop_max(top, 50), heapq.heapreplace_max(top, 0))
heapq.heappush_max(top, 7.5)
print("drained:", [heapq.heappop_max(top) for _ in range(len(top))])

rng = random.Random(5)
numbers = [rng.randrange(1000) for _ in range(200)]
work = numbers[:]
heapq.heapify(work)
print("invariant:", all(work[(i - 1) // 2] <= work[i] for i in range(1, 200)), "first ten:", work[:10])
print("heap sort:", [heapq.heappop(work) for _ in range(200)] == sorted(numbers))

words = ["pear", "fig", "apple", "kiwi", "plum", "date", "nut"]
print("nlargest:", heapq.nlargest(3, words, key=len), heapq.nlargest(3, words), heapq.nlargest(0, words),
      heapq.nlargest(99, [2, 1]))
print("nsmallest:", heapq.nsmallest(3, words, key=len), heapq.nsmallest(1, words), heapq.nsmallest(-1, words),
      heapq.nsmallest(2, iter("zxy")))
print("stable:", heapq.nsmallest(4, [(1, "a"), (0, "b"), (1, "c"), (0, "d")], key=lambda p: p[0]),
      heapq.nlargest(3, [(1, "a"), (0, "b"), (1, "c")], key=lambda p: p[0]))
attempt("nlargest empty one", heapq.nlargest, 1, [])

print("merge:", list(heapq.merge([1, 4, 7], (2, 5), iter([0, 9]), [])), list(heapq.merge()))
print("merge reversed:", list(heapq.merge([7, 3, 1], [9, 2], reverse=True)))
print("merge by key:", list(heapq.merge(["a", "ccc"], ["bb", "dddd"], ["q"], key=len)),
      list(heapq.merge(["xx", "a"], ["bbb"], key=len, reverse=True)))
print("merge is stable:", list(heapq.merge([(1, "first")], [(1, "second")], key=lambda p: p[0])))
print("merge is lazy:", list(itertools.islice(heapq.merge(itertools.count(0, 3), itertools.count(1, 3)), 7)))
pulled = []


def source(name, items):
    for item in items:
        pulled.append(f"{name}{item}")
        yield item


merged = heapq.merge(source("a", [1, 3]), source("b", [2]))
print("first:", next(merged), pulled, "second:", next(merged), pulled)


class Task:
    comparisons = []

    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        Task.comparisons.append((self.name, other.name))
        return self.priority < other.priority


queue = []
for priority, name in ((5, "e"), (1, "a"), (3, "c"), (1, "b"), (2, "d")):
    heapq.heappush(queue, Task(priority, name))
print("push comparisons:", Task.comparisons)
Task.comparisons.clear()
print("task order:", [heapq.heappop(queue).name for _ in range(5)], len(Task.comparisons))
counter = itertools.count()
entries = []
for job in ("write", "read", "close"):
    heapq.heappush(entries, (len(job) % 2, next(counter), job))
print("tie breaking:", [heapq.heappop(entries)[-1] for _ in range(3)])


class Shrinks:
    def __init__(self, target):
        self.target = target

    def __lt__(self, other):
        self.target.clear()
        return True


victim = []
victim.extend(Shrinks(victim) for _ in range(5))
attempt("changed during comparison", heapq.heapify, victim)
