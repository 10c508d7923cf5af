# harness:
#   description: shutil - copying, trees, moving, removing, archives, which, ignore patterns, error classes
#   tags: [module:shutil, files]
import io
import os
import shutil
import stat


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def put(name, text="x"):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    with open(name, "w", encoding="utf-8") as stream:
        stream.write(text)


def tree(root):
    return sorted(os.path.join(folder, name).replace(os.sep, "/")[len(root) + 1:] for folder, folders,
                  files in os.walk(root) for name in folders + files)


put("src/a.txt", "alpha")
put("src/sub/b.py", "beta")
put("src/sub/c.pyc", "cache")
put("src/skip/d.txt")
os.chmod("src/a.txt", 0o640)
os.utime("src/a.txt", (1_000_000_000, 1_000_000_000))
print("copy:", shutil.copy("src/a.txt", "copied.txt"), stat.S_IMODE(os.stat("copied.txt").st_mode) == 0o640,
      os.path.getmtime("copied.txt") == 1_000_000_000)
print("copy2:", shutil.copy2("src/a.txt", "src/sub"), os.path.getmtime("src/sub/a.txt"),
      shutil.copyfile("src/a.txt", "plain.txt"))
attempt("same file", shutil.copyfile, "src/a.txt", "src/../src/a.txt")
attempt("onto a directory", shutil.copyfile, "src/a.txt", "src/sub")
attempt("missing", shutil.copy, "none", "x")
attempt("missing target folder", shutil.copy, "src/a.txt", "no/such/dir/x")
print("copytree:", shutil.copytree("src", "dst", ignore=shutil.ignore_patterns("*.pyc", "skip")), tree("dst"))
attempt("copytree again", shutil.copytree, "src", "dst")
print("merged:", shutil.copytree("src", "dst", dirs_exist_ok=True, copy_function=shutil.copy), tree("dst"))
calls = []
shutil.copytree("src", "dst2", ignore=lambda folder, names: calls.append((folder, sorted(names))) or [],
                copy_function=lambda a, b: put(b, "made"))
print("functions:", sorted(calls), open("dst2/a.txt", encoding="utf-8").read())
print("ignore:", sorted(shutil.ignore_patterns("*.a", "b*")("d", ["x.a", "bb", "c"])))
print("move:", shutil.move("copied.txt", "dst"), shutil.move("plain.txt", "renamed.txt"),
      shutil.move("dst2", "dst"), os.path.exists("dst/dst2/a.txt"))
attempt("move existing", shutil.move, "renamed.txt", "dst/copied.txt")
put("again.txt")
shutil.copy("again.txt", "dst/again.txt")
attempt("move onto same name", shutil.move, "again.txt", "dst")
attempt("move into itself", shutil.move, "dst", "dst/sub")
attempt("rmtree missing", shutil.rmtree, "none")
print("rmtree:", shutil.rmtree("none", ignore_errors=True), shutil.rmtree("dst"), os.path.exists("dst"))
failures = []
shutil.rmtree("none", onexc=lambda function, path, error: failures.append((path, type(error).__name__)))
print("onexc:", failures)
attempt("rmtree file", lambda: shutil.rmtree("renamed.txt") or None)

for kind in ("zip", "tar", "gztar"):
    name = shutil.make_archive(f"packed_{kind}", kind, "src")
    os.mkdir(f"out_{kind}")
    shutil.unpack_archive(name, f"out_{kind}", **({"filter": "data"} if kind != "zip" else {}))
    print(kind, os.path.basename(name), tree(f"out_{kind}") == tree("src"))
name = shutil.make_archive("based", "zip", ".", "src/sub")
shutil.unpack_archive(name, "out_base")
print("base:", tree("out_base"), {"zip", "tar"} <= {n for n, _ in shutil.get_archive_formats()},
      ".zip" in [e for n, ends, d in shutil.get_unpack_formats() for e in ends])
attempt("format", shutil.make_archive, "x", "rar", "src")
attempt("unpack unknown", shutil.unpack_archive, "renamed.txt")
attempt("unpack format", shutil.unpack_archive, "renamed.txt", "o", "zzz")


def list_names(base, folder, **options):
    put(base + ".list", " ".join(tree("src")))
    return base + ".list"


shutil.register_archive_format("list", list_names, description="names")
print("own format:", shutil.make_archive("own", "list"), ("list", "names") in shutil.get_archive_formats(),
      shutil.unregister_archive_format("list"))
attempt("register", shutil.register_archive_format, "bad", 5)
attempt("register unpack", shutil.register_unpack_format, "again", [".zip"], print)

source, target = io.StringIO("x" * 10), io.StringIO()
print("fileobj:", shutil.copyfileobj(source, target, 3), target.getvalue(),
      shutil.copymode("src/a.txt", "again.txt"), oct(os.stat("again.txt").st_mode)[-3:])
put("bin/tool")
os.chmod("bin/tool", 0o755)
print("which:", shutil.which("tool", path="bin"), shutil.which("none", path="bin"),
      shutil.which("tool", path=""), shutil.which("bin/tool"), shutil.which("a.txt", path="src"))
print("sizes:", len(shutil.disk_usage(".")), shutil.get_terminal_size.__name__,
      issubclass(shutil.SameFileError, shutil.Error), issubclass(shutil.Error, OSError))
