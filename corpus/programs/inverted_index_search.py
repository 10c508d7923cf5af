# harness:
#   description: full text search with inverted index, boolean queries, phrases, wildcards, tf-idf ranking and pickling
#   tags: [program, text, sets, pickle]
"""A miniature search engine."""
import fnmatch
import io
import math
import pickle
import re
from array import array
from collections import defaultdict
from functools import reduce
from heapq import nlargest

DOCUMENTS = {
    "sea.txt": "The old sailor told of storms at sea, and of a lighthouse that blinked through the storm.",
    "farm.txt": "Storms ruined the barley; the farmer told his sons to sow wheat before the next storm "
                "season.",
    "city.txt": "City lights blinked all night. The night watchman told stories about the old city walls.",
    "night.txt": "At night the sea is black, the stars are white, and the lighthouse keeps the night at bay.",
    "empty.txt": "",
    "list.txt": "wheat barley corn oats wheat wheat rye",
}
STOP = frozenset("the of a and at is to his that are all about".split())


def stem(word):
    for suffix, replacement in (("ies", "y"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")):
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            return word.removesuffix(suffix) + replacement
    return word


class Index:
    def __init__(self):
        self.names = []
        self.lengths = array("H")
        self.postings = defaultdict(dict)

    def add(self, name, text):
        number = len(self.names)
        self.names.append(name)
        position = -1
        for position, match in enumerate(re.finditer(r"[a-z]+", text.lower())):
            word = match[0]
            if word not in STOP:
                self.postings[stem(word)].setdefault(number, array("H")).append(position)
        self.lengths.append(position + 1)

    def docs(self, term):
        if "*" in term or "?" in term:
            terms = fnmatch.filter(self.postings, term)
            return set().union(*(self.postings[t] for t in terms))
        return set(self.postings.get(stem(term), ()))

    def phrase(self, words):
        content = [(offset, stem(w)) for offset, w in enumerate(words) if w not in STOP]
        if not content:
            return set()
        shared = reduce(set.intersection, (set(self.postings.get(w, ())) for _, w in content))
        return {d for d in shared
                if set.intersection(*({p - offset for p in self.postings[w][d]} for offset, w in content))}

    def score(self, terms, number):
        total = 0.0
        for term in terms:
            postings = self.postings.get(stem(term), {})
            if number in postings:
                frequency = len(postings[number]) / self.lengths[number]
                total += frequency * math.log(len(self.names) / len(postings))
        return total

    def search(self, text):
        tree = Query(text).parse()
        found = tree.run(self)
        terms = [t for t in tree.terms() if t.isalpha()]
        ranked = nlargest(5, found, key=lambda d: (self.score(terms, d), -d))
        return tree, [(self.names[d], round(self.score(terms, d), 5)) for d in ranked]


class Node:
    def __init__(self, kind, *parts):
        self.kind, self.parts = kind, parts

    def terms(self):
        for part in self.parts:
            if isinstance(part, Node):
                yield from part.terms()
            elif self.kind != "not":
                yield part

    def run(self, index):
        match self.kind, self.parts:
            case "term", (word,):
                return index.docs(word)
            case "phrase", words:
                return index.phrase(words)
            case "and", (left, right):
                return left.run(index) & right.run(index)
            case "or", (left, right):
                return left.run(index) | right.run(index)
            case "not", (inner,):
                return set(range(len(index.names))) - inner.run(index)

    def __repr__(self):
        if self.kind in ("term", "phrase"):
            return " ".join(self.parts).join('""' if self.kind == "phrase" else ("", ""))
        return f"({self.kind} {' '.join(map(repr, self.parts))})"


class Query:
    def __init__(self, text):
        self.tokens = re.findall(r'"[^"]*"|[()]|[\w*?]+|\S', text.lower())

    def parse(self):
        tree = self.either()
        if self.tokens:
            raise ValueError(f"unexpected {self.tokens[0]!r}")
        return tree

    def either(self):
        left = self.both()
        while self.tokens[:1] == ["or"]:
            self.tokens.pop(0)
            left = Node("or", left, self.both())
        return left

    def both(self):
        left = self.single()
        while self.tokens and self.tokens[0] not in ("or", ")"):
            if self.tokens[0] == "and":
                self.tokens.pop(0)
            left = Node("and", left, self.single())
        return left

    def single(self):
        if not self.tokens:
            raise ValueError("query ends too early")
        token = self.tokens.pop(0)
        if token == "not":
            return Node("not", self.single())
        if token == "(":
            tree = self.either()
            if self.tokens[:1] != [")"]:
                raise ValueError("missing )")
            self.tokens.pop(0)
            return tree
        if token.startswith('"') and len(token) > 1:
            return Node("phrase", *token.strip('"').split())
        if not re.fullmatch(r"[\w*?]+", token) or token in ("or", "and"):
            raise ValueError(f"unexpected {token!r}")
        return Node("term", token)


index = Index()
for name, text in DOCUMENTS.items():
    index.add(name, text)
print("terms:", len(index.postings), "lengths:", index.lengths, index.lengths.itemsize)
for term in ("storm", "night", "wheat"):
    print(term, {index.names[d]: p.tolist() for d, p in index.postings[term].items()})
for query in ["storm", "night and sea", "night or wheat", "not storm", "old (city or sea)", "told not storm",
              '"at night"',
              '"old the city"', '"wheat barley"', '"barley wheat"', "b*y", "w?? or ??e", "stor* not sea",
              "missing", '""',
              "NIGHT AND NOT (sea OR city)", "light* old", "farmers lighthouses"]:
    tree, hits = index.search(query)
    print(f"{query!r:30} {tree!r:34} {hits}")
for bad in ["(night", "night)", "or", "not", "", "night & sea", "night or or sea", '"open']:
    try:
        print(bad, index.search(bad))
    except ValueError as error:
        print(f"{bad!r}: {error}")

buffer = io.BytesIO()
pickle.dump(index, buffer)
buffer.seek(0)
copy = pickle.load(buffer)
print("pickled:", copy is not index, copy.postings == index.postings, copy.lengths == index.lengths,
      copy.postings.default_factory, copy.search("storm")[1] == index.search("storm")[1])
before = len(copy.postings)
print("defaultdict get does not add:", copy.docs("nothing"), len(copy.postings) == before,
      "nothing" in copy.postings)
try:
    copy.lengths.append(70_000)
except OverflowError as error:
    print("too long:", type(error).__name__)
print("stems:", {w: stem(w) for w in ("stories", "blinked", "storms", "red", "sing", "walking", "boxes",
                                      "is")})
