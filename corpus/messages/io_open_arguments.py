# harness:
#   description: messages of open for wrong modes, encodings, newlines, descriptors and types
#   tags: [errors, messages, files]
import io


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


with open("f.txt", "w") as stream:
    stream.write("text")
for text in ("open('f.txt', '')", "open('f.txt', 'q')", "open('f.txt', 'rw')", "open('f.txt', 'rr')",
             "open('f.txt', 'b')", "open('f.txt', 'rbt')", "open('f.txt', 'U')", "open('f.txt', 'r++')",
             "open('f.txt', 'rb', encoding='utf-8')", "open('f.txt', 'rb', errors='strict')",
             "open('f.txt', 'rb', newline='')", "open('f.txt', 'r', 0)", "open('f.txt', newline='x')",
             "open('f.txt', encoding='no-such')", "open('f.txt', 'rb', -5).close()", "open(-1)",
             "open('f.txt', closefd=False)", "open('f.txt', 5)", "open(['f.txt'])", "open(1.5)", "open()",
             "open('f.txt', mod='r')", "io.TextIOWrapper(5)", "io.BufferedReader(5)",
             "io.FileIO('f.txt', 'q')"):
    attempt(text)
