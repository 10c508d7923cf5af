# harness:
#   description: io - BytesIO and StringIO rules, raw classes in Python, buffered readers, pairs
#   tags: [module:io, files, protocols]
import io


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


data = io.BytesIO(b"0123456789")
print("seeks:", data.seek(-3, 2), data.read(), data.seek(2), data.read(3), data.tell(), data.seek(2, 1),
      data.read(1), data.read1(), data.read())
print("past the end:", data.seek(15), data.read(), data.write(b"end"), data.getvalue())
print("truncate:", data.truncate(4), data.tell(), data.getvalue(), data.seek(0), data.readline(2),
      data.readlines())
attempt("negative", data.seek, -1)
attempt("whence", data.seek, 0, 5)
attempt("text", data.write, "text")
attempt("truncate negative", data.truncate, -1)
view = data.getbuffer()
view[0] = 90
attempt("resize with view", data.write, b"more than there is")
attempt("close with view", data.close)
view.release()
print("view wrote:", data.getvalue(), list(io.BytesIO(b"a\nb\n\nc")), io.BytesIO(b"x").readinto(bytearray(3)))
data.close()
attempt("closed", data.read)
attempt("closed getvalue", data.getvalue)

text = io.StringIO("a\r\nb\rc\nd", newline=None)
print("string:", repr(text.getvalue()), text.newlines, text.readlines())
kept = io.StringIO("a\r\nb\rc\n", newline="")
print("kept:", kept.readlines(), repr(kept.getvalue()), io.StringIO("x\ny",
                                                                    newline="\r\n").getvalue().encode())
text.seek(0, 2)
attempt("string relative", text.seek, 1, 1)
attempt("string bytes", text.write, b"x")
attempt("initial type", io.StringIO, b"x")
print("string write past the end:", text.seek(12), text.write("z"), repr(text.getvalue()), text.truncate(3),
      text.getvalue())


class Counting(io.RawIOBase):
    """A raw stream of given pieces; None means it would block."""

    def __init__(self, *pieces):
        self.pieces, self.requests, self.written = list(pieces), [], []

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, buffer):
        self.requests.append(len(buffer))
        if not self.pieces:
            return 0
        piece = self.pieces.pop(0)
        if piece is None:
            return None
        count = min(len(piece), len(buffer))
        buffer[:count] = piece[:count]
        if piece[count:]:
            self.pieces.insert(0, piece[count:])
        return count

    def write(self, data):
        self.written.append(bytes(data))
        return min(3, len(data))


raw = Counting(b"abc", b"defgh", b"ij")
print("raw:", raw.read(2), raw.read(10), raw.readall(), raw.requests[:2])
print("raw blocks:", Counting(None).read(5), Counting(b"x", None, b"y").readall(), Counting(None).readall())
buffered = io.BufferedReader(Counting(b"one\ntw", b"o\nthree"), buffer_size=8)
print("buffered:", buffered.peek(1), buffered.readline(), buffered.read(2), buffered.read1(10),
      buffered.readline(), buffered.raw.requests[0])
print("short reads are joined:", io.BufferedReader(Counting(b"a", b"b", b"c", b"d")).read(3),
      io.BufferedReader(Counting(b"a", None, b"b")).read(), io.BufferedReader(Counting(None)).read(2))
writer = io.BufferedWriter(Counting(), buffer_size=4)
writer.write(b"ab")
print("held back:", writer.raw.written)
writer.write(b"cdefgh")
writer.flush()
print("written:", writer.raw.written, b"".join(w[:3] for w in writer.raw.written))
attempt("unseekable", buffered.seek, 0)
attempt("unseekable tell", buffered.tell)
attempt("size", io.BufferedReader, raw, 0)
attempt("not raw", io.BufferedReader, 5)
attempt("reader cannot write", lambda: io.BufferedReader(io.BytesIO()).write(b"x"))
pair = io.BufferedRWPair(io.BytesIO(b"input"), io.BytesIO())
print("pair:", pair.read(2), pair.write(b"x"), pair.readable(), pair.writable(), pair.peek(1)[:1])
both = io.BufferedRandom(io.BytesIO(b"abcdef"))
print("random:", both.read(2), both.write(b"XY"), both.read(1), both.seek(0), both.read(),
      both.raw.getvalue())


class Liar(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, buffer):
        return 10_000_000


attempt("lying raw", io.BufferedReader(Liar()).read, 10)
base = io.IOBase()
attempt("base read", lambda: io.RawIOBase().read(1))
attempt("base seek", base.seek, 0)
attempt("base fileno", base.fileno)
attempt("base truncate", base.truncate, 1)
base.close()
attempt("closed enter", base.__enter__)
print("classes:", isinstance(data, io.BufferedIOBase), isinstance(text, io.TextIOBase),
      issubclass(io.UnsupportedOperation, (OSError, ValueError)), io.DEFAULT_BUFFER_SIZE >= 8192)


class Closing(io.BytesIO):
    def close(self):
        print("close called, closed is", self.closed)
        super().close()


with Closing(b"x") as stream:
    stream.read()
stream.close()
wrapper = io.TextIOWrapper(Closing(b""), encoding="ascii")
wrapper.close()
print("open_code and modes:", [io.text_encoding(None), io.text_encoding("utf-8")], io.SEEK_SET, io.SEEK_CUR,
      io.SEEK_END)
for mode in ("rw", "", "b", "rtb", "r+x", "z", "aa"):
    attempt(f"mode {mode!r}", open, "none.txt", mode)
attempt("unbuffered text", open, "made.txt", "w", 0)
attempt("newline in binary", open, "made.txt", "rb", newline="")
