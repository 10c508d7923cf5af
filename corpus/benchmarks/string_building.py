# harness:
#   description: building strings by +=, join, StringIO, f-strings, format, percent and translate, with checksums
#   tags: [benchmark, strings]
#   args: {small: ["150"], full: ["34000"]}
"""Different ways to put text together."""
import sys
from io import StringIO
from zlib import crc32


def check(name, text):
    print(f"{name:<10} {len(text):8} {crc32(text.encode()):10} {text[:12]!r} {text[-8:]!r}")


n = int(sys.argv[1])
text = ""
for i in range(n // 4):
    text += str(i) + ","
check("plus", text)
check("join", ",".join([str(i) for i in range(n)]) + ",")
stream = StringIO()
for i in range(n):
    stream.write(str(i))
    stream.write(",")
check("StringIO", stream.getvalue())
check("fstring", "".join(f"{i},{i:>5}|{i / 7:.3f}|{i:x}|{i!r:<4}\n" for i in range(n)))
check("format", "".join("{0},{0:>5}|{1:.3f}|{0:x}|{0!r:<4}\n".format(i, i / 7) for i in range(n)))
check("percent", "".join("%d,%5d|%.3f|%x|%-4r\n" % (i, i, i / 7, i, i) for i in range(n)))
check("unicode", "".join(chr(0x3B1 + i % 24) + chr(0x1F600 + i % 50) + chr(97 + i % 26) for i in range(n)))
table = str.maketrans({"0": "zero ", "1": None, "2": "Z", "3": 0x416})
check("translate", text.translate(table))
parts = []
for i in range(n):
    word = "abcdefghij"[i % 10:] + "xyz"[:i % 4]
    parts.append(word.upper() if i % 3 else word[::-1])
check("slices", "-".join(parts))
check("repeat", "".join("ab" * (i % 5) + "." for i in range(n)))
check("bytes", bytes(bytearray(b"".join(b"%d;" % i for i in range(n)))).decode())
check("center", "".join(str(i).center(9, "*") + str(i).zfill(7) + str(i).rjust(6) for i in range(n)))
