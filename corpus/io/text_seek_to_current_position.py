# harness:
#   description: seek(0, 1) on a text stream stays at the current position and gives it back
#   tags: [files, seek]
import io

with open("lines.txt", "w", encoding="utf-8") as stream:
    stream.write("one\ntwo \u00e9\u2603\nthree\n")
for name, make in (("file", lambda: open("lines.txt", encoding="utf-8")),
                   ("binary", lambda: open("lines.txt", "rb")),
                   ("StringIO", lambda: io.StringIO("one\ntwo \u00e9\u2603\nthree\n"))):
    with make() as stream:
        print(name, "at the start:", stream.seek(0, 1), stream.tell())
        print(name, "after read:", ascii(stream.read(2)), stream.tell(), stream.seek(0, 1),
              ascii(stream.read(3)))
        print(name, "after readline:", ascii(stream.readline()), stream.seek(0, 1), stream.tell(),
              ascii(stream.readline()))
        print(name, "at the end:", stream.seek(0, 2) > 0, stream.seek(0, 1) == stream.tell(), stream.seek(0))
with open("grow.txt", "w+", encoding="utf-8") as stream:
    stream.write("written")
    print("writing:", stream.seek(0, 1), stream.write("!"), stream.seek(0, 1), stream.seek(0), stream.read())
