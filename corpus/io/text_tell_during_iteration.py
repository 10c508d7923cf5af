# harness:
#   description: tell and seek on a text file while a for loop or next reads ahead, and after it
#   tags: [files, tell]


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except OSError:
        print(label, "-> OSError")


with open("lines.txt", "w", encoding="utf-8") as stream:
    stream.write("one\ntwo\nthree\nfour\n")
with open("lines.txt", encoding="utf-8") as stream:
    attempt("before", stream.tell)
    print("line:", next(stream).strip())
    attempt("tell after next", stream.tell)
    attempt("seek to the start", stream.seek, 0)
    attempt("tell after seek", stream.tell)
    print("line:", stream.readline().strip())
    attempt("tell after readline", stream.tell)
    for line in stream:
        attempt(f"in the loop at {line.strip()!r}", stream.tell)
    attempt("after the loop", stream.tell)
with open("lines.txt", "rb") as stream:
    print("binary line:", next(stream), stream.tell(), next(stream), stream.tell())
