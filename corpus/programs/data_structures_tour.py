# harness:
#   description: LRU cache, trie, B-tree, bloom filter, Huffman coder and an interval map, each checked against a plain model
#   tags: [program, data, tree, bytes]
"""Six container classes with a random comparison against simple models."""
import heapq
import random
from bisect import bisect_left, bisect_right, insort
from collections import Counter, OrderedDict
from collections.abc import MutableMapping, MutableSet, Set
from hashlib import blake2b


class LRU(MutableMapping):
    def __init__(self, size):
        self.size, self._data, self.evicted = size, OrderedDict(), []

    def __getitem__(self, key):
        self._data.move_to_end(key)
        return self._data[key]

    def __setitem__(self, key, value):
        self._data[key] = value
        self._data.move_to_end(key)
        while len(self._data) > self.size:
            self.evicted.append(self._data.popitem(last=False)[0])

    def __delitem__(self, key):
        del self._data[key]

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"LRU({dict(self._data)})"


class Trie(MutableSet):
    def __init__(self, words=()):
        self.root, self.size = {}, 0
        for word in words:
            self.add(word)

    def _walk(self, prefix):
        node = self.root
        for char in prefix:
            node = node.get(char)
            if node is None:
                return None
        return node

    def add(self, word):
        node = self.root
        for char in word:
            node = node.setdefault(char, {})
        self.size += "" not in node
        node[""] = True

    def discard(self, word):
        trail, node = [], self.root
        for char in word:
            if char not in node:
                return
            trail.append((node, char))
            node = node[char]
        self.size -= node.pop("", False)
        for parent, char in reversed(trail):
            if parent[char]:
                break
            del parent[char]

    def __contains__(self, word):
        node = self._walk(word)
        return node is not None and "" in node

    def __iter__(self):
        return self.starting("")

    def starting(self, prefix):
        stack = [(prefix, self._walk(prefix) or {})]
        while stack:
            word, node = stack.pop()
            if "" in node:
                yield word
            stack.extend((word + c, child) for c, child in sorted(node.items(), reverse=True) if c)

    def __len__(self):
        return self.size

    def nodes(self):
        todo, total = [self.root], 0
        while todo:
            node = todo.pop()
            total += 1
            todo += [child for c, child in node.items() if c]
        return total


class BTree:
    """Sorted map with nodes of at most 2t - 1 keys."""

    def __init__(self, t=3):
        self.t, self.root, self.length = t, ([], [], []), 0

    def get(self, key, default=None):
        keys, values, children = self.root
        while True:
            at = bisect_left(keys, key)
            if at < len(keys) and keys[at] == key:
                return values[at]
            if not children:
                return default
            keys, values, children = children[at]

    def _split(self, parent, index):
        keys, values, children = parent[2][index]
        t = self.t
        right = keys[t:], values[t:], children[t:]
        parent[0].insert(index, keys[t - 1])
        parent[1].insert(index, values[t - 1])
        parent[2].insert(index + 1, right)
        del keys[t - 1:], values[t - 1:], children[t:]

    def __setitem__(self, key, value):
        if len(self.root[0]) == 2 * self.t - 1:
            self.root = ([], [], [self.root])
            self._split(self.root, 0)
        node = self.root
        while True:
            keys, values, children = node
            at = bisect_left(keys, key)
            if at < len(keys) and keys[at] == key:
                values[at] = value
                return
            if not children:
                keys.insert(at, key)
                values.insert(at, value)
                self.length += 1
                return
            if len(children[at][0]) == 2 * self.t - 1:
                self._split(node, at)
                if keys[at] < key:
                    at += 1
                elif keys[at] == key:
                    values[at] = value
                    return
            node = children[at]

    def items(self, node=None, low=None, high=None):
        keys, values, children = node or self.root
        start = bisect_left(keys, low) if low is not None else 0
        stop = bisect_right(keys, high) if high is not None else len(keys)
        for index in range(start, stop + 1):
            if children:
                yield from self.items(children[index], low, high)
            if index < stop:
                yield keys[index], values[index]

    def shape(self):
        level, out = [self.root], []
        while level:
            out.append([len(node[0]) for node in level])
            level = [child for node in level for child in node[2]]
        return out


class Bloom:
    def __init__(self, bits, hashes):
        self.bits, self.hashes, self.field = bits, hashes, 0

    def _places(self, item):
        digest = blake2b(item.encode(), digest_size=16).digest()
        a, b = int.from_bytes(digest[:8]), int.from_bytes(digest[8:], "little")
        return ((a + i * b) % self.bits for i in range(self.hashes))

    def add(self, item):
        for place in self._places(item):
            self.field |= 1 << place

    def __contains__(self, item):
        return all(self.field >> place & 1 for place in self._places(item))

    def __ior__(self, other):
        self.field |= other.field
        return self


