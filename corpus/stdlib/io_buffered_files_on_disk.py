# harness:
#   description: io on real files - modes, FileIO, buffering, truncation, append position, opener, descriptors
#   tags: [module:io, files]
#   files: {data.txt: "line one\nline two\nline three\n"}
import io
import os


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def content(name):
    with open(name, "rb") as stream:
        return stream.read()


for mode, kind in (("r", "text"), ("rb", "reader"), ("wb", "writer"), ("r+b", "random"), ("w+b", "random"),
                   ("ab", "appender"), ("a+b", "append and read")):
    name = "data.txt" if mode in ("r", "rb") else "scratch.bin"
    if mode == "r+b":
        with open(name, "wb") as stream:
            stream.write(b"0123456789")
    with open(name, mode) as stream:
        print(kind, type(stream).__name__, stream.mode, stream.readable(), stream.writable(),
              stream.seekable(), stream.tell())
with open("data.txt", "rb", buffering=0) as raw:
    print("raw:", type(raw).__name__, raw.mode, raw.read(4), raw.readline(), raw.readall(), raw.read(),
          raw.closefd, raw.name)

with open("scratch.bin", "w+b") as stream:
    print("write, seek, read:", stream.write(b"abcdefghij"), stream.seek(3), stream.read(2),
          stream.write(b"XY"), stream.tell(), stream.seek(0), stream.read())
    print("truncate:", stream.truncate(5), stream.tell(), stream.seek(0), stream.read(), stream.seek(8),
          stream.write(b"!"), stream.seek(0), stream.read())
with open("scratch.bin", "a+b") as stream:
    print("append:", stream.tell(), stream.seek(0), stream.write(b"END"), stream.tell(), stream.seek(0),
          stream.read())
with open("scratch.bin", "r+b") as stream:
    stream.write(b"zz")
    print("peek after write:", stream.peek(1)[:2], stream.read1(3), content("scratch.bin")[:2])
attempt("exclusive", open, "scratch.bin", "xb")
with open("fresh.bin", "x") as stream:
    print("fresh:", stream.write("new"), stream.mode)

with open("shared.txt", "w", encoding="utf-8") as out, open("shared.txt", encoding="utf-8") as back:
    out.write("buffered")
    print("before flush:", repr(back.read()), "after flush:", out.flush(), back.read())
with open("line.txt", "w", buffering=1, encoding="utf-8") as out:
    out.write("partial")
    before = content("line.txt")
    out.write(" line\n")
    print("line buffered:", before, content("line.txt"))
with open("tiny.bin", "wb", buffering=4) as out:
    out.write(b"abc")
    before = content("tiny.bin")
    out.write(b"defghij")
    print("tiny buffer:", before, content("tiny.bin")[:3])

descriptor = os.open("by_fd.txt", os.O_RDWR | os.O_CREAT)
with open(descriptor, "w", closefd=False, encoding="utf-8") as stream:
    print("by descriptor:", stream.write("via fd"), stream.fileno() == descriptor, stream.name == descriptor)
print("still open:", os.lseek(descriptor, 0, os.SEEK_SET), os.read(descriptor, 10))
os.close(descriptor)
attempt("closed descriptor", open, descriptor)
attempt("closefd with name", open, "data.txt", closefd=False)
attempt("bad descriptor", open, -1)
attempt("bool name", lambda: open(3.5))
attempt("null in name", open, "a\0b")
calls = []


def opener(path, flags):
    calls.append((path, flags & os.O_WRONLY == os.O_WRONLY))
    return os.open("opened_elsewhere.txt", flags, 0o600)


with open("asked.txt", "w", opener=opener, encoding="utf-8") as stream:
    stream.write("x")
print("opener:", calls, os.path.exists("asked.txt"), content("opened_elsewhere.txt"))
attempt("opener result", open, "x", opener=lambda *a: -5)
attempt("opener type", open, "x", opener=lambda *a: "no")


class PathLike:
    def __fspath__(self):
        return "data.txt"


with open(PathLike(), encoding="utf-8") as stream, open(b"data.txt", "rb") as second:
    print("names:", stream.read(4), second.name, stream.readlines(5), stream.readlines(), list(second)[-1])
with io.FileIO("scratch.bin", "rb+") as raw:
    buffer = bytearray(4)
    print("FileIO:", raw.readinto(buffer), bytes(buffer), raw.write(b"Q"), raw.seek(0, 2), raw.mode,
          raw.readable(), raw.isatty())
    attempt("FileIO text", raw.write, "x")
attempt("FileIO mode", io.FileIO, "scratch.bin", "rw")
attempt("FileIO closed", raw.read)
with open("data.txt", "rb") as stream:
    attempt("write to reader", stream.write, b"x")
    stream.close()
    attempt("read closed", stream.read)
    attempt("fileno closed", stream.fileno)
with open("data.txt", encoding="utf-8") as stream:
    print("mixed iteration:", next(stream), stream.read(4), stream.readline())
