# harness:
#   description: fileinput over several files and stdin, linecache and file comparison
#   tags: [fileinput, stdin, files]
#   argv: ["one.txt", "-", "two.txt"]
#   stdin: "from stdin 1\nfrom stdin 2\n"
#   files: {one.txt: "alpha\nbeta\n", two.txt: "gamma\ndelta no newline", empty.txt: ""}
import filecmp
import fileinput
import linecache
import sys

with fileinput.input(encoding="utf-8") as lines:
    for line in lines:
        name = "stdin" if lines.isstdin() else lines.filename()
        print(f"{lines.lineno()} {name}:{lines.filelineno()} first={lines.isfirstline()} {line.rstrip()!r}")
print("after:", lines.lineno(), sys.argv[1:])

seen = []
with fileinput.FileInput(files=("one.txt", "empty.txt", "two.txt")) as lines:
    print("before reading:", lines.filename(), lines.lineno())
    for line in lines:
        seen.append((lines.filename(), line))
        if line.startswith("alpha"):
            lines.nextfile()
print("nextfile:", seen)
with fileinput.input("one.txt", mode="rb") as lines:
    print("binary:", list(lines), lines.readline())


def opener(name, mode, encoding=None, errors=None):
    print("  opening", name, mode)
    return open(name, mode)


with fileinput.FileInput("one.txt", openhook=opener) as lines:
    print("hook:", lines.readline(), lines.readline().strip(), repr(lines.readline()))
for arguments in ({"files": "missing.txt"}, {"files": "one.txt", "mode": "w"},
                  {"files": "one.txt", "inplace": True, "openhook": opener}):
    try:
        with fileinput.FileInput(**arguments) as lines:
            print(list(lines))
    except (OSError, ValueError) as error:
        print(type(error).__name__)
first = fileinput.input("one.txt")
try:
    fileinput.input("two.txt")
except RuntimeError:
    print("already active: RuntimeError")
next(first)
print("module functions:", fileinput.lineno(), fileinput.filename(), fileinput.isfirstline())
fileinput.close()
try:
    fileinput.lineno()
except RuntimeError:
    print("not active: RuntimeError")

print("linecache:", [linecache.getline("two.txt", n) for n in (0, 1, 2, 3)],
      linecache.getlines("missing.txt"))
with open("two.txt", "a") as stream:
    stream.write("appended and longer\n")
print("stale:", len(linecache.getlines("two.txt")), linecache.checkcache("two.txt"),
      len(linecache.getlines("two.txt")))
print("filecmp:", filecmp.cmp("one.txt", "one.txt", shallow=False),
      filecmp.cmp("one.txt", "two.txt", shallow=False),
      filecmp.cmpfiles(".", ".", ["one.txt", "missing.txt"], shallow=False))
with open("one.txt") as left, open("two.txt") as right:
    for number, (a, b) in enumerate(zip(left, right), 1):
        print("side by side", number, a.rstrip(), "|", b.rstrip())