def huffman(text):
    heap = [[count, index, char] for index, (char, count) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    while len(heap) > 1:
        low, high = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, [low[0] + high[0], low[1] + 1000, (low[2], high[2])])

    def codes(node, prefix):
        if isinstance(node, str):
            yield node, prefix or "0"
        else:
            yield from codes(node[0], prefix + "0")
            yield from codes(node[1], prefix + "1")
    return dict(codes(heap[0][2], ""))


class Intervals:
    def __init__(self):
        self.spans = []

    def add(self, low, high):
        merged = [s for s in self.spans if s[1] < low or s[0] > high]
        touching = [s for s in self.spans if s not in merged] + [(low, high)]
        insort(merged, (min(a for a, _ in touching), max(b for _, b in touching)))
        self.spans = merged

    def __contains__(self, x):
        at = bisect_right(self.spans, x, key=lambda s: s[0])
        return at > 0 and x <= self.spans[at - 1][1]


cache = LRU(3)
for key in "abcadbe":
    if key in cache:
        cache[key] += 1
    else:
        cache[key] = 1
print("lru:", cache, cache.evicted, cache.pop("e"), cache.setdefault("z", 9), list(cache), cache.get("q"),
      cache._data == {"d": 1, "b": 1, "z": 9})
trie = Trie("car card care cat dog do done".split())
trie.discard("card")
trie.discard("nothing")
trie |= {"zebra", "do"}
print("trie:", list(trie), len(trie), trie.nodes(), list(trie.starting("ca")), "do" in trie, "ca" in trie,
      trie & {"cat", "cow"} == {"cat"})
trie -= {"do", "done"}
print("trie sets:", sorted(trie ^ {"cat", "emu"}), trie <= set("car care cat dog zebra".split()),
      isinstance(trie, Set), trie.nodes())

rng, tree, model = random.Random(8), BTree(3), {}
for step in range(400):
    key = rng.randrange(150)
    tree[key] = model[key] = step
print("btree:", tree.shape(), tree.length == len(model), list(tree.items()) == sorted(model.items()),
      tree.get(77), tree.get(-1, "none"))
print("range:", list(tree.items(low=140, high=145)) == [(k, model[k]) for k in sorted(model)
                                                        if 140 <= k <= 145], list(tree.items(low=147)))
words = BTree(2)
for word in "the quick brown fox jumps over the lazy dog again".split():
    words[word] = (words.get(word) or 0) + 1
print("words:", words.shape(), dict(words.items(low="f", high="p")))

bloom, other = Bloom(512, 4), Bloom(512, 4)
for n in range(40):
    (bloom if n % 2 else other).add(f"item{n}")
bloom |= other
print("bloom:", bloom.field.bit_count(), all(f"item{n}" in bloom for n in range(40)),
      [n for n in range(40, 600) if f"item{n}" in bloom])
print("bits:", hex(bloom.field)[2:18], bloom.field.bit_length())

text = "she sells sea shells; ééé"
codes = huffman(text)
encoded = "".join(codes[c] for c in text)
decoded, buffer, reverse = [], "", {v: k for k, v in codes.items()}
for bit in encoded:
    buffer += bit
    if buffer in reverse:
        decoded.append(reverse[buffer])
        buffer = ""
print("huffman:", len(encoded), "".join(decoded) == text,
      sorted(codes.items(), key=lambda c: (len(c[1]), c))[:4], huffman("aaa"))
print("packed:", int(encoded, 2).to_bytes(-(-len(encoded) // 8)).hex())

spans = Intervals()
for low, high in [(5, 8), (20, 25), (1, 2), (8, 10), (24, 40), (3, 4), (0, 0)]:
    spans.add(low, high)
print("intervals:", spans.spans,
      [x for x in range(45) if x in spans] == [x for x in range(45) if any(a <= x <= b for a,
        b in spans.spans)])
for label, action in {"missing": lambda: cache["nope"], "delete": lambda: cache.__delitem__("nope"),
                      "remove": lambda: trie.remove("nope"),
                      "pop empty": lambda: Trie().pop(), "popitem": lambda: LRU(1).popitem(),
                      "mixed keys": lambda: tree.get("x"),
                      "unhashable": lambda: hash(trie)}.items():
    try:
        print(label, action())
    except Exception as error:
        print(f"{label}: {type(error).__name__}")
