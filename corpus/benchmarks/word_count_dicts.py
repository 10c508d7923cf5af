# harness:
#   description: dictionary-heavy counting and grouping of generated words with dict, setdefault, defaultdict and Counter
#   tags: [benchmark, dict]
#   args: {small: ["500"], full: ["78000"]}
"""Frequencies, bigrams and an anagram index."""
import sys
from collections import Counter, defaultdict

SYLLABLES = "ka to mi re lu san do pe ri na chi bo".split()


def words(count):
    state = 99
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        high = state >> 33
        size = 1 + min(high % 7, high // 7 % 3)
        yield "".join(SYLLABLES[(high >> (4 * i + 3)) % 12] for i in range(size))


n = int(sys.argv[1])
text = list(words(n))
plain = {}
for word in text:
    if word in plain:
        plain[word] += 1
    else:
        plain[word] = 1
by_get = {}
for word in text:
    by_get[word] = by_get.get(word, 0) + 1
counter = Counter(text)
print("words:", len(text), "distinct:", len(plain), "same:", plain == by_get == counter)
print("top:", counter.most_common(6))
print("order kept:", list(plain)[:5] == list(dict.fromkeys(text))[:5] == list(counter)[:5])

bigrams = defaultdict(lambda: defaultdict(int))
for first, second in zip(text, text[1:]):
    bigrams[first][second] += 1
best = max(((a, b, c) for a, row in bigrams.items() for b, c in row.items()),
           key=lambda t: (t[2], t[0], t[1]))
print("bigrams:", sum(len(row) for row in bigrams.values()), best)

anagrams = {}
for word in plain:
    anagrams.setdefault("".join(sorted(word)), []).append(word)
biggest = max(anagrams.values(), key=lambda group: (len(group), group))
print("anagrams:", len(anagrams), len(biggest), sorted(biggest)[:4])

inverted = {}
for word, number in plain.items():
    inverted.setdefault(number, set()).add(word)
print("inverted:", [(k, len(v)) for k, v in sorted(inverted.items())][:6])
removed = 0
for word in list(plain):
    if plain[word] < 3:
        del plain[word]
        removed += 1
    elif len(word) % 3 == 0:
        plain[word + "!"] = plain.pop(word)
print("after edits:", removed, len(plain), sum(plain.values()), sum(w.endswith("!") for w in plain),
      next(reversed(plain))[-1:])
merged = plain | {w: -c for w, c in by_get.items() if w in plain}
print("merged:", len(merged), sum(merged.values()), (plain.keys() & by_get.keys()) <= merged.keys())
