# harness:
#   description: io.TextIOWrapper - newline translation, encodings, seeking with cookies, line buffering
#   tags: [module:io, files, encoding]
import io


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


RAW = b"one\ntwo\r\nthree\rfour\r\r\nfive"
for newline in (None, "", "\n", "\r", "\r\n"):
    wrapper = io.TextIOWrapper(io.BytesIO(RAW), encoding="ascii", newline=newline)
    print("read", repr(newline), wrapper.readlines(), wrapper.newlines)
    target = io.BytesIO()
    writer = io.TextIOWrapper(target, encoding="ascii", newline=newline or "\n", write_through=True)
    writer.write("a\nb\r\nc\rd")
    print("write", repr(newline or "\n"), target.getvalue())
attempt("bad newline", io.TextIOWrapper, io.BytesIO(), newline="x")
attempt("newline type", io.TextIOWrapper, io.BytesIO(), newline=5)
attempt("bad encoding", io.TextIOWrapper, io.BytesIO(), encoding="nonesuch")
attempt("not text encoding", io.TextIOWrapper, io.BytesIO(), encoding="hex")
attempt("bad errors", lambda: io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="ascii",
                                               errors="nonesuch").read())

split = io.TextIOWrapper(io.BytesIO(b"a\r" + b"\nb"), encoding="ascii")
split._CHUNK_SIZE = 2
print("carriage return at a chunk end:", [split.read(1) for _ in range(4)], split.newlines)
text = io.TextIOWrapper(io.BytesIO("añb€c😀d\nsecond line é\nthird".encode()), encoding="utf-8")
print("pieces:", text.read(2), repr(text.read(0)), text.readline(3), text.readline())
cookie = text.tell()
print("after cookie:", text.read(), text.seek(cookie) == cookie, text.readline(), text.seek(0), text.read(3))
attempt("relative seek", text.seek, 3, 1)
attempt("seek from end", text.seek, -1, 2)
attempt("negative seek", text.seek, -1)
attempt("whence", text.seek, 0, 9)
print("zero seeks:", text.seek(0, 2), repr(text.read()), text.seek(0, 1))
text.seek(0)
next(text)
attempt("tell while iterating", text.tell)
print("rest of lines:", list(text), text.tell())

memory = io.BytesIO()
out = io.TextIOWrapper(memory, encoding="utf-16", line_buffering=True)
out.write("x")
print("buffered:", memory.getvalue())
out.write("\n")
print("flushed by newline:", len(memory.getvalue()), memory.getvalue()[-4:] in (b"x\0\n\0", b"\0x\0\n"))
out.reconfigure(line_buffering=False, errors="replace")
print("reconfigured:", out.line_buffering, out.errors, out.encoding, out.write_through)
out.write("é")
print("detached:", len(out.detach().getvalue()))
attempt("after detach", out.write, "x")
attempt("detach twice", out.detach)
reading = io.TextIOWrapper(io.BytesIO(b"caf\xe9\ncaf\xe9"), encoding="latin-1")
print("latin:", reading.readline())
attempt("reconfigure after reading", reading.reconfigure, encoding="utf-8")
broken = io.TextIOWrapper(io.BytesIO(b"good\n\xff\xfe bad\ngood"), encoding="utf-8")
attempt("broken", broken.read)
broken = io.TextIOWrapper(io.BytesIO(b"good\n\xff\xfe bad\ngood"), encoding="utf-8", errors="surrogateescape")
print("escaped:", ascii(broken.read()))
encoder = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
attempt("unencodable", encoder.write, "é")
attempt("write bytes", encoder.write, b"x")
attempt("writelines", encoder.writelines, ["a", 5])
attempt("read only", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"x"))).write, "x")
attempt("write only", io.TextIOWrapper(io.BufferedWriter(io.BytesIO())).read)
print("flags:", encoder.readable(), encoder.writable(), encoder.seekable(), encoder.closed, encoder.isatty(),
      encoder.name if hasattr(encoder, "name") else "no name")
encoder.close()
attempt("closed write", encoder.write, "x")
attempt("closed iteration", next, encoder)
with open("sample.txt", "w+", encoding="utf-8-sig", newline="") as stream:
    print("written:", stream.write("first\nsecond\n"), stream.seek(0), stream.readline(), stream.name,
          stream.mode, stream.encoding)
    print("truncate:", stream.seek(8), stream.truncate(), stream.seek(0), stream.read())
with open("sample.txt", "a", encoding="utf-8-sig") as stream:
    stream.write("more")
with open("sample.txt", "rb") as stream:
    print("one mark only:", stream.read())
decoder = io.IncrementalNewlineDecoder(None, translate=True)
print("newline decoder:", [decoder.decode(p) for p in ("a\r", "\nb\r", "c")], decoder.decode("", final=True),
      decoder.newlines)
