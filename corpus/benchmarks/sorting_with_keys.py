# harness:
#   description: sorting records with keys, stability passes, cmp_to_key, heapq, bisect, and hand-written sorts
#   tags: [benchmark, sorting]
#   args: {small: ["150"], full: ["10000"]}
"""Built-in and hand-written sorting."""
import sys
from bisect import insort
from functools import cmp_to_key
from heapq import heapify, heappop, merge, nsmallest
from operator import attrgetter, itemgetter


class Record:
    def __init__(self, number, name, score):
        self.number, self.name, self.score = number, name, score

    def __lt__(self, other):
        return (self.score, self.number) < (other.score, other.number)


def make(count):
    state = 7
    for number in range(count):
        state = (state * 1103515245 + 12345) % 2 ** 31
        high = state >> 8
        yield Record(number, f"n{high % 97:02}", high % 1009 / 8)


def quick(items):
    if len(items) < 2:
        return items
    pivot = items[len(items) // 2]
    return (quick([x for x in items if x < pivot]) + [x for x in items if x == pivot]
            + quick([x for x in items if x > pivot]))


def merge_sort(items):
    if len(items) < 2:
        return items
    left, right = merge_sort(items[:len(items) // 2]), merge_sort(items[len(items) // 2:])
    out, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            out.append(right[j])
            j += 1
        else:
            out.append(left[i])
            i += 1
    return out + left[i:] + right[j:]


def shell(items):
    items = items[:]
    gap = len(items) // 2
    while gap:
        for i in range(gap, len(items)):
            value, j = items[i], i
            while j >= gap and items[j - gap] > value:
                items[j] = items[j - gap]
                j -= gap
            items[j] = value
        gap = gap * 5 // 11 if gap != 2 else 1
    return items


def checksum(records):
    total = 0
    for position, record in enumerate(records):
        total = (total * 31 + record.number + position) % 1_000_000_007
    return total


records = list(make(int(sys.argv[1])))
print("natural:", checksum(sorted(records)), checksum(sorted(records, reverse=True)))
print("key:", checksum(sorted(records, key=lambda r: (r.name, -r.score))))
print("attrgetter:", checksum(sorted(records, key=attrgetter("name", "number"))))
passes = sorted(sorted(records, key=attrgetter("number"), reverse=True), key=attrgetter("name"))
print("stable passes:", checksum(passes), checksum(sorted(passes, key=attrgetter("score"), reverse=True)))


def compare(a, b):
    return (a.name > b.name) - (a.name < b.name) or (b.score > a.score) - (b.score < a.score)


print("cmp:", checksum(sorted(records, key=cmp_to_key(compare))))
scores = [r.score for r in records]
heap = scores[:]
heapify(heap)
expected = sorted(scores)
print("heap:", [heappop(heap) for _ in range(len(heap))] == expected)
print("hand-written:", quick(scores) == expected, merge_sort(scores) == expected, shell(scores) == expected,
      sum(expected))
tuples = [(r.name, r.score, r.number) for r in records]
print("tuples:", sorted(tuples)[:2], max(tuples), sorted(tuples, key=itemgetter(1, 2))[-1])
chunks = [sorted(tuples[i:i + 100]) for i in range(0, len(tuples), 100)]
print("merge:", list(merge(*chunks)) == sorted(tuples), [r.number for r in nsmallest(4, records)])
ordered = []
for score in scores[:2000]:
    insort(ordered, score)
print("insort:", ordered == sorted(scores[:2000]), ordered[len(ordered) // 2])
names = sorted({r.name for r in records}, key=lambda name: (name[-1], name))
print("names:", len(names), names[:5], sorted(map(str, range(15))), sorted("bAcB", key=str.swapcase))
