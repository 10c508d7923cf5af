# harness:
#   description: messages of StringIO, BytesIO and wrappers for wrong types, positions and closed streams
#   tags: [errors, messages, io, memory]
import io

closed = io.StringIO("text")
closed.close()
exported = io.BytesIO(b"abc")
view = exported.getbuffer()


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("io.StringIO().write(b'x')", "io.StringIO().write(5)", "io.StringIO(b'x')",
             "io.StringIO('', 'x')", "io.StringIO().seek(1, 1)", "io.StringIO().seek(-1)",
             "io.StringIO().seek(0, 5)", "io.StringIO().truncate(-1)", "io.StringIO().fileno()",
             "io.StringIO().detach()", "io.StringIO().read('a')", "closed.read()", "closed.write('a')",
             "closed.getvalue()", "io.BytesIO().write('x')", "io.BytesIO('x')", "io.BytesIO().seek(-1)",
             "io.BytesIO().seek(1.5)", "io.BytesIO().readinto(b'abc')", "exported.write(b'longer ' * 5)",
             "exported.truncate(0)", "exported.close()", "io.TextIOWrapper(io.BytesIO(), newline='q')",
             "io.TextIOWrapper(io.BytesIO(), encoding='rot13')", "io.BufferedReader(io.BytesIO(), 0)",
             "io.BufferedRandom(io.BytesIO()).seek(-1)", "io.RawIOBase().read(1)", "io.IOBase().seek(0)",
             "io.IOBase().fileno()", "io.BufferedWriter(io.BytesIO()).read()"):
    attempt(text)
view.release()
