# harness:
#   description: readline with a size limit on text streams never reads past the end of the line
#   tags: [files, readline]
#   stdin: "first line\nx\n\nend"
import io
import sys

TEXT = "gamma\n\ndelta\r\nepsilon\rlast"
for newline in (None, "", "\n"):
    with open("lines.txt", "w", newline="", encoding="utf-8") as stream:
        stream.write(TEXT)
    for size in (1, 2, 3, 100, 0, -1):
        with open("lines.txt", newline=newline, encoding="utf-8") as stream:
            print(f"newline={newline!r} size {size}:", [stream.readline(size) for _ in range(7)],
                  repr(stream.read()))
for kind in (io.StringIO, lambda text: io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"),
             lambda text: io.BytesIO(text.encode())):
    stream = kind("ab\ncd\n\nef")
    print(type(stream).__name__, [stream.readline(4) for _ in range(2)])
print("stdin:", [sys.stdin.readline(size) for size in (3, 8, 2, 1)])
