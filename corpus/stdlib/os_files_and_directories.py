# harness:
#   description: os - directories, scandir, walk, rename, descriptors, environment, stat results
#   tags: [module:os, files]
#   env: {GIVEN: "from outside"}
import os
import stat


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def put(name, text=""):
    with open(name, "w", encoding="utf-8") as stream:
        stream.write(text)


os.makedirs("tree/a/b/c")
os.makedirs("tree/a", exist_ok=True)
attempt("makedirs again", os.makedirs, "tree/a")
for name in ("tree/one.txt", "tree/a/two.txt", "tree/a/b/three.txt"):
    put(name, name)
attempt("makedirs over a file", os.makedirs, "tree/one.txt", exist_ok=True)
attempt("mkdir without parent", os.mkdir, "none/x")
print("listdir:", sorted(os.listdir("tree")), sorted(os.listdir(b"tree")))
for top_down in (True, False):
    print("walk:", [(root, sorted(dirs), sorted(files)) for root, dirs,
                    files in os.walk("tree", topdown=top_down)])
pruned = []
for root, dirs, files in os.walk("tree"):
    pruned.append(root)
    dirs[:] = [name for name in dirs if name != "b"]
print("pruned:", pruned, list(os.walk("none")))
errors = []
list(os.walk("none", onerror=errors.append))
print("onerror:", type(errors[0]).__name__, errors[0].filename)
with os.scandir("tree") as entries:
    for entry in sorted(entries, key=lambda e: e.name):
        print("entry:", entry.name, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(),
              entry.stat().st_size if entry.is_file() else "", repr(entry), os.fspath(entry))
os.rename("tree/one.txt", "tree/renamed.txt")
os.replace("tree/renamed.txt", "tree/a/two.txt")
print("replaced:", sorted(os.listdir("tree")), open("tree/a/two.txt", encoding="utf-8").read())
os.renames("tree/a/b/three.txt", "moved/deep/3.txt")
print("renames:", os.path.exists("moved/deep/3.txt"), sorted(os.listdir("tree/a")))
attempt("rmdir not empty", os.rmdir, "moved")
attempt("remove directory", lambda: os.remove("moved"))
os.remove("moved/deep/3.txt")
os.removedirs("moved/deep")
print("removedirs:", os.path.exists("moved"))

info = os.stat("tree/a/two.txt")
print("stat:", stat.S_ISREG(info.st_mode), info.st_size, info[6], len(info) >= 10,
      info.st_mtime_ns // 10 ** 9 == int(info.st_mtime), info.st_nlink >= 1)
os.utime("tree/a/two.txt", ns=(5, 2 * 10 ** 9))
print("utime:", os.stat("tree/a/two.txt").st_mtime, os.stat("tree/a/two.txt").st_mtime_ns,
      os.access("tree", os.F_OK), os.access("none", os.R_OK))
attempt("stat missing", os.stat, "none")
attempt("utime both", os.utime, "tree", (1, 1), ns=(1, 1))

fd = os.open("raw.bin", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
print("raw:", os.write(fd, b"hello world"), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5),
      os.lseek(fd, -3, os.SEEK_END), os.read(fd, 99), os.read(fd, 1), os.fstat(fd).st_size)
os.ftruncate(fd, 4)
os.fsync(fd)
os.close(fd)
print("truncated:", os.path.getsize("raw.bin"), os.truncate("raw.bin", 2), os.path.getsize("raw.bin"))
attempt("closed", os.read, fd, 1)
attempt("write text", os.write, 1, "x")
attempt("open missing", os.open, "none", os.O_RDONLY)

print("environment:", os.environ["GIVEN"], os.getenv("NOTHING"), os.getenv("NOTHING", "d"),
      os.environ.get("GIVEN"), "GIVEN" in os.environ)
os.environ["MADE"] = "é"
print("set:", os.environ["MADE"], os.environb[b"MADE"] if hasattr(os, "environb") else b"\xc3\xa9",
      os.environ.pop("MADE"), "MADE" in os.environ)
attempt("missing variable", lambda: os.environ["NOTHING"])
attempt("number", os.environ.__setitem__, "A", 5)
attempt("bad name", os.environ.__setitem__, "A=B", "x")
attempt("null", os.environ.__setitem__, "A", "x\0y")
print("merge:", (os.environ | {"Q": "1"})["Q"], type(os.environ | {}).__name__,
      sorted(os.environ.copy().keys() & {"GIVEN"}))
start = os.getcwd()
os.chdir("tree")
print("chdir:", os.path.basename(os.getcwd()), os.path.relpath(start),
      os.listdir("a") == os.listdir(os.path.join(start, "tree", "a")))
os.chdir(start)
attempt("chdir missing", os.chdir, "none")
print("constants:", os.sep, os.linesep == "\n", os.curdir, os.pardir, os.extsep, os.devnull, os.name,
      len(os.urandom(5)), os.path.__name__)
print("exec path:", os.get_exec_path({"PATH": "/a:/b"}), os.fsencode("x"), os.strerror(2),
      os.get_terminal_size.__name__)
