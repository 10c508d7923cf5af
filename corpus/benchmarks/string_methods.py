# harness:
#   description: split, replace, find, strip, case, partition, count and predicate methods over generated sentences
#   tags: [benchmark, strings]
#   args: {small: ["40"], full: ["9000"]}
"""Method calls on many small strings."""
import sys
from collections import Counter

WORDS = """
Alpha beta GAMMA delta epsilon Zeta eta theta iota Kappa lambda straße ÉCOLE naïve 42 x9 _id ''
""".split()


def sentences(count):
    state = 17
    for _ in range(count):
        words = []
        for _ in range(9):
            state = (state * 1664525 + 1013904223) % 2 ** 32
            words.append(WORDS[(state >> 16) % len(WORDS)])
        yield "  " + " ".join(words) + ", end.\t"


n = int(sys.argv[1])
totals = Counter()
last = ""
for sentence in sentences(n):
    stripped = sentence.strip()
    words = stripped.split()
    totals["words"] += len(words)
    totals["upper"] += sum(word.isupper() for word in words)
    totals["alnum"] += sum(word.isalnum() for word in words)
    totals["title"] += sum(word.istitle() for word in words)
    totals["ident"] += sum(word.isidentifier() for word in words)
    totals["digits"] += sum(word.isdigit() for word in words)
    totals["lower eq"] += stripped.lower() == stripped.casefold()
    totals["find"] += stripped.find("eta") + stripped.rfind("a") + stripped.count("a")
    head, comma, tail = stripped.rpartition(", ")
    totals["tail"] += len(tail) + len(comma)
    totals["starts"] += head.startswith(("Alpha", "beta")) + head.endswith("42")
    swapped = head.swapcase().replace("E", "3").title()
    totals["swapped"] += len(swapped.encode("utf-8"))
    totals["cut"] += len(head.removeprefix("Alpha").removesuffix("iota"))
    totals["ords"] += sum(map(ord, swapped[:10]))
    totals["lines"] += len(stripped.replace(" ", "\r\n").splitlines())
    totals["compare"] += head < last
    totals["in"] += "theta" in head
    last = "-".join(sorted(words, key=str.lower))
for name, value in totals.items():
    print(f"{name:<9}{value}")
print(last, swapped, sep="\n")
