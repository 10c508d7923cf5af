# harness:
#   description: SHA-256 and Adler-like checksums in pure Python with 32-bit masks, compared with hashlib
#   tags: [benchmark, bits, bytes]
#   args: {small: ["300"], full: ["42000"]}
"""Hash functions written with plain integers."""
import hashlib
import sys
import zlib
from math import isqrt

MASK = 0xFFFFFFFF


def primes():
    n = 2
    while True:
        if all(n % d for d in range(2, isqrt(n) + 1)):
            yield n
        n += 1


def root_bits(n, power):
    """First 32 bits of the fraction of the square or cube root."""
    low, high = 0, n << 33
    target = n << (32 * power)
    while low < high - 1:
        middle = (low + high) // 2
        if middle ** power <= target:
            low = middle
        else:
            high = middle
    return low & MASK


FIRST = [p for p, _ in zip(primes(), range(64))]
K = [root_bits(p, 3) for p in FIRST]
START = [root_bits(p, 2) for p in FIRST[:8]]


def rotate(x, n):
    return ((x >> n) | (x << (32 - n))) & MASK


def sha256(message):
    length = len(message) * 8
    message += b"\x80" + bytes((55 - len(message)) % 64) + length.to_bytes(8, "big")
    state = START[:]
    for offset in range(0, len(message), 64):
        w = [int.from_bytes(message[i:i + 4], "big") for i in range(offset, offset + 64, 4)]
        for i in range(16, 64):
            x, y = w[i - 15], w[i - 2]
            s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >> 3)
            s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >> 10)
            w.append((w[i - 16] + s0 + w[i - 7] + s1) & MASK)
        a, b, c, d, e, f, g, h = state
        for k, word in zip(K, w):
            t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + k + word
            t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
            h, g, f, e, d, c, b, a = g, f, e, (d + t1) & MASK, c, b, a, (t1 + t2) & MASK
        state = [(old + new) & MASK for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(word.to_bytes(4, "big") for word in state)


def adler(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def fnv(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


size = int(sys.argv[1])
data = bytes((i * i + 7 * i) % 251 for i in range(size))
print("constants:", hex(K[0]), hex(K[63]), hex(START[7]))
for message in (b"", b"abc", b"x" * 55, b"x" * 56, data):
    digest = sha256(message)
    print(len(message), digest.hex(), digest == hashlib.sha256(message).digest())
print("adler:", adler(data), adler(data) == zlib.adler32(data), "fnv:", f"{fnv(data):016x}")
