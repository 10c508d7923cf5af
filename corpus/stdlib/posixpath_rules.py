# harness:
#   description: posixpath - splitting, joining, normalising, relative and common paths, expansion, real files
#   tags: [module:posixpath, files]
#   env: {WORD: value, EMPTY: ""}
import os
import posixpath as path


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for text in ("/a/b/c.txt", "a//b", "/", "//", "///a", "a/", "", ".", "..", ".bashrc", "a.tar.gz", "/.x.y",
             "a.b/c", "...", "é/ü.ñ", "a/.b.", "c:\\x"):
    print(repr(text), path.split(text), path.splitext(text), path.splitroot(text), path.basename(text),
          path.dirname(text), path.isabs(text), repr(path.normpath(text)))
for parts in (("a", "b"), ("a/", "b"), ("a", "/b", "c"), ("", "a"), ("a", ""), ("a", "", "b"), ("/",),
              ("a", "..", "b"), (b"x", b"y")):
    print("join", parts, repr(path.join(*parts)))
for text in ("a/../b", "/..", "/../../a", "../..", "a/./b/.", "//a/b", "///a", "a/b/../../..", "./a"):
    print("normpath", text, path.normpath(text))
for target, start in (("/a/b", "/a"), ("/a", "/a/b/c"), ("/a/b", "/a/b"), ("/x", "/y/z"), ("a/b", "a/c"),
                      ("/", "/a"), ("a", "."), ("/a/b", "/")):
    attempt(f"relpath {target} {start}", path.relpath, target, start)
attempt("relpath empty", path.relpath, "")
for items in (["/a/b", "/a/c"], ["a/b", "a/b/c"], ["/a", "a"], ["a", "b"], [], ["/a//b/", "/a/b/c/../d"],
              ["/", "/a"], [b"/a/b", b"/a"], ["/a", b"/a"]):
    attempt(f"commonpath {items}", path.commonpath, items)
print("commonprefix:", path.commonprefix(["/usr/lib", "/usr/libexec"]),
      path.commonprefix([[1, 2, 3], [1, 2, 4]]), repr(path.commonprefix([])))
for text in ("$WORD/a", "${WORD}b", "$WORDb", "$missing", "${missing}", "$", "$$WORD", "${WORD", "a$EMPTY-b",
             "$1x", "~$WORD"):
    print("expandvars", text, repr(path.expandvars(text)))
os.environ["HOME"] = "/home/me/"
print("expanduser:", path.expanduser("~"), path.expanduser("~/x"), path.expanduser("a~"),
      path.expanduser("~no_such_user_here/x"), path.expanduser(b"~/b"))

os.makedirs("dir/sub")
with open("dir/file.txt", "w", encoding="utf-8") as stream:
    stream.write("12345")
os.utime("dir/file.txt", (1_000_000_000, 1_000_000_001.5))
for name in ("dir", "dir/file.txt", "dir/none", "", "dir/sub/..", "a\0b", 99999, "dir/file.txt/"):
    print(repr(name), path.exists(name), path.isfile(name), path.isdir(name),
          path.islink(name) if name != 99999 else "", path.lexists(name) if name != 99999 else "")
print("stat:", path.getsize("dir/file.txt"), path.getatime("dir/file.txt"), path.getmtime("dir/file.txt"),
      path.ismount("/"), path.ismount("dir"))
attempt("size missing", path.getsize, "dir/none")
print("same:", path.samefile("dir", "dir/sub/.."), path.samefile("dir", "dir/sub"), path.sameopenfile(1, 1),
      path.realpath("dir/./sub/../file.txt") == path.abspath("dir/file.txt"))
attempt("same missing", path.samefile, "dir", "none")
print("abspath:", path.abspath("/a/../b"), path.abspath("x") == path.join(os.getcwd(), "x"),
      path.realpath("/none/../x"), path.normcase("AbC"), path.isjunction("dir"))
try:
    path.realpath("none/x", strict=True)
except FileNotFoundError as error:
    print("strict realpath:", path.basename(error.filename), error.strerror)


class Like:
    def __init__(self, value):
        self.value = value

    def __fspath__(self):
        return self.value


print("path-like:", path.join(Like("a"), Like("b")), path.split(Like(b"x/y")), os.fspath(Like("q")),
      os.fsencode("é"), os.fsdecode(b"\xc3\xa9\xff").encode("unicode_escape"))
for bad in (5, None, Like(3), ["a"]):
    attempt(f"join {type(bad).__name__}", path.join, bad, "x")
attempt("mixed", path.join, "a", b"b")
