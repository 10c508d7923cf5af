# harness:
#   description: bisect - left and right edges, keys, lo/hi, custom sequences, comparison direction
#   tags: [module:bisect, ordering]
import bisect

scores = [10, 20, 20, 20, 30]
for needle in (5, 10, 20, 25, 30, 31):
    print(needle, "left", bisect.bisect_left(scores, needle), "right", bisect.bisect_right(scores, needle),
          "alias", bisect.bisect(scores, needle))
print("lo/hi:", bisect.bisect_left(scores, 20, 2), bisect.bisect_right(scores, 20, 0, 2),
      bisect.bisect_left(scores, 99, lo=1, hi=3))


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


attempt("negative lo", bisect.bisect_left, scores, 20, -1)
attempt("hi past end", bisect.bisect_left, [1, 2], 5, 0, 4)
attempt("mixed types", bisect.bisect_left, [1, 2, 3], "2")
attempt("missing needle", bisect.bisect_left, scores)
attempt("None hi", bisect.bisect_right, scores, 20, 0, None)


class Logged:
    """Remembers which side of a comparison it was on."""

    log = []

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Logged.log.append(f"{self.value}<{other.value}")
        return self.value < other.value


items = [Logged(n) for n in range(0, 16, 2)]
print("left position:", bisect.bisect_left(items, Logged(7)), Logged.log)
Logged.log.clear()
print("right position:", bisect.bisect_right(items, Logged(8)), Logged.log)

words = ["fig", "kiwi", "apple", "banana"]
calls = []


def measured(word):
    calls.append(word)
    return len(word)


print("key left:", bisect.bisect_left(words, 5, key=measured), calls)
calls.clear()
bisect.insort(words, "grape", key=measured)
print("insort key:", words, calls)
bisect.insort_left(words, "peach", key=len)
bisect.insort_right(words, "melon", lo=1, key=len)
print("insort left and right:", words)


class Squares:
    """A lazy sequence: only length and item access."""

    def __len__(self):
        return 10 ** 9

    def __getitem__(self, index):
        return index * index


print("lazy:", bisect.bisect_left(Squares(), 10 ** 12), bisect.bisect_left(Squares(), 10 ** 12 + 1))


class Recorder(list):
    def insert(self, index, value):
        print("insert called", index, value)
        super().insert(index, value)


recorder = Recorder([1, 3])
bisect.insort(recorder, 2)
print("recorder:", recorder)
descending = [9, 7, 5, 1]
print("descending by negated key:", bisect.bisect_left(descending, -6, key=lambda n: -n))
print("grades:", ["FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in (33, 99, 77, 70, 89, 90, 100)])
print("NaN:", bisect.bisect_left([1.0, 2.0, 3.0], float("nan")),
      bisect.bisect_right([1.0, 2.0, 3.0], float("nan")))
