# harness:
#   description: os.walk, scandir, listdir, stat, rename, replace, makedirs and os.path on a small tree
#   tags: [os, files]
import errno
import os
import stat


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except OSError as error:
        print(label, "->", type(error).__name__, errno.errorcode[error.errno], error.filename,
              error.filename2)
    except Exception as error:
        print(label, "->", type(error).__name__)


def make(path, size=0):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as stream:
        stream.write(b"x" * size)


for name, size in (("tree/a.txt", 3), ("tree/b/c.txt", 10), ("tree/b/d/e.bin", 7), ("tree/b/d/f", 0),
                   ("tree/g/h.txt", 1), ("tree/\u00e9 space.txt", 2)):
    make(name, size)
os.mkdir("tree/empty")
print("listdir:", sorted(os.listdir("tree")), sorted(os.listdir(b"tree/b")), os.listdir("tree/empty"))
for top, folders, files in os.walk("tree"):
    folders.sort()
    files.sort()
    print("walk:", top, folders, files, sum(os.path.getsize(os.path.join(top, name)) for name in files))
print("bottom up:", [top for top, folders, files in os.walk("tree/b", topdown=False)])
pruned = []
for top, folders, files in os.walk("tree"):
    folders[:] = sorted(name for name in folders if name != "b")
    pruned.append(os.path.basename(top))
print("pruned:", pruned, list(os.walk("missing")), list(os.walk("tree/a.txt")))
errors = []
list(os.walk("missing", onerror=lambda error: errors.append((type(error).__name__, error.filename))))
print("onerror:", errors)
with os.scandir("tree") as entries:
    for entry in sorted(entries, key=lambda e: e.name):
        print("entry:", entry.name, entry.path, entry.is_file(), entry.is_dir(), entry.is_symlink(),
              entry.stat().st_size if entry.is_file() else "-", repr(entry), os.fspath(entry) == entry.path)
    print("exhausted:", list(entries))
print("scandir bytes:", sorted(entry.name for entry in os.scandir(b"tree/b")))

info = os.stat("tree/b/c.txt")
print("stat:", info.st_size, stat.S_ISREG(info.st_mode), stat.S_ISDIR(info.st_mode), info[6] == info.st_size,
      len(info), info.st_mtime_ns // 10**9 == int(info.st_mtime), stat.S_ISDIR(os.stat("tree").st_mode),
      stat.filemode(0o100644), stat.filemode(0o40755))
os.utime("tree/a.txt", (1_000_000, 2_000_000.5))
print("utime:", os.path.getmtime("tree/a.txt"), os.stat("tree/a.txt").st_mtime_ns,
      os.stat("tree/a.txt").st_atime)
os.utime("tree/a.txt", ns=(1_500_000_000, 2_500_000_001))
print("utime ns:", os.stat("tree/a.txt").st_mtime_ns)

os.rename("tree/a.txt", "tree/renamed.txt")
os.replace("tree/renamed.txt", "tree/g/h.txt")
print("rename and replace:", os.path.exists("tree/a.txt"), os.path.getsize("tree/g/h.txt"))
os.rename("tree/empty", "tree/moved")
os.renames("tree/moved", "tree/new/place")
print("folders moved:", os.path.isdir("tree/new/place"), os.path.exists("tree/moved"))
attempt("rename missing", os.rename, "missing", "other")
attempt("rename onto a folder", os.rename, "tree/g/h.txt", "tree/b")
attempt("remove missing", os.remove, "missing")
attempt("rmdir full", os.rmdir, "tree/b")
attempt("removedirs", os.removedirs, "tree/new/place")
print("removed empty parents:", os.path.exists("tree/new"), os.path.exists("tree"))
attempt("makedirs exists", os.makedirs, "tree/b")
attempt("makedirs over a file", os.makedirs, "tree/g/h.txt", exist_ok=True)
attempt("chdir missing", os.chdir, "missing")
attempt("nul", os.stat, "a\0b")
attempt("stat int path", os.stat, 1.5)
attempt("truncate", os.truncate, "tree/b/c.txt", 4)
print("truncated:", os.path.getsize("tree/b/c.txt"))
here = os.getcwd()
os.chdir("tree/b")
print("chdir:", os.path.relpath(os.getcwd(), here), sorted(os.listdir()), os.path.exists("../g/h.txt"),
      os.path.relpath("../g"), os.curdir, os.pardir, os.sep)
os.chdir(here)

join, split = os.path.join, os.path.split
print("join:", join("a", "b"), join("a/", "b"), join("a", "/b"), join("", "b"), join("a", ""),
      join("a", "", "c"), join(b"a", b"b"))
print("split:", [split(p) for p in ("a/b", "a/b/", "/", "a", "", "//a", "/a")],
      [os.path.splitext(p) for p in ("a.tar.gz", ".rc", "a.", "a/b.c/d", "..x", "a.b.")])
print("norm:", [os.path.normpath(p) for p in ("a//b/../c/.", "", "../x", "/..", "./", "//a", "///a",
                                              "a/b/../../..")], os.path.commonpath(["/a/b/c", "/a/b/d"]),
      os.path.commonprefix(["abc", "abd"]), os.path.isabs("/x"), os.path.basename("a/b/"),
      os.path.dirname("a/b/"))
print("vars:", os.path.expandvars("$UNSET_NAME/${TZ}/$$"), os.path.lexists("missing"),
      os.path.samefile("tree", "tree/b/.."), os.path.isfile("tree"), os.path.splitroot("/a/b"))
attempt("join mixed", join, "a", b"b")
attempt("join int", join, "a", 5)
attempt("commonpath mixed", os.path.commonpath, ["/a", "b"])
attempt("commonpath empty", os.path.commonpath, [])
attempt("relpath empty", os.path.relpath, "")
