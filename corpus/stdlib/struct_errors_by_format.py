# harness:
#   description: struct.pack - wrong values raise struct.error or TypeError, depending on the format
#   tags: [module:struct]
import struct


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


VALUES = (None, "x", b"ab", 1.5, 10 ** 40, [], True)
for fmt in "bBhHiIlLqQnN?cspPefd":
    for value in VALUES:
        attempt(f"{fmt} {str(value)[:9]!r}", lambda: type(struct.pack(fmt, value)).__name__)
