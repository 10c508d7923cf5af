# harness:
#   description: secrets - lengths, alphabets and ranges of what is made, comparison, argument errors
#   tags: [module:secrets]
import base64
import re
import secrets
import string


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


for size in (0, 1, 16, 33, None):
    token, text, url = secrets.token_bytes(size), secrets.token_hex(size), secrets.token_urlsafe(size)
    print("sizes:", size, type(token).__name__, len(token), len(text), len(url),
          bool(re.fullmatch("[0-9a-f]*", text)), bool(re.fullmatch("[-_A-Za-z0-9]*", url)),
          len(base64.urlsafe_b64decode(url + "=" * (-len(url) % 4))))
attempt("negative bytes", secrets.token_bytes, -1)
attempt("float bytes", secrets.token_bytes, 1.5)
attempt("text bytes", secrets.token_hex, "8")
print("different:", len({secrets.token_bytes(16) for _ in range(200)}),
      len({secrets.randbits(64) for _ in range(200)}))
print("default entropy:", secrets.DEFAULT_ENTROPY)
seen = {secrets.randbelow(6) for _ in range(500)}
print("randbelow:", sorted(seen), secrets.randbelow(1), all(0 <= secrets.randbelow(10 ** 40) < 10 ** 40
                                                            for _ in range(50)))
for bad in (0, -5, 1.5, "3"):
    attempt(f"randbelow {bad!r}", secrets.randbelow, bad)
print("randbits:", secrets.randbits(0), all(secrets.randbits(8) < 256 for _ in range(200)),
      max(secrets.randbits(100) for _ in range(50)).bit_length() > 90)
attempt("randbits negative", secrets.randbits, -1)
print("choice:", sorted({secrets.choice("abc") for _ in range(200)}), secrets.choice([7]),
      sorted({secrets.choice(range(3)) for _ in range(100)}))
for bad in ("", [], {1, 2}, {"a": 1}, 5):
    attempt(f"choice {type(bad).__name__}", secrets.choice, bad)
print("compare:", secrets.compare_digest("abc", "abc"), secrets.compare_digest(b"abc", b"abd"),
      secrets.compare_digest("", "x"))
attempt("compare mixed", secrets.compare_digest, "a", b"a")
attempt("compare non-ascii", secrets.compare_digest, "é", "é")
generator = secrets.SystemRandom()
shuffled = list(range(20))
generator.shuffle(shuffled)
print("system:", sorted(shuffled) == list(range(20)), 0 <= generator.random() < 1,
      len(generator.sample(range(100), 5)), len(generator.choices("ab", k=4)))
attempt("state", generator.getstate)
attempt("set state", generator.setstate, None)
password = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(20))
print("password:", len(password), password.isalnum(), sorted(secrets.__all__))
counts = [0] * 8
for byte in secrets.token_bytes(4000):
    counts[byte & 7] += 1
print("spread is even enough:", all(350 < count < 650 for count in counts), sum(counts))
