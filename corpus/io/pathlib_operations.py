# harness:
#   description: pure path arithmetic and matching, files made, read, listed and removed through Path
#   tags: [pathlib, files]
import errno
import os
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except OSError as error:
        print(label, "->", type(error).__name__, errno.errorcode[error.errno])
    except Exception as error:
        print(label, "->", type(error).__name__)


for text in ("/usr/lib/python3.14/os.py", "a/b/../c.tar.gz", "", ".", "..", "/", "//x/y", "///x", "a//b/./c/",
             ".hidden", "name.", "x.tar.", "~user/file", "a b/\u00e9.txt", "dir/.config.json"):
    path = PurePosixPath(text)
    print(repr(text), repr(str(path)), path.parts, repr(path.name), repr(path.stem), repr(path.suffix),
          path.suffixes, str(path.parent), repr(path.root), repr(path.anchor), path.is_absolute())
for text in ("C:\\Users\\x.txt", "c:relative", "\\\\host\\share\\f", "C:/mixed\\slashes", "D:", "\\root"):
    path = PureWindowsPath(text)
    print(repr(text), path.parts, path.drive, path.root, path.name, path.as_posix(), path.is_absolute(),
          str(path))
p = PurePosixPath("/srv/data/file.txt")
print("joining:", p / "x", p.parent / "other", "/etc" / PurePosixPath("x"), p / "/abs",
      PurePosixPath("a", "b", "../c"), p.joinpath("q", "r"), PurePosixPath("a") / ".." / "b")
print("with:", p.with_name("new.md"), p.with_stem("base"), p.with_suffix(".gz"), p.with_suffix(""),
      p.parents[0], list(map(str, p.parents)), p.parents[-1], len(p.parents), p.with_segments("z"))
print("relative:", p.relative_to("/srv"), p.relative_to("/srv/other", walk_up=True), p.is_relative_to("/srv"),
      p.is_relative_to("/etc"))
print("match:", p.match("*.txt"), p.match("data/*"), p.match("/srv/*/*.txt"), p.match("*.TXT"),
      p.full_match("/srv/**"), p.full_match("**/*.txt"), p.full_match("*.txt"),
      PurePosixPath("A.Py").match("a.py", case_sensitive=False))
print("compare:", p == PurePosixPath("/srv//data/./file.txt"), PurePosixPath("a") < PurePosixPath("b"),
      sorted([PurePosixPath("b"), PurePosixPath("a/c"), PurePosixPath("a.b")]),
      PureWindowsPath("A") == PureWindowsPath("a"), hash(p) == hash(PurePosixPath(str(p))),
      PurePosixPath("a") == PureWindowsPath("a"), repr(p), bytes(p))
print("uri:", Path("/a b/\u00e9").as_uri(), os.fspath(p), f"{p!s:>20}", Path.from_uri("file:///a%20b"))
attempt("with_name empty", p.with_name, "")
attempt("with_name slash", p.with_name, "a/b")
attempt("with_suffix bad", p.with_suffix, "gz")
attempt("suffix of root", PurePosixPath("/").with_suffix, ".x")
attempt("relative_to other", p.relative_to, "/etc")
attempt("relative uri", Path("a").as_uri)
attempt("divide by int", lambda: p / 5)
attempt("int path", PurePath, 5)
attempt("bytes path", PurePath, b"a")
attempt("order", lambda: PurePosixPath("a") < "b")
attempt("empty pattern", p.match, "")

root = Path("work area")
(root / "sub" / "deep").mkdir(parents=True)
print("write:", (root / "one.txt").write_text("caf\u00e9\nline\n", encoding="utf-8"),
      (root / "two.bin").write_bytes(b"\x00\x01"), (root / "sub" / "three.txt").write_text("3"),
      (root / "sub" / "deep" / "four.TXT").touch())
print("read:", (root / "one.txt").read_text(encoding="utf-8").split(), (root / "two.bin").read_bytes(),
      (root / "one.txt").stat().st_size, (root / "sub/three.txt").read_text())
print("tests:", root.exists(), root.is_dir(), (root / "one.txt").is_file(), (root / "no").exists(),
      (root / "one.txt").is_symlink(), (root / "no").is_dir(), root.is_mount(),
      Path(".").samefile("work area/.."))
print("iterdir:", sorted(item.name for item in root.iterdir()))
for pattern in ("*", "*.txt", "**/*.txt", "**", "*/*", "sub/**/*", "[ot]*", "*.[tb]*", "**/deep/*",
                "nothing*"):
    print("glob", pattern, sorted(item.relative_to(root).as_posix() for item in root.glob(pattern)))
print("rglob:", sorted(item.as_posix() for item in root.rglob("*.t?t")),
      sorted(item.name for item in root.rglob("*.txt", case_sensitive=False)))
print("walk:", [(top.as_posix(), sorted(folders), sorted(files)) for top, folders,
                files in sorted(root.walk())])
print("walk up:", [top.as_posix() for top, _, _ in root.walk(top_down=False)][-1])
moved = (root / "two.bin").rename(root / "renamed.bin")
print("rename:", moved.as_posix(), moved.exists(), (root / "two.bin").exists(),
      moved.replace(root / "one.txt").read_bytes())
attempt("mkdir exists", root.mkdir)
attempt("mkdir exist_ok", root.mkdir, exist_ok=True)
attempt("mkdir over a file", (root / "one.txt").mkdir, exist_ok=True)
attempt("mkdir without parents", Path("x/y/z").mkdir)
attempt("read missing", Path("missing").read_text)
attempt("rmdir full", root.rmdir)
attempt("unlink missing", Path("missing").unlink)
attempt("unlink missing_ok", Path("missing").unlink, missing_ok=True)
attempt("unlink folder", (root / "sub").unlink)
attempt("touch exists", (root / "one.txt").touch, exist_ok=False)
attempt("write_text bytes", (root / "one.txt").write_text, b"x")
attempt("write_bytes text", (root / "one.txt").write_bytes, "x")
attempt("absolute glob", lambda: list(root.glob("/x")))
attempt("empty glob", lambda: list(root.glob("")))
attempt("strict resolve", Path("missing/x").resolve, strict=True)
print("absolute:", Path("a/../b").absolute().parts[-3:], Path("a/../b").resolve().relative_to(Path.cwd()),
      Path("work area/sub/..").resolve().name, Path.cwd() == Path().absolute(),
      Path("~").expanduser() == Path.home())
print("copy:", (root / "one.txt").copy(root / "copied.bin").name, (root / "copied.bin").read_bytes(),
      (root / "copied.bin").move_into(root / "sub").as_posix(),
      sorted(x.name for x in (root / "sub").iterdir()))
