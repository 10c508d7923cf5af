# harness:
#   description: spelling corrector with edit distance, keyboard-weighted costs, a BK tree and phonetic keys
#   tags: [program, text, dynamic-programming, tree]
"""Spelling suggestions computed in four ways over one small dictionary."""
import bisect
import string
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import product

TEXT = """
the quick brown fox jumps over the lazy dog while the patient gardener waters seven yellow flowers and a dozen
green beans the weather is pleasant in the morning but thunder follows before evening so the farmer hurries
home with a wagon full of barley wheat and corn the children laugh and receive bread butter honey and believe
stories of a distant kingdom where the library keeps a thousand ancient letters
written by scientists and separate rooms
"""
COUNTS = Counter(TEXT.split())
WORDS = sorted(COUNTS)


def edits(word):
    """All words one insertion, deletion, swap or replacement away."""
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    yield from (a + b[1:] for a, b in splits if b)
    yield from (a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1)
    for (a, b), c in product(splits, string.ascii_lowercase):
        if b:
            yield a + c + b[1:]
        yield a + c + b


def correct(word):
    for pool in ({word}, set(edits(word)), {e2 for e1 in edits(word) for e2 in edits(e1)} if len(word) < 6
                 else set()):
        known = pool & COUNTS.keys()
        if known:
            return min(known, key=lambda w: (-COUNTS[w], w))
    return word


@lru_cache(maxsize=None)
def distance(a, b):
    """Optimal string alignment distance."""
    previous, row = None, list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        older, previous, row = previous, row, [i]
        for j, cb in enumerate(b, 1):
            cost = min(previous[j] + 1, row[-1] + 1, previous[j - 1] + (ca != cb))
            if i > 1 and j > 1 and ca == b[j - 2] and cb == a[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


class BKTree:
    def __init__(self, words, metric):
        self.metric, self.size = metric, 0
        self.root = None
        for word in words:
            self.add(word)

    def add(self, word):
        self.size += 1
        if self.root is None:
            self.root = (word, {})
            return
        node = self.root
        while True:
            step = self.metric(word, node[0])
            if step not in node[1]:
                node[1][step] = (word, {})
                return
            node = node[1][step]

    def search(self, word, limit):
        stack, visited = [self.root], 0
        found = []
        while stack:
            here, children = stack.pop()
            visited += 1
            step = self.metric(word, here)
            if step <= limit:
                found.append((step, here))
            stack.extend(child for d, child in children.items() if step - limit <= d <= step + limit)
        return sorted(found), visited

    def depth(self, node=None):
        node = node or self.root
        return 1 + max(map(self.depth, node[1].values()), default=0)


def soundex(word):
    table = str.maketrans("bfpvcgjkqsxzdtlmnr", "111122222222334556")
    coded = word.translate(table)
    out = []
    last = coded[0]
    for original, code in zip(word[1:], coded[1:]):
        if code.isdigit() and code != last:
            out.append(code)
        if original not in "hw":
            last = code
    return (word[0].upper() + "".join(out) + "000")[:4]


ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
PLACES = {c: (r, i + r * 0.5) for r, row in enumerate(ROWS) for i, c in enumerate(row)}


def keyboard(a, b):
    """Edit distance where neighbouring keys are cheap to confuse."""
    def swap(x, y):
        (r1, c1), (r2, c2) = PLACES[x], PLACES[y]
        return min(1.0, ((r1 - r2) ** 2 + (c1 - c2) ** 2) ** 0.5 / 3)
    row = [float(j) for j in range(len(b) + 1)]
    for i, x in enumerate(a, 1):
        previous, row = row, [float(i)]
        for j, y in enumerate(b, 1):
            row.append(min(previous[j] + 1, row[-1] + 1, previous[j - 1] + swap(x, y)))
    return row[-1]


print("dictionary:", len(WORDS), "words; top:", COUNTS.most_common(5))
tree = BKTree(WORDS, distance)
print("tree depth:", tree.depth(), "root:", tree.root[0], "children at", sorted(tree.root[1]))
sounds = defaultdict(list)
for word in WORDS:
    sounds[soundex(word)].append(word)

MISSPELLED = """
teh quik beleive recieve libary sciantist thunnder seperate flwoers honney kingdum xyzzy anshent lafg whete
"""
print(f"{'typed':<10} {'edits':<10} {'tree <= 2':<28} visited  {'sound':<18} keyboard")
for typed in MISSPELLED.split():
    found, visited = tree.search(typed, 2)
    near = " ".join(f"{w}:{d}" for d, w in found[:3])
    key = soundex(typed)
    best = min(WORDS, key=lambda w: (keyboard(typed, w), w))
    print(f"{typed:<10} {correct(typed):<10} {near:<28} {visited:>7}  "
          f"{key + ' ' + ','.join(sounds[key][:2]):<18} "
          f"{best} {keyboard(typed, best):.3f}")

print("linear search agrees:", all(
    tree.search(t, 2)[0] == sorted((distance(t, w), w) for w in WORDS if distance(t, w) <= 2)
    for t in MISSPELLED.split()))
print("symmetric:", all(distance(a, b) == distance(b, a) for a, b in product(WORDS[:12], repeat=2)))
pairs = [("", ""), ("", "abc"), ("ca", "abc"), ("abcdef", "badcfe"), ("flaw", "lawn"), ("same", "same")]
print("distances:", [(a, b, distance(a, b)) for a, b in pairs])
print("edit counts:", {w: (len(list(edits(w))), len(set(edits(w)))) for w in ("a", "ab", "word", "letters")})
print("soundex:", {w: soundex(w) for w in ("robert", "rupert", "tymczak", "ashcraft", "a", "lloyd", "gauss")})
print("same sound:", {k: v for k, v in sorted(sounds.items()) if len(v) > 1})


def with_prefix(prefix):
    low = bisect.bisect_left(WORDS, prefix)
    return WORDS[low:bisect.bisect_left(WORDS, prefix + "\uffff", lo=low)]


print("prefixes:", {p: with_prefix(p) for p in ("th", "b", "wh", "zz", "y")})
info = distance.cache_info()
print("cache:", info.currsize == info.misses, info.maxsize, distance.__name__,
      distance.__wrapped__("ab", "ba"))
