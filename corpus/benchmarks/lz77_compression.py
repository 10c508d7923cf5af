# harness:
#   description: LZ77 with hash chains plus canonical Huffman coding in pure Python, round trip and sizes
#   tags: [benchmark, bytes, compression]
#   args: {small: ["600"], full: ["110000"]}
"""Compress generated text and expand it again."""
import heapq
import sys
from collections import Counter, defaultdict
from zlib import crc32


def sample(size):
    words = b"the quick brown compression window slides over text and the text repeats itself again ".split()
    out, state = bytearray(), 3
    while len(out) < size:
        state = (state * 1103515245 + 12345) % 2 ** 31
        out += words[(state >> 16) % len(words)] + (b" " if state >> 20 & 7 else b".\n")
    return bytes(out[:size])


def compress(data, window=4096, longest=66):
    chains = defaultdict(list)
    position = 0
    while position < len(data):
        best_length, best_distance = 0, 0
        key = data[position:position + 3]
        for start in reversed(chains[key][-8:]):
            if position - start > window:
                break
            length = 3
            while length < longest and position + length < len(data) and data[start + length] == data[position
                    + length]:
                length += 1
            if length > best_length:
                best_length, best_distance = length, position - start
        if best_length >= 3 and len(key) == 3:
            yield best_length, best_distance
            step = best_length
        else:
            yield data[position]
            step = 1
        for offset in range(position, position + step):
            chains[data[offset:offset + 3]].append(offset)
        position += step


def expand(tokens):
    out = bytearray()
    for token in tokens:
        if isinstance(token, int):
            out.append(token)
        else:
            length, distance = token
            for _ in range(length):
                out.append(out[-distance])
    return bytes(out)


def code_lengths(frequencies):
    heap = [(count, index, (symbol,)) for index, (symbol, count) in enumerate(sorted(frequencies.items()))]
    heapq.heapify(heap)
    lengths = dict.fromkeys(frequencies, int(len(heap) == 1))
    tie = len(heap)
    while len(heap) > 1:
        first, second = heapq.heappop(heap), heapq.heappop(heap)
        for symbol in first[2] + second[2]:
            lengths[symbol] += 1
        heapq.heappush(heap, (first[0] + second[0], tie, first[2] + second[2]))
        tie += 1
    return lengths


def canonical(lengths):
    codes, code, previous = {}, 0, 0
    for symbol, length in sorted(lengths.items(), key=lambda item: (item[1], item[0])):
        code <<= length - previous
        codes[symbol] = (code, length)
        code, previous = code + 1, length
    return codes


def huffman_encode(symbols, codes):
    bits, size = 0, 0
    out = bytearray()
    for symbol in symbols:
        code, length = codes[symbol]
        bits = bits << length | code
        size += length
        while size >= 8:
            size -= 8
            out.append(bits >> size)
            bits &= (1 << size) - 1
    if size:
        out.append(bits << (8 - size) & 255)
    return bytes(out)


def huffman_decode(data, codes, count):
    table = {(length, code): symbol for symbol, (code, length) in codes.items()}
    code = length = 0
    for byte in data:
        for shift in range(7, -1, -1):
            code, length = code << 1 | byte >> shift & 1, length + 1
            if (length, code) in table:
                yield table[length, code]
                code = length = 0
                count -= 1
                if not count:
                    return


data = sample(int(sys.argv[1]))
tokens = list(compress(data))
pairs = [t for t in tokens if isinstance(t, tuple)]
print("tokens:", len(tokens), "pairs:", len(pairs), "matched bytes:", sum(length for length, _ in pairs),
      pairs[-1])
print("expanded:", expand(tokens) == data, crc32(data))
symbols = [t if isinstance(t, int) else 256 + t[0] for t in tokens]
codes = canonical(code_lengths(Counter(symbols)))
encoded = huffman_encode(symbols, codes)
print("huffman:", len(encoded), crc32(encoded), list(huffman_decode(encoded, codes, len(symbols))) == symbols)
print("kraft:", sum(2.0 ** -length for _, length in codes.values()), "longest:",
      max(length for _, length in codes.values()))
print("codes:", [(s, f"{code:0{length}b}") for s,
                 (code, length) in sorted(codes.items(), key=lambda c: (c[1][1], c[0]))[:5]])
total = len(encoded) + 1.5 * len(pairs)
print(f"ratio: {len(data) / total:.4f}")
