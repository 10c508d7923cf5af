# harness:
#   description: shutil copytree with a filter, move, copy and rmtree on a small tree
#   tags: [shutil, files]
import os
import shutil
from os.path import join


def make(path, size=0):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as stream:
        stream.write(b"x" * size)


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except OSError as error:
        print(label, "->", type(error).__name__, error.filename)


for name, size in (("tree/a.txt", 3), ("tree/b/c.txt", 4), ("tree/b/d/e.bin", 7), ("tree/g/h.txt", 1)):
    make(name, size)
shutil.copytree("tree", "copy", ignore=shutil.ignore_patterns("*.bin"))
print("copytree:", sorted(os.path.relpath(join(top, name), "copy") for top, _,
                          files in os.walk("copy") for name in files))
shutil.move("copy/b", "copy/g")
print("move:", sorted(os.listdir("copy/g")), shutil.copy("tree/b/c.txt", "copy/g"),
      os.path.getsize("copy/g/c.txt"))
shutil.rmtree("copy")
attempt("rmtree missing", shutil.rmtree, "copy")
print("rmtree ignore:", shutil.rmtree("copy", ignore_errors=True), os.path.exists("copy"))
