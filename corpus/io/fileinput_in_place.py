# harness:
#   description: fileinput editing files in place, with and without a backup
#   tags: [fileinput, files]
#   files: {one.txt: "alpha\nbeta\n", two.txt: "gamma\ndelta no newline"}
import fileinput
import os

with fileinput.input(("one.txt", "two.txt"), inplace=True, backup=".bak") as lines:
    for line in lines:
        print(f"{lines.filelineno():02}: {line.strip().upper()}")
for name in ("one.txt", "one.txt.bak", "two.txt"):
    with open(name) as stream:
        print("edited", name, stream.read().splitlines())
print("stdout is back", os.path.exists("two.txt.bak"))
with fileinput.input("two.txt", inplace=True) as lines:
    for line in lines:
        if lines.lineno() % 2:
            print(line, end="")
with open("two.txt") as stream:
    print("without a backup:", stream.read().splitlines(), os.path.exists("two.txt.bak"))
