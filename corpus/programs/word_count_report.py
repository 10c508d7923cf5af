# harness:
#   description: word frequency program over files and stdin with options, Unicode words, ties and aligned report
#   tags: [program, text, argparse, counter]
#   argv: ["a.txt", "-", "missing.txt", "b.txt", "--top", "8", "--min-length", "3", "--stop", "the", "--stop=and"]
#   stdin: "Don't stop the music; don't STOP!\nNaïve café, naive cafe - naïve.\n"
#   files: {a.txt: "The cat and the hat.\nThe cat sat on the mat; the mat-maker's cat too.\n\n", b.txt: "one two  three\tthree\u00a0two\nStraße STRASSE straße\n\u0395\u03bb\u03bb\u03ac\u03b4\u03b1 \u0395\u039b\u039b\u0391\u0394\u0391 x1 2x 42 _hid_den_\nno newline at end"}
"""wc and word frequencies in one program."""
import argparse
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby, islice

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass
class Totals:
    name: str
    lines: int = 0
    words: int = 0
    chars: int = 0
    bytes: int = 0
    frequencies: Counter = field(default_factory=Counter, repr=False)

    def feed(self, line):
        self.lines += line.endswith("\n")
        self.words += len(line.split())
        self.chars += len(line)
        self.bytes += len(line.encode())
        self.frequencies.update(match[0].casefold() for match in WORD.finditer(line))

    def __add__(self, other):
        return Totals("total", self.lines + other.lines, self.words + other.words, self.chars + other.chars,
                      self.bytes + other.bytes, self.frequencies + other.frequencies)

    def row(self):
        return f"{self.lines:>6}{self.words:>6}{self.chars:>6}{self.bytes:>6} {self.name}"


def build_parser():
    parser = argparse.ArgumentParser(prog="words", description="Count words.", color=False)
    parser.add_argument("files", nargs="*", default=["-"], metavar="FILE", help="files to read, - for stdin")
    parser.add_argument("-n", "--top", type=int, default=10, help="how many words (default %(default)s)")
    parser.add_argument("--min-length", type=int, default=1, choices=range(1, 6), metavar="1..5")
    parser.add_argument("--stop", action="append", default=[], help="leave this word out")
    parser.add_argument("-v", "--verbose", action="count", default=0)
    return parser


def read(name):
    totals = Totals(name)
    if name == "-":
        for line in sys.stdin:
            totals.feed(line)
    else:
        with open(name, encoding="utf-8", newline="") as stream:
            for line in stream:
                totals.feed(line)
    return totals


def main(arguments=None):
    options = build_parser().parse_args(arguments)
    everything, failed = [], []
    for name in options.files:
        try:
            everything.append(read(name))
        except OSError as error:
            failed.append(name)
            print(f"words: {error.filename}: {type(error).__name__} {error.strerror}")
    total = sum(everything[1:], start=everything[0])
    for item in [*everything, total]:
        print(item.row())
    stop = {word.casefold() for word in options.stop}
    words = Counter({w: n for w, n in total.frequencies.items() if len(w) >= options.min_length
                     and w not in stop})
    print("-- most common (count, then alphabet)")
    ranking = sorted(words.items(), key=lambda item: (-item[1], item[0]))
    for word, number in islice(ranking, options.top):
        print(f"{number:>4} {word:<12}|{'=' * number}")
    print("-- most_common keeps first-seen order among ties:", words.most_common(5))
    print("-- by length")
    by_length = sorted(words, key=lambda w: (len(w), w))
    for length, group in groupby(by_length, key=len):
        group = list(group)
        print(f"{length:>3}: {len(group):2} {' '.join(group[:6])}")
    print("-- hapaxes:", sorted(w for w, n in words.items() if n == 1))
    return len(failed)


print("exit value:", main())
print("-- second run")
print(main(["b.txt", "-n3", "-vv"]))
print(build_parser().format_usage(), end="")
print(build_parser().format_help())
for bad in (["--top", "x"], ["--min-length", "9"], ["--nope"]):
    try:
        sys.stderr = sys.stdout
        build_parser().parse_args(bad)
    except SystemExit as error:
        print("exit code", error.code)
    finally:
        sys.stderr = sys.__stderr__

shapes = Counter(unicodedata.category(c) for c in open("b.txt", encoding="utf-8").read())
print("categories:", sorted(shapes.items()))
minus = Counter("mississippi") - Counter("miss")
print("counter algebra:", sorted(minus.items()), sorted((Counter("aab") & Counter("abb")).items()),
      sorted((Counter("aab") | Counter("abb")).items()), +Counter(a=2, b=0, c=-1), -Counter(a=2, b=0, c=-1))
