# harness:
#   description: messages for reads on writers, writes on readers, closed and detached files
#   tags: [errors, messages, files]
import sys

with open("f.txt", "w") as closed:
    closed.write("text")
reader, writer, detached = open("f.txt"), open("g.bin", "wb"), open("f.txt", "rb")
raw = detached.detach()


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("reader.write('x')", "reader.writelines(['x'])", "reader.truncate()", "reader.seek(1, 1)",
             "reader.seek(-1)", "reader.read('a')", "reader.readline('a')", "writer.read()",
             "writer.readline()", "next(writer)", "writer.write('x')", "writer.write(5)",
             "writer.seek(-1)", "writer.seek(0, 9)", "closed.write('x')", "closed.fileno()",
             "closed.read()", "closed.__enter__()", "closed.flush()", "next(closed)", "detached.read()",
             "detached.fileno()", "print(1, file=5)", "print(1, 2, sep=5)", "print(1, end=5)",
             "print(1, stop=5)", "print(1, file=writer)", "sys.stdout.write(5)", "sys.stdout.write(b'x')",
             "sys.stdout.buffer.write('x')", "sys.stdin.write('x')", "sys.stdout.read()"):
    attempt(text)
for stream in (reader, writer, raw):
    stream.close()
