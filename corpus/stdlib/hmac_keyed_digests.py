# harness:
#   description: hmac - published vectors, key lengths, incremental use, one-shot digest, compare_digest rules
#   tags: [module:hmac, module:hashlib]
import hashlib
import hmac


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


VECTORS = [
    (b"\x0b" * 20, b"Hi There"), (b"Jefe", b"what do ya want for nothing?"), (b"\xaa" * 20, b"\xdd" * 50),
    (b"\xaa" * 131, b"Test Using Larger Than Block-Size Key - Hash Key First"), (b"", b""),
]
for algorithm in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2s"):
    for key, message in VECTORS:
        made = hmac.new(key, message, algorithm)
        one_shot = hmac.digest(key, message, algorithm)
        print(algorithm, len(key), made.hexdigest()[:24], one_shot == made.digest(), made.digest_size,
              made.block_size, made.name)

mac = hmac.new(b"key", digestmod=hashlib.sha256)
mac.update(b"The quick brown fox ")
fork = mac.copy()
mac.update(bytearray(b"jumps over the lazy dog"))
print("incremental:", mac.hexdigest())
print("fork:", fork.hexdigest() == hmac.new(b"key", b"The quick brown fox ", "sha256").hexdigest(),
      fork.digest() != mac.digest())
print("digestmod kinds:", {hmac.new(b"k", b"m", mod).hexdigest()[:10]
                           for mod in ("sha1", hashlib.sha1, lambda d=b"": hashlib.new("sha1", d))})
attempt("no digestmod", hmac.new, b"k", b"m")
attempt("text key", hmac.new, "k", b"m", "sha256")
attempt("text message", hmac.new, b"k", "m", "sha256")
attempt("unknown", hmac.new, b"k", b"m", "nonesuch")
attempt("update with None", mac.update, None)
attempt("one-shot text", hmac.digest, b"k", "m", "sha256")
attempt("bytearray key", lambda: hmac.new(bytearray(b"k"), b"m", "md5").hexdigest()[:8])
attempt("memoryview message", lambda: hmac.new(b"k", memoryview(b"m"), "md5").hexdigest()[:8])


def by_hand(key, message, name):
    block = hashlib.new(name).block_size
    key = hashlib.new(name, key).digest() if len(key) > block else key
    key = key.ljust(block, b"\0")
    inner = hashlib.new(name, bytes(b ^ 0x36 for b in key) + message).digest()
    return hashlib.new(name, bytes(b ^ 0x5C for b in key) + inner).hexdigest()


print("by hand:", [by_hand(k, m, n) == hmac.new(k, m, n).hexdigest() for n in ("md5", "sha256", "sha512")
                   for k, m in VECTORS])

print("compare:", hmac.compare_digest(b"abc", b"abc"), hmac.compare_digest(b"abc", b"abd"),
      hmac.compare_digest(b"abc", b"abcd"),
      hmac.compare_digest("text", "text"), hmac.compare_digest(bytearray(b"x"), b"x"),
      hmac.compare_digest(b"", b""))
attempt("compare mixed", hmac.compare_digest, "a", b"a")
attempt("compare non-ascii", hmac.compare_digest, "é", "é")
attempt("compare numbers", hmac.compare_digest, 1, 1)
attempt("compare lists", hmac.compare_digest, [1], [1])


class Text(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


print("subclass comparison ignores __eq__:", hmac.compare_digest(Text("a"), Text("b")))
print("sizes:", hmac.digest_size, hmac.HMAC.blocksize, hmac.trans_36[:3], hmac.trans_5C[:3])
print("block size of sha3:", hmac.new(b"k", b"", "sha3_512").block_size)


class Odd:
    """A hash object without a block size."""

    digest_size = 4

    def __init__(self, data=b""):
        self.data = data

    def update(self, data):
        self.data += data

    def copy(self):
        return Odd(self.data)

    def digest(self):
        return sum(self.data).to_bytes(4, "big")


import warnings  # noqa: E402

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    odd = hmac.new(b"k", b"m", Odd)
    print("own digest:", odd.digest(), [w.category.__name__ for w in caught])
