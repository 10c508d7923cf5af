# harness:
#   description: binary seek, tell, truncate, sparse writes, readinto, peek, raw descriptors
#   tags: [files, binary]
import errno
import io
import os


def content():
    with open("data.bin", "rb") as stream:
        return stream.read()


with open("data.bin", "wb+") as stream:
    print("positions:", stream.tell(), stream.write(b"0123456789"), stream.tell(), stream.seek(3),
          stream.read(2), stream.seek(-2, os.SEEK_END), stream.read(), stream.seek(1),
          stream.seek(2, os.SEEK_CUR), stream.tell())
    stream.write(b"XY")
    stream.seek(20)
    stream.write(b"far")
    stream.seek(0)
    print("sparse:", stream.read())
    print("truncate:", stream.truncate(6), stream.tell(), stream.seek(0), stream.read(), stream.truncate(9),
          stream.seek(0), stream.read(), stream.seek(4), stream.truncate(), stream.tell())
    stream.seek(0, 2)
    stream.write(bytes([255, 0]))
print("content:", content())

with open("data.bin", "wb") as stream:
    stream.write(b"abcdefghij" * 3)
with open("data.bin", "rb+", buffering=4) as stream:
    print("interleaved:", stream.read(2), stream.write(b"--"), stream.read(1), stream.tell(),
          stream.peek(2)[:2], stream.seek(-3, 1), stream.read(5), stream.write(b"!"), stream.tell())
    stream.seek(0)
    print("after:", stream.readline(12), stream.read1(3), stream.read(0), len(stream.read()), stream.read(1))
stream = open("data.bin", "rb")
target = bytearray(b"........")
print("readinto:", stream.readinto(target), bytes(target), stream.readinto(memoryview(target)[2:5]),
      bytes(target), stream.readinto(bytearray()), type(stream).__name__, type(stream.raw).__name__)
raw = stream.detach()
print("detach:", type(raw).__name__, raw.tell() >= 11, raw.seek(28), raw.read(5), raw.read(5), raw.readall())
for action in (stream.read, stream.close, stream.fileno):
    try:
        action()
    except ValueError:
        print("detached", action.__name__, "ValueError")
raw.close()

with open("lines.bin", "wb") as stream:
    stream.writelines([b"first\n", b"second\r\n", b"\n", b"no end"])
with open("lines.bin", "rb") as stream:
    print("lines:", list(stream), stream.readline(), stream.seek(2), stream.readlines(5), stream.tell(),
          stream.readlines())

writer = open("buffered.bin", "wb", buffering=16)
writer.write(b"small")
before = os.path.getsize("buffered.bin")
writer.write(b"x" * 40)
after = os.path.getsize("buffered.bin")
writer.write(b"tail")
writer.flush()
print("buffering:", before, after >= 40, os.path.getsize("buffered.bin"))
writer.close()
lines = open("line.txt", "w", buffering=1)
lines.write("partial")
sizes = [os.path.getsize("line.txt")]
lines.write(" end\n")
sizes.append(os.path.getsize("line.txt"))
lines.close()
print("line buffering:", sizes)

descriptor = os.open("raw.bin", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
print("os level:", os.write(descriptor, b"hello world"), os.lseek(descriptor, 6, os.SEEK_SET),
      os.read(descriptor, 3), os.read(descriptor, 100), os.read(descriptor, 10), os.fstat(descriptor).st_size)
os.ftruncate(descriptor, 5)
os.lseek(descriptor, 0, 0)
with os.fdopen(descriptor, "rb") as stream:
    print("fdopen:", stream.read(), isinstance(stream.fileno(), int))
try:
    os.read(descriptor, 1)
except OSError as error:
    print("closed descriptor:", errno.errorcode[error.errno])
with io.FileIO("raw.bin", "r+") as stream:
    print("FileIO:", stream.readable(), stream.writable(), stream.seekable(), stream.mode, stream.closefd,
          stream.read(2), stream.write(b"ZZZ"), stream.seek(0), stream.readall(), stream.isatty())
random = io.BufferedRandom(io.BytesIO(b"0123456789"))
print("BufferedRandom:", random.read(3), random.write(b"ab"), random.tell(), random.read(), random.seek(0),
      random.read())
for action in ("random.seek(-1)", "random.seek('a')", "random.read(-5)", "random.read('a')",
               "random.truncate(-1)", "io.BufferedReader(5)", "io.BufferedReader(io.BytesIO(), 0)",
               "io.BufferedWriter(io.StringIO())", "random.peek('x')", "io.FileIO('raw.bin', 'q')",
               "random.write(5)", "random.readinto(b'ro')", "random.readinto(5)"):
    try:
        print(action, "=", eval(action))
    except Exception as error:
        print(action, "->", type(error).__name__)
