# harness:
#   description: hashlib - every guaranteed algorithm, incremental updates, copies, key derivation
#   tags: [module:hashlib]
import hashlib
import io


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


SAMPLES = [b"", b"abc", b"a" * 1000, bytes(range(256))]
for name in sorted(hashlib.algorithms_guaranteed):
    made = hashlib.new(name)
    print(name, made.digest_size, made.block_size, made.name)
    for sample in SAMPLES:
        digest = hashlib.new(name, sample)
        text = digest.hexdigest(8) if name.startswith("shake") else digest.hexdigest()
        print("   ", len(sample), text[:32])

running = hashlib.sha256()
for piece in (b"he", bytearray(b"ll"), memoryview(b"o")):
    running.update(piece)
twin = running.copy()
twin.update(b"!")
print("incremental:", running.hexdigest() == hashlib.sha256(b"hello").hexdigest(),
      twin.hexdigest() == hashlib.sha256(b"hello!").hexdigest())
print("digest twice:", running.digest() == running.digest(), running.digest().hex()[:8])
print("large pieces:", hashlib.md5(b"x" * 100_000).hexdigest(),
      hashlib.sha3_256(b"y" * 50_001).hexdigest()[:16])
attempt("text", hashlib.sha256, "text")
attempt("none", hashlib.sha256, None)
attempt("int", running.update, 5)
attempt("unknown name", hashlib.new, "sha257")
attempt("name type", hashlib.new, 5)
attempt("case", lambda: hashlib.new("SHA256", b"").hexdigest()[:8])
attempt("usedforsecurity", lambda: hashlib.md5(b"", usedforsecurity=False).hexdigest())

shake = hashlib.shake_128(b"stretch")
print("shake:", shake.hexdigest(4), shake.hexdigest(40), shake.digest(0), shake.digest_size)
attempt("shake needs length", shake.digest)

print("blake2:", hashlib.blake2b(b"x", digest_size=8).hexdigest(),
      hashlib.blake2s(b"x", key=b"secret", salt=b"12345678", person=b"me").hexdigest()[:20])
print("blake2 tree:", hashlib.blake2b(b"leaf", fanout=2, depth=2, leaf_size=4096, node_offset=1, node_depth=0,
                                      inner_size=64, last_node=True).hexdigest()[:20])
attempt("digest size", hashlib.blake2b, digest_size=65)
attempt("key length", hashlib.blake2s, key=b"k" * 33)
attempt("salt length", hashlib.blake2s, salt=b"s" * 9)
attempt("depth", hashlib.blake2b, depth=0)
print("blake2 constants:", hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2b.MAX_KEY_SIZE,
      hashlib.blake2b.SALT_SIZE, hashlib.blake2s.PERSON_SIZE)

print("pbkdf2:", hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 10).hex(),
      hashlib.pbkdf2_hmac("sha1", b"p", b"s", 3, dklen=50).hex()[:20])
attempt("pbkdf2 iterations", hashlib.pbkdf2_hmac, "sha256", b"p", b"s", 0)
attempt("pbkdf2 algorithm", hashlib.pbkdf2_hmac, "nonesuch", b"p", b"s", 1)
attempt("pbkdf2 text", hashlib.pbkdf2_hmac, "sha256", "p", b"s", 1)
attempt("pbkdf2 length", hashlib.pbkdf2_hmac, "sha256", b"p", b"s", 1, dklen=0)
if hasattr(hashlib, "scrypt"):
    print("scrypt:", hashlib.scrypt(b"password", salt=b"NaCl", n=16, r=8, p=1, dklen=16).hex())

data = io.BytesIO(b"file content" * 1000)
print("file digest:", hashlib.file_digest(data, "sha256").hexdigest()[:16],
      hashlib.sha256(data.getvalue()).hexdigest()[:16])
print("file with constructor:", hashlib.file_digest(io.BytesIO(b"abc"), hashlib.md5).hexdigest())
with open("data.bin", "wb") as stream:
    stream.write(b"on disk")
with open("data.bin", "rb") as stream:
    print("real file:", hashlib.file_digest(stream, lambda: hashlib.new("sha1")).hexdigest())
try:
    hashlib.file_digest(io.StringIO("x"), "md5")
except ValueError as error:
    print("text file:", type(error).__name__)
print("available:", hashlib.algorithms_guaranteed <= hashlib.algorithms_available,
      len(hashlib.algorithms_guaranteed))
