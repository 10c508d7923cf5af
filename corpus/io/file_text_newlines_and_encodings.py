# harness:
#   description: newline translation, encodings with BOMs, error handlers, tell cookies in text files
#   tags: [files, encodings]


def raw(name):
    with open(name, "rb") as stream:
        return stream.read()


text = "one\ntwo\r\nthree\rfour\n\nend"
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("out.txt", "w", newline=newline, encoding="ascii") as stream:
        count = stream.write(text)
    print(f"write newline={newline!r}:", count, raw("out.txt"))
with open("mixed.txt", "wb") as stream:
    stream.write(text.encode() + b"\r\n\r\r\n")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("mixed.txt", newline=newline, encoding="ascii") as stream:
        print(f"read newline={newline!r}:", stream.readlines(), stream.newlines)
with open("mixed.txt", newline="") as stream:
    print("small reads:", [stream.read(3) for _ in range(6)], repr(stream.readline()))

sample = "caf\u00e9 \u20ac \u2603 \U0001f600\n"
for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32-le", "cp1252", "latin-1", "ascii",
                 "utf-7"):
    try:
        with open("enc.txt", "w", encoding=encoding) as stream:
            stream.write(sample)
            stream.write("more")
        with open("enc.txt", encoding=encoding) as stream:
            back = stream.read()
        print(encoding, raw("enc.txt")[:14], len(raw("enc.txt")), back == sample + "more")
    except UnicodeEncodeError as error:
        print(encoding, "UnicodeEncodeError:", error.start, error.end)
for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    with open("enc.txt", "w", encoding="ascii", errors=errors) as stream:
        stream.write(sample)
    print(errors, raw("enc.txt"))
with open("enc.txt", "a", encoding="utf-16") as stream:
    stream.write("x")
print("utf-16 appended without a second BOM:", raw("enc.txt")[-4:])
with open("sig.txt", "w", encoding="utf-8-sig") as stream:
    stream.write("a")
with open("sig.txt", "a", encoding="utf-8-sig") as stream:
    stream.write("b")
print("sig appended:", raw("sig.txt"), repr(raw("sig.txt").decode("utf-8")))
with open("bad.txt", "wb") as stream:
    stream.write(b"good\nbad \xff\xfe line\nafter\n")
with open("bad.txt", encoding="utf-8") as stream:
    try:
        print(stream.readline())
    except UnicodeDecodeError as error:
        print("strict:", error.start, error.end)
for errors in ("ignore", "replace", "surrogateescape", "backslashreplace"):
    with open("bad.txt", encoding="utf-8", errors=errors) as stream:
        print(errors, ascii(stream.readlines()))
options = {"encoding": "utf-8", "errors": "surrogateescape"}
with open("bad.txt", **options) as stream, open("copy.txt", "w", **options) as copy:
    copy.write(stream.read())
print("bytes survive:", raw("copy.txt") == raw("bad.txt"))

with open("tell.txt", "w+", encoding="utf-8") as stream:
    stream.write("\u00e9\u20ac\U0001f600\nsecond \u2603 line\nthird\n")
    stream.seek(0)
    positions = [stream.tell()]
    while stream.readline():
        positions.append(stream.tell())
    print("positions:", positions)
    for position in reversed(positions):
        stream.seek(position)
        print("  at", position, ascii(stream.read(4)), stream.tell())
    for offset, whence in ((5, 1), (-1, 2), (0, 2), (-1, 0), (0, 7)):
        try:
            print("seek", offset, whence, stream.seek(offset, whence))
        except (OSError, ValueError) as error:
            print("seek", offset, whence, type(error).__name__)
    stream.seek(2)
    stream.truncate()
    stream.seek(0)
    print("truncated:", ascii(stream.read()))
with open("tell.txt", "w", encoding="utf-8") as stream:
    stream.reconfigure(newline="\r\n", errors="replace")
    stream.write("a\n\ud800")
print("reconfigured:", raw("tell.txt"), stream.line_buffering)
