# harness:
#   description: fileinput - several files and stdin, line numbers, skipping, in-place editing
#   tags: [module:fileinput, files]
#   stdin: "stdin one\nstdin two\n"
#   files:
#     one.txt: "first\nsecond\n"
#     two.txt: "third\nfourth\nfifth"
#     empty.txt: ""
#     edit.txt: "keep 1\ndrop 2\nkeep 3\n"
import bz2
import fileinput
import gzip
import os


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


with fileinput.input(["one.txt", "empty.txt", "-", "two.txt"], encoding="utf-8") as lines:
    print("before:", lines.filename(), lines.lineno(), lines.filelineno(), lines.isfirstline(),
          lines.isstdin())
    for line in lines:
        print(repr(line), lines.filename(), lines.lineno(), lines.filelineno(), lines.isfirstline(),
              lines.isstdin())
    print("after:", lines.filename(), lines.lineno())
attempt("no active input", fileinput.lineno)

skipping = fileinput.FileInput(("one.txt", "two.txt"), encoding="utf-8")
print("first:", skipping.readline())
skipping.nextfile()
print("number stays:", skipping.lineno(), "next:", skipping.readline(), skipping.lineno(),
      skipping.fileno() >= 0)
skipping.nextfile()
print("end:", repr(skipping.readline()), skipping.lineno())
skipping.close()
attempt("after close", skipping.readline)

for line in fileinput.input("edit.txt", inplace=True, backup=".bak", encoding="utf-8"):
    if line.startswith("keep"):
        print(line.rstrip().upper(), fileinput.filelineno())
print("module close:", fileinput.close())
for name in ("edit.txt", "edit.txt.bak"):
    with open(name, encoding="utf-8") as stream:
        print(name, stream.read().splitlines())
with fileinput.input("edit.txt", inplace=True, encoding="utf-8") as lines:
    for line in lines:
        print(line, end="")
print("no backup left:", sorted(n for n in os.listdir(".") if n.startswith("edit")))

with gzip.open("packed.txt.gz", "wt", encoding="utf-8") as stream:
    stream.write("zipped é\n")
with bz2.open("packed.txt.bz2", "wt", encoding="utf-8") as stream:
    stream.write("bzipped\n")
with fileinput.input(["packed.txt.gz", "packed.txt.bz2", "one.txt"], openhook=fileinput.hook_compressed,
                     encoding="utf-8") as lines:
    print("compressed:", list(lines))
with fileinput.input("two.txt", mode="rb") as lines:
    print("binary:", list(lines))
with open("latin.txt", "wb") as stream:
    stream.write(b"caf\xe9\n\xff")
with fileinput.input("latin.txt", openhook=fileinput.hook_encoded("utf-8", errors="replace")) as lines:
    print("hook encoded:", list(lines))
with fileinput.input("latin.txt", encoding="ascii", errors="backslashreplace") as lines:
    print("errors argument:", list(lines))


def shouting(name, mode, encoding=None, errors=None):
    print("opening", name, mode, encoding, errors)
    return open(name, mode, encoding=encoding)


with fileinput.input("one.txt", openhook=shouting, encoding="utf-8") as lines:
    print("own hook:", [line.strip().upper() for line in lines])
attempt("mode", fileinput.FileInput, "one.txt", mode="w")
attempt("inplace with hook", fileinput.FileInput, "one.txt", inplace=True, openhook=shouting)
attempt("encoding in binary", lambda: list(fileinput.FileInput("one.txt", mode="rb", encoding="utf-8")))
attempt("not callable", fileinput.FileInput, "one.txt", openhook=5)
attempt("missing file", lambda: next(fileinput.FileInput(["nowhere.txt"], encoding="utf-8")))
with fileinput.input("one.txt", encoding="utf-8"):
    attempt("input before the first line", lambda: type(fileinput.input("two.txt",
                                                                        encoding="utf-8")).__name__)
    print("current:", next(fileinput.input("two.txt", encoding="utf-8")))
    attempt("second input", fileinput.input, "one.txt", encoding="utf-8")
fileinput.close()
print("reused after close:", len(list(fileinput.input("two.txt", encoding="utf-8"))))
fileinput.close()
