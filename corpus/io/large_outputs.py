# harness:
#   description: long lines and many writes to files and standard output arrive complete, counted and hashed
#   tags: [stdout, files]
import hashlib
import io
import os
import sys
import zlib


def numbers(count, seed=1):
    for _ in range(count):
        seed = seed * 48271 % 2147483647
        yield seed


digest = hashlib.sha256()
with open("large.txt", "w", encoding="utf-8", newline="\n") as stream:
    total = 0
    for index, number in enumerate(numbers(20000)):
        line = f"{index:05d} {number:010d} {'caf\u00e9' if number % 7 == 0 else 'plain'}\n"
        total += stream.write(line)
        digest.update(line.encode())
print("characters:", total, "bytes:", os.path.getsize("large.txt"))
with open("large.txt", "rb") as stream:
    print("digest:", hashlib.file_digest(stream, "sha256").hexdigest() == digest.hexdigest(),
          digest.hexdigest()[:16])
with open("large.txt", encoding="utf-8") as stream:
    lengths = {}
    for line in stream:
        lengths[len(line)] = lengths.get(len(line), 0) + 1
print("line lengths:", dict(sorted(lengths.items())))
with open("large.txt", "rb") as stream:
    crc = 0
    while chunk := stream.read(4093):
        crc = zlib.crc32(chunk, crc)
    print("crc:", hex(crc), stream.seek(-26, 2) > 0, stream.read())
with open("large.txt", "rb") as stream:
    middle = os.path.getsize("large.txt") // 2
    stream.seek(middle)
    stream.readline()
    print("line after the middle:", stream.readline())

block = bytes(number & 255 for number in numbers(1 << 14, 7))
with open("large.bin", "wb") as stream:
    for _ in range(40):
        stream.write(block)
with open("large.bin", "rb", buffering=0) as stream:
    pieces = [len(stream.read(100_000)) for _ in range(8)]
print("binary:", os.path.getsize("large.bin"), pieces, zlib.adler32(block))

buffer = io.BytesIO()
for number in numbers(5000):
    buffer.write(number.to_bytes(4, "little"))
print("memory:", buffer.tell(), zlib.crc32(buffer.getbuffer()),
      int.from_bytes(buffer.getvalue()[-4:], "little"))
text = io.StringIO()
for number in numbers(5000):
    print(number % 10, end="", file=text)
print("digits:", len(text.getvalue()), text.getvalue()[:30],
      hashlib.md5(text.getvalue().encode(), usedforsecurity=False).hexdigest())
joined = "".join(map(chr, (0x21 + number % 90 for number in numbers(2000))))
print(joined)
sys.stdout.write("=" * 1000 + "\n")
for index, number in enumerate(numbers(120, 99)):
    print(index, number, end="; " if index % 6 else ";\n")
sys.stdout.write("".join(f"{number:x}," for number in numbers(100, 5)))
print(flush=True)
sys.stdout.buffer.write(b"".join(b"%d\n" % (number % 1000) for number in numbers(60, 3)))
