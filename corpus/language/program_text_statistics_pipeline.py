# harness:
#   description: everyday program - text statistics with generators, closures, sorting keys, slices
#   tags: [program, generators]
#   files:
#     poem.txt: "The wind was a torrent of darkness,\nthe moon was a ghostly ship;\n\n  \
#       The road was a ribbon, of moonlight --\nover the purple moor!\n"
#   argv: ["--top", "4", "poem.txt"]

import argparse
import re
from collections import Counter, defaultdict, namedtuple
from itertools import accumulate, chain, pairwise, zip_longest

Line = namedtuple("Line", "number text words")


def read_lines(path):
    with open(path, encoding="utf-8") as handle:
        for number, raw in enumerate(handle, start=1):
            text = raw.rstrip("\n")
            yield Line(number, text, re.findall(r"[a-z']+", text.lower()))


def windows(iterable, size):
    window = []
    for item in iterable:
        window = [*window[-(size - 1):], item]
        if len(window) == size:
            yield tuple(window)


def coroutine(function):
    def start(*args, **kwargs):
        gen = function(*args, **kwargs)
        next(gen)
        return gen
    return start


@coroutine
def running_average():
    total = count = 0
    average = None
    while True:
        value = yield average
        total, count = total + value, count + 1
        average = total / count


@coroutine
def broadcast(*targets):
    while True:
        item = yield
        for target in targets:
            target.send(item)


@coroutine
def collect(into, key):
    while True:
        into[key((item := (yield)))].append(item)


def make_scorer(weights, default=1):
    hits = 0

    def score(word):
        nonlocal hits
        hits += word[0] in weights
        return sum(weights.get(letter, default) for letter in word)
    score.hits = lambda: hits
    return score


def table(rows, headers):
    widths = [max(map(len, map(str, column))) for column in zip(headers, *rows)]
    for row in (headers, ["-" * w for w in widths], *rows):
        yield " | ".join(f"{cell!s:{'>' if isinstance(cell, (int, float)) else '<'}{width}}" for cell,
                         width in zip(row, widths))


parser = argparse.ArgumentParser(prog="stats")
parser.add_argument("path")
parser.add_argument("--top", type=int, default=3)
options = parser.parse_args()
lines = list(read_lines(options.path))
words = [*chain.from_iterable(line.words for line in lines)]
print(len(lines), len(words), len(set(words)), sum(map(len, words)), [len(line.words) for line in lines],
      [*accumulate(len(line.words) for line in lines)])
counts = Counter(words)
ranking = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:options.top]
print(*table([(word, n, f"{n / len(words):.1%}", round(n / len(words), 3)) for word, n in ranking],
             ("word", "count", "share", "ratio")), sep="\n")
average = running_average()
print([round(average.send(len(word)), 2) for word in words[:6]])
by_length, by_letter = defaultdict(list), defaultdict(list)
sink = broadcast(collect(by_length, len), collect(by_letter, lambda w: w[0]))
for word in dict.fromkeys(words):
    sink.send(word)
sink.close()
print({k: v[:3] for k, v in sorted(by_length.items())})
print({k: len(v) for k, v in sorted(by_letter.items())}, max(by_letter, key=lambda k: (len(by_letter[k]), k)))
print([" ".join(w) for w in windows(words, 3)][:3], list(pairwise(words))[-1],
      Counter(pairwise(words)).most_common(2))
score = make_scorer(dict.fromkeys("aeiou", 3))
print(sorted(set(words), key=lambda w: (-score(w), w))[:3], score.hits())
for line in lines:
    first, *_, last = line.words or ["-"] * 2
    shown = f"{line.number:02d} {line.text[:18]:<18}|{len(line.text):4}|{first[::-1]:>8}"
    print(f"{shown}|{last.title():^10}|{line.text.count('o')}")
columns = [line.words for line in lines if line.words]
print([" ".join(w or "." for w in row) for row in zip_longest(*columns)][-2:])
print(re.sub(r"\b(\w)(\w*)\b", lambda m: m[1].upper() + m[2], lines[0].text), lines[3].text.strip(" -"),
      lines[1].text.translate(str.maketrans("aeiou", "*" * 5)))
vowels = {w: sum(c in "aeiou" for c in w) for w in counts}
print(min(vowels, key=lambda w: (vowels[w], -len(w), w)),
      {n: sorted(w for w in vowels if vowels[w] == n)[:2] for n in sorted(set(vowels.values()))})
print(*(f"{word}{'s' * (n > 1)}:{'#' * n}" for word, n in ranking), sep=", ", end=".\n")
