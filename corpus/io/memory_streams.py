# harness:
#   description: StringIO and BytesIO reading, writing past the end, seeking, newlines, getbuffer, errors
#   tags: [io, memory]
import io
import pickle


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


text = io.StringIO("first\nsecond\r\nthird")
print("read:", repr(text.read(3)), text.tell(), repr(text.readline()), text.readlines(), repr(text.read()),
      text.tell())
text.seek(0)
print("iterate:", list(text), text.seek(6), next(text), text.getvalue().count("\n"))
print("write in the middle:", text.seek(2), text.write("XYZ"), repr(text.getvalue()), text.tell())
text.seek(25)
text.write("far")
print("past the end:", repr(text.getvalue()))
print("truncate:", text.truncate(5), text.tell(), repr(text.getvalue()), text.seek(3), text.truncate(),
      repr(text.getvalue()), text.truncate(10), repr(text.getvalue()))
fresh = io.StringIO("abc")
fresh.write("Z")
print("starts at the beginning:", fresh.getvalue(), io.StringIO().getvalue() == "",
      io.StringIO(None).read() == "")
for newline in ("\n", None, "", "\r", "\r\n"):
    stream = io.StringIO("a\nb\r\nc\rd", newline=newline)
    lines = stream.readlines()
    stream.write("x\ny")
    print(f"newline={newline!r}:", lines, repr(stream.getvalue()), stream.newlines)
print("unicode:", io.StringIO("\U0001f600\ud800x").read(2).encode("utf-8", "surrogatepass"),
      io.StringIO("\u00e9" * 3).seek(0, 2))
attempt("write bytes", text.write, b"x")
attempt("write int", text.write, 5)
attempt("start from bytes", io.StringIO, b"x")
attempt("bad newline", io.StringIO, "", "x")
attempt("seek from here", text.seek, 1, 1)
attempt("seek from here by zero", text.seek, 0, 1)
attempt("seek from the end", text.seek, -1, 2)
attempt("seek negative", text.seek, -1)
attempt("bad whence", text.seek, 0, 5)
attempt("truncate negative", text.truncate, -1)
attempt("fileno", text.fileno)
attempt("detach", text.detach)
attempt("read text", text.read, "a")
attempt("buffer", lambda: text.buffer)
print("properties:", text.readable(), text.writable(), text.seekable(), text.isatty(), text.closed,
      text.encoding, text.errors, text.line_buffering)
text.close()
for name in ("read", "getvalue", "tell", "close"):
    attempt(f"closed {name}", getattr(text, name))

data = io.BytesIO(b"0123456789")
print("bytes:", data.read(2), data.read1(2), data.readline(3), data.seek(-2, 2), data.read(), data.read(),
      data.seek(-5, 1), data.readinto(buffer := bytearray(3)), buffer, data.tell())
print("write:", data.seek(8), data.write(b"abc"), data.getvalue(), data.seek(15), data.write(b"!"),
      data.getvalue(), data.write(memoryview(b"mv")), data.writelines([b"x", bytearray(b"y")]),
      data.getvalue()[-5:])
view = data.getbuffer()
view[0:2] = b"ZZ"
print("getbuffer:", len(view), data.getvalue()[:4], view.readonly, view.format)
attempt("write while exported", data.write, b"longer " * 5)
attempt("truncate while exported", data.truncate, 2)
attempt("close while exported", data.close)
view.release()
print("truncate:", data.truncate(4), data.getvalue(), data.tell(), data.seek(0), data.readlines(),
      list(io.BytesIO(b"a\nb\r\nc")))
attempt("write str", data.write, "x")
attempt("start from str", io.BytesIO, "x")
attempt("seek negative", data.seek, -1)
attempt("float position", data.seek, 1.5)
attempt("readinto bytes", data.readinto, b"abc")
attempt("peek", lambda: data.peek(1))
print("copy on write:", (lambda b: (b.write(b"X"), b.getvalue()))(io.BytesIO(b"abc")),
      io.BytesIO(initial_bytes=b"q").read(), io.BytesIO(bytearray(b"ab")).getvalue(),
      io.BytesIO(memoryview(b"cd")).getvalue())
half = io.BytesIO(b"saved")
half.seek(2)
print("pickle:", pickle.loads(pickle.dumps(half)).read(),
      pickle.loads(pickle.dumps(io.StringIO("kept"))).getvalue())
with io.BytesIO(b"with") as inner:
    content = inner.read()
attempt("after with", inner.read)


class Counting(io.StringIO):
    def __init__(self, *args):
        super().__init__(*args)
        self.writes = 0

    def write(self, text):
        self.writes += 1
        return super().write(text.upper())


counting = Counting()
print("a", "b", sep="-", file=counting)
counting.writelines(["c", "d"])
print("subclass:", repr(counting.getvalue()), counting.writes, content, isinstance(counting, io.TextIOBase),
      isinstance(data, io.BufferedIOBase), [c.__name__ for c in io.BytesIO.__mro__])
