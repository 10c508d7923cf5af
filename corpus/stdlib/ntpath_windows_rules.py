# harness:
#   description: ntpath on any system - drives, UNC, joins, normalisation, relative paths, reserved names
#   tags: [module:ntpath, files]
import ntpath


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


PATHS = ["c:\\a\\b.txt", "c:a", "\\a\\b", "\\\\server\\share\\dir\\f", "\\\\server\\share", "\\\\server",
         "//s/h/x", "\\\\?\\c:\\x\\y", "\\\\?\\UNC\\srv\\shr\\z", "\\\\.\\dev\\x", "a/b\\c", "", ".", "..",
         "c:", "c:\\", "c:/x//y/", "1:x", "\\", "\\\\\\x",
         "x.tar.gz", ".rc", "a.b\\c", "é:\\x"]
for path in PATHS:
    print(repr(path), "drive", ntpath.splitdrive(path), "root", ntpath.splitroot(path), "split",
          ntpath.split(path), "ext", ntpath.splitext(path)[1], "abs", ntpath.isabs(path))
for path in ("a\\..\\b", "c:\\..\\x", "c:..\\x", "..\\..\\a", "a/./b//c/..", "\\\\s\\h\\..\\x",
             "\\\\?\\c:\\a\\..\\b", "", ".", "c:", "c:/", "/../x", "a\\b\\..\\..\\..", "x" * 5 + "/",
             "...\\a", "\\\\.\\x\\..\\y"):
    print("normpath", repr(path), repr(ntpath.normpath(path)))
JOINS = [("a", "b"), ("a\\", "b"), ("a", "\\b"), ("a", "c:b"), ("c:a", "b"), ("c:", "b"), ("c:a", "c:b"),
         ("C:a", "c:b"), ("c:\\a", "\\b"), ("a", ""), ("", "a"), ("a/b", "c/d"), ("c:\\a", "d:\\b"),
         ("\\\\s\\h", "x"), ("\\\\s\\h\\a", "\\b"), ("a",), ("", ""), ("c:/", "x"),
         ("a", "b", "..", "c:\\d", "e")]
for parts in JOINS:
    print("join", parts, repr(ntpath.join(*parts)))
print("normcase:", ntpath.normcase("C:/ABC/dEf"), ntpath.normcase("ÉÀ"), ntpath.normcase(b"A/B"))
print("names:", ntpath.basename("c:\\a\\b"), ntpath.dirname("c:\\a\\b"), ntpath.basename("a/"),
      ntpath.dirname("\\\\s\\h\\x"), ntpath.basename("c:"))
for path, start in (("c:\\a\\b", "c:\\a"), ("c:\\a", "c:\\a\\b"), ("C:\\A\\b", "c:\\a"), ("c:\\a", "c:\\a"),
                    ("c:\\x\\y", "c:\\a\\b"), ("d:\\a", "c:\\a"), ("\\\\s\\h\\a", "\\\\s\\h\\b"),
                    ("\\\\s\\h\\a", "c:\\a"), ("c:\\", "c:\\a")):
    attempt(f"relpath {path} {start}", ntpath.relpath, path, start)
attempt("relpath empty", ntpath.relpath, "")
for paths in (["c:\\a\\b", "c:\\a\\c"], ["C:\\a", "c:\\A\\x"], ["a\\b", "a/c"], ["c:\\a", "d:\\a"],
              ["c:\\a", "a"], ["\\a", "c:\\a"], [], ["c:a", "c:b"], ["\\\\s\\h\\a", "\\\\s\\h\\a\\b"],
              ["abc", "abd"]):
    attempt(f"commonpath {paths}", ntpath.commonpath, paths)
print("commonprefix:", ntpath.commonprefix(["c:\\abc", "c:\\abd"]), repr(ntpath.commonprefix([])))
import os  # noqa: E402

os.environ.update(USER_X="value", USERPROFILE="C:\\Users\\me")
for text in ("%USER_X%\\a", "$USER_X/b", "${USER_X}c", "'%USER_X%'", "%%", "$$", "%missing%", "$missing",
             "%USER_X", "${USER_X", "a%USER_X%$USER_X"):
    print("expandvars", repr(text), repr(ntpath.expandvars(text)))
print("expanduser:", ntpath.expanduser("~"), ntpath.expanduser("~\\x"), ntpath.expanduser("x~"),
      ntpath.expanduser("~/a/b"))
print("reserved:", [(n, ntpath.isreserved(n)) for n in ("NUL", "con.txt", "COM1", "com10", "a.", "a ", "a:b",
                                                        "ok", "aux/x", "x/aux", "c:\\LPT1", "a?b", "",
                                                        "CONOUT$", "com¹")])
print("mount and root:", ntpath.splitroot("c:\\x")[:2], ntpath.sep,
      ntpath.altsep, ntpath.pathsep, ntpath.extsep, ntpath.curdir, ntpath.pardir, ntpath.devnull)
attempt("mixed join", ntpath.join, "a", b"b")
attempt("number", ntpath.split, 5)
attempt("none", ntpath.normpath, None)
attempt("bytes", ntpath.join, b"c:\\a", b"b")
attempt("bytes split", ntpath.splitroot, b"\\\\s\\h\\x")
