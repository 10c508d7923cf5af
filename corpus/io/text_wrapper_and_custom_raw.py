# harness:
#   description: TextIOWrapper and buffered classes over hand-written raw streams, short reads, detach
#   tags: [io]
import io


class Trickle(io.RawIOBase):
    """Gives at most three bytes at a time and records the requests."""

    def __init__(self, data):
        self.data, self.position, self.requests = data, 0, []

    def readable(self):
        return True

    def readinto(self, target):
        self.requests.append(len(target))
        piece = self.data[self.position:self.position + min(3, len(target))]
        target[:len(piece)] = piece
        self.position += len(piece)
        return len(piece)


class Sink(io.RawIOBase):
    def __init__(self, limit=4):
        self.chunks, self.limit = [], limit

    def writable(self):
        return True

    def write(self, data):
        piece = bytes(data[:self.limit])
        self.chunks.append(piece)
        return len(piece)


raw = Trickle(b"hello world, this is raw")
print("raw:", raw.read(5), raw.read(2), raw.readline(), raw.read(), raw.read(3))
reader = io.BufferedReader(Trickle(b"line one\nline two\n\xc3\xa9nd"), buffer_size=8)
print("buffered:", reader.read(4), reader.peek()[:1], reader.readline(), reader.read1(2), reader.read(7),
      reader.read(), reader.raw.requests[:3])
text = io.TextIOWrapper(io.BufferedReader(Trickle("caf\u00e9\r\n\u20ac\u2603\U0001f600\nend".encode())),
                        encoding="utf-8")
print("text:", text.readline(), ascii(text.read(2)), ascii(text.read()), text.encoding, text.errors,
      text.newlines)
print("readall and lines:", Trickle(b"a\nb\nc").readall(), list(Trickle(b"a\nb\nc")),
      Trickle(b"abc\ndef").readlines(4))

sink = Sink()
writer = io.BufferedWriter(sink, buffer_size=6)
print("writes:", writer.write(b"abc"), len(sink.chunks), writer.write(b"defgh"), writer.write(b"i" * 10),
      b"".join(sink.chunks).startswith(b"abc"))
writer.flush()
print("after flush:", b"".join(sink.chunks))
sink = Sink(100)
wrapper = io.TextIOWrapper(io.BufferedWriter(sink), encoding="utf-8", newline="\r\n", line_buffering=True)
wrapper.write("no newline; ")
before = list(sink.chunks)
wrapper.write("newline\n")
print("line buffering:", before, sink.chunks)
wrapper.reconfigure(encoding="latin-1", newline="\n", line_buffering=False, write_through=True)
wrapper.write("\u00e9\n")
wrapper.flush()
print("reconfigured:", sink.chunks[-1], wrapper.encoding, wrapper.line_buffering, wrapper.write_through)
binary = wrapper.detach()
print("detached:", type(binary).__name__, type(binary.raw).__name__)
for name in ("write", "flush", "read"):
    try:
        getattr(wrapper, name)("x") if name == "write" else getattr(wrapper, name)()
    except ValueError:
        print("after detach", name, "ValueError")

pair = io.BufferedRWPair(Trickle(b"to read"), sink)
print("pair:", pair.read(3), pair.write(b"out"), pair.flush(), sink.chunks[-1], pair.readable(),
      pair.writable(), pair.peek(2)[:2])


class Broken(io.RawIOBase):
    def __init__(self, answer):
        self.answer = answer

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, target):
        return self.answer

    def write(self, data):
        return self.answer


for answer in (None, 0, 100, -1, "text"):
    for label, action in (("read", lambda: io.BufferedReader(Broken(answer), 64).read(4)),
                          ("raw read", lambda: Broken(answer).read(4))):
        try:
            print("answer", repr(answer), label, action())
        except Exception as error:
            print("answer", repr(answer), label, type(error).__name__)


class Minimal(io.RawIOBase):
    pass


minimal = Minimal()
for action in ("minimal.read(1)", "minimal.readinto(bytearray(1))", "minimal.write(b'')", "minimal.seek(0)",
               "minimal.tell()", "minimal.truncate()", "minimal.fileno()", "minimal.isatty()",
               "minimal.readable()", "minimal.seekable()", "minimal.flush()", "minimal.readline()",
               "io.BufferedReader(minimal)", "io.TextIOWrapper(minimal, encoding='utf-8')",
               "io.TextIOWrapper(io.StringIO())", "io.TextIOWrapper(5)",
               "io.TextIOWrapper(io.BytesIO(), encoding='rot13')",
               "io.TextIOWrapper(io.BytesIO(), newline='q')", "io.IOBase().read", "io.RawIOBase().readall()",
               "minimal.writelines([b'x'])", "next(minimal)"):
    try:
        result = eval(action)
        print(action, "=", type(result).__name__ if isinstance(result, io.IOBase) else repr(result))
    except Exception as error:
        print(action, "->", type(error).__name__)
with Minimal() as stream:
    pass
print("closed by with:", stream.closed, [c.__name__ for c in Minimal.__mro__])


class Closing(Sink):
    def close(self):
        if not self.closed:
            print("  close called, chunks:", self.chunks)
        super().close()


with io.TextIOWrapper(io.BufferedWriter(Closing(100)), encoding="ascii") as stream:
    stream.write("pending text")
print("all layers closed:", stream.closed, stream.buffer.closed, stream.buffer.raw.closed)
source = io.BytesIO(b"a\tb\n1\t2\n")
wrapped = io.TextIOWrapper(source, encoding="ascii")
print("table:", [line.split() for line in wrapped], wrapped.buffer is source, wrapped.seek(0),
      wrapped.readline(), wrapped.tell(), wrapped.seekable())
incremental = io.IncrementalNewlineDecoder(None, translate=True)
print("newline decoder:", [incremental.decode(piece) for piece in ("a\r", "\nb\r", "c\n", "d\r")],
      repr(incremental.decode("", final=True)), incremental.newlines)
