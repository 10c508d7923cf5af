# harness:
#   description: hashlib.shake_128 and shake_256 - lengths of digests, zero, long and of wrong type
#   tags: [module:hashlib]
import hashlib


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for name in ("shake_128", "shake_256"):
    shake = getattr(hashlib, name)(b"data")
    for length in (0, 1, 33, True, 2.0, "3", None):
        attempt(f"{name} {length!r}", shake.hexdigest, length)
    print(name, "prefix:", shake.digest(50).startswith(shake.digest(20)), shake.digest_size, shake.block_size)
