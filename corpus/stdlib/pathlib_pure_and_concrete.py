# harness:
#   description: pathlib - pure path parts and edits, matching, relative paths, file operations, globbing
#   tags: [module:pathlib, files]
import pickle
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for text in ("/a/b.tar.gz", "a//b/./c", "../x", "", ".", "//net/x", "/", ".rc", "a.", "dir/"):
    p = PurePosixPath(text)
    print(repr(text), repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, str(p.parent), p.is_absolute(),
          p.anchor)
for text in ("c:\\a\\b.txt", "c:x", "\\\\srv\\share\\f", "a/b", "C:/", "\\x"):
    p = PureWindowsPath(text)
    print(repr(text), repr(p), p.parts, p.drive, p.root, p.anchor, p.is_absolute(), p.as_posix(),
          str(p.parent))
p = PurePosixPath("/a/b/c.txt")
print("join:", p / "../d", "x" / p, PurePosixPath("a", "/b", "c"), p.joinpath("q", "r"),
      p / PurePosixPath("/z"), PureWindowsPath("c:\\a") / "\\b", PureWindowsPath("c:\\a") / "d:b")
print("edit:", p.with_name("n.md"), p.with_stem("s"), p.with_suffix(""), p.with_suffix(".py"),
      PurePosixPath("a").with_suffix(".b"), p.with_segments("k", "l"), [str(q) for q in p.parents],
      p.parents[-1], p.parents[0:2])
attempt("bad suffix", p.with_suffix, "txt")
attempt("no name", PurePosixPath("/").with_name, "x")
attempt("bad name", p.with_name, "a/b")
attempt("number", PurePosixPath, 5)
attempt("bytes", PurePosixPath, b"x")
attempt("division", lambda: p / 5)
print("relative:", p.relative_to("/a"), p.is_relative_to("/x"),
      PurePosixPath("/a/x").relative_to("/a/b", walk_up=True), p.relative_to("/a/b/c.txt"))
attempt("not relative", p.relative_to, "/x")
attempt("dots", PurePosixPath("a").relative_to, "../b", walk_up=True)
for pattern in ("*.txt", "b/*.txt", "/a/*/*.txt", "a/*.txt", "**/*.txt", "*.TXT", "c*"):
    print("match", pattern, p.match(pattern), p.full_match(pattern),
          PureWindowsPath("C:/A/C.TXT").match(pattern))
attempt("empty pattern", p.match, "")
print("order:", sorted([PurePosixPath("b"), PurePosixPath("a/z"), PurePosixPath("a")]),
      PurePosixPath("A") == PurePosixPath("a"), PureWindowsPath("A") == PureWindowsPath("a"),
      PurePosixPath("a") == PureWindowsPath("a"), hash(PurePosixPath("a/b")) == hash(PurePosixPath("a//b")))
attempt("mixed order", lambda: PurePosixPath("a") < PureWindowsPath("b"))
print("uri:", Path("/a b/é").as_uri(),
      pickle.loads(pickle.dumps(p)) == p, bytes(PurePosixPath("é")))

base = Path("work")
(base / "sub" / "deep").mkdir(parents=True)
attempt("mkdir", base.mkdir)
base.mkdir(exist_ok=True)
print("write:", (base / "a.txt").write_text("héllo\n", encoding="utf-8"),
      (base / "b.bin").write_bytes(b"\x00\x01"), (base / "sub/deep/c.txt").write_text("x", encoding="utf-8"),
      (base / "sub/d.py").touch())
print("read:", repr((base / "a.txt").read_text(encoding="utf-8")), (base / "b.bin").read_bytes(),
      (base / "a.txt").stat().st_size)
attempt("touch", (base / "a.txt").touch, exist_ok=False)
attempt("read missing", (base / "none").read_text)
attempt("write type", (base / "x").write_text, b"x")
for pattern in ("*", "*.txt", "**/*.txt", "**", "*/", "sub/*", "[ab].*", "none*", "**/deep/.."):
    print("glob", pattern, sorted(q.as_posix() for q in base.glob(pattern)), len(list(base.rglob(pattern))))
attempt("absolute glob", lambda: list(base.glob("/x")))
attempt("glob empty", lambda: list(base.glob("")))
print("iterdir:", sorted(q.name for q in base.iterdir()), [(r.as_posix(), sorted(d), sorted(f)) for r, d,
                                                           f in base.walk()])
print("tests:", base.is_dir(), base.is_file(), base.exists(), (base / "none").exists(),
      (base / "a.txt").is_symlink(), base.samefile("work"), base.is_mount())
moved = (base / "a.txt").rename(base / "renamed.txt")
print("rename:", moved.as_posix(), moved.replace(base / "b.bin").as_posix(),
      (base / "b.bin").read_bytes()[:2])
copied = (base / "b.bin").copy(base / "copy.bin")
print("copy and move:", copied.as_posix(), copied.move_into(base / "sub").as_posix(),
      sorted(q.name for q in (base / "sub").iterdir()))
(base / "sub/copy.bin").unlink()
(base / "none").unlink(missing_ok=True)
attempt("unlink missing", (base / "none").unlink)
attempt("rmdir full", base.rmdir)
print("absolute:", base.absolute() == Path.cwd() / "work", base.resolve().name, Path("/a/../b").resolve(),
      Path("~/x").expanduser() == Path.home() / "x", PurePath is not Path)
with (base / "lines.txt").open("w", encoding="utf-8") as stream:
    stream.write("1\n2\n")
print("open:", [*(base / "lines.txt").read_text(encoding="utf-8").splitlines()])
