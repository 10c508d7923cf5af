# harness:
#   description: readlines with a size hint stops at the line that reaches it, on every kind of stream
#   tags: [io, readlines]
import io

DATA = b"a\n\nbb\nccc\nlast"
with open("data.txt", "wb") as stream:
    stream.write(DATA)
MAKERS = {"BytesIO": lambda: io.BytesIO(DATA), "StringIO": lambda: io.StringIO(DATA.decode()),
          "BufferedReader": lambda: open("data.txt", "rb"), "FileIO": lambda: open("data.txt", "rb",
                                                                                   buffering=0),
          "TextIOWrapper": lambda: open("data.txt", encoding="ascii")}
for name, make in MAKERS.items():
    for hint in (None, 0, -1, 1, 2, 3, 4, 6, 100):
        with make() as stream:
            print(name, "hint", hint, stream.readlines(hint), "left:", stream.read())
