# harness:
#   description: readline on text streams with a size larger than what is left
#   tags: [files, readline]
import io

TEXT = "gamma\ndelta\nepsilon\nlast"
with open("lines.txt", "w", encoding="utf-8") as stream:
    stream.write(TEXT)
for size in (4, 7, 10, 26, 27, 1000):
    with open("lines.txt", encoding="utf-8") as stream:
        lines = [stream.readline(100) for _ in range(3)]
        print(f"size {size}:", lines, repr(stream.readline(size)), repr(stream.readline(size)), flush=True)
for size in (6, 10):
    stream = io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="utf-8")
    print(f"only size {size}:", end=" ", flush=True)
    while piece := stream.readline(size):
        print(repr(piece), end=" ", flush=True)
    print("end")
