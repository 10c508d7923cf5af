# harness:
#   description: glob - wildcards, recursion, hidden files, root_dir, escape, translate, include_hidden
#   tags: [module:glob, files]
import glob
import os
import re

NAMES = ["a.txt", "b.txt", "c.py", "A.TXT", ".hidden.txt", "[brackets].txt", "sp ace.txt", "sub/d.txt",
         "sub/e.py", "sub/.secret/f.txt", "sub/deep/g.txt",
         "sub/deep/er/h.txt", "other/i.txt", "other/sub/j.txt", "emptydir/"]
for name in NAMES:
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    if not name.endswith("/"):
        with open(name, "w", encoding="utf-8") as stream:
            stream.write(name)


def show(label, found):
    print(label, "->", sorted(n.replace(os.sep, "/") if isinstance(n, str) else n for n in found))


for pattern in ("*.txt", "?.txt", "[ab].txt", "[!ab].txt", "*", ".*", "*/", "*/*.txt", "sub/*", "sub/**",
                "**/*.txt", "**", "nothing*", "a.txt", "missing.txt",
                "sub/", "a.txt/", "./*.py", "s*/d*/g.*", "*/sub/*", "[[]*", "", "**/sub/*.txt", "sub/**/",
                "sub/../*.py"):
    show(f"glob {pattern!r}", (n for n in glob.glob(pattern) if not n.startswith("glob_")))
for pattern in ("**", "**/*.txt", "sub/**", "**/sub/*.txt", "sub/**/", "**/deep/**", "**/*.py",
                "sub/**/**/*.txt"):
    show(f"recursive {pattern!r}", (n for n in glob.glob(pattern, recursive=True) if "glob_" not in n))
show("hidden", glob.glob("*.txt", include_hidden=True))
show("hidden recursive", glob.glob("sub/**/*.txt", recursive=True, include_hidden=True))
show("root", glob.glob("*", root_dir="sub"))
show("root recursive", glob.glob("**/*.txt", root_dir="other", recursive=True))
show("root missing", glob.glob("*", root_dir="nowhere"))
show("bytes", glob.glob(b"sub/*.py"))
show("iglob", glob.iglob("o*/*"))
print("iterator:", next(glob.iglob("c.*")), type(glob.iglob("*")).__name__)
print("escape:", glob.escape("[brackets].txt"), glob.escape("a*?[]"), glob.escape(b"b*"))
show("escaped", glob.glob(glob.escape("[brackets].txt")))
show("unescaped", glob.glob("[brackets].txt"))
print("magic:", [glob.has_magic(p) for p in ("a", "a*", "a?", "[a]", "a]", b"*")])
try:
    glob.glob(5)
except (TypeError, AttributeError) as error:
    print(type(error).__name__)
try:
    glob.glob(b"*", root_dir="sub")
except TypeError as error:
    print("refused:", type(error).__name__)

PATHS = ["a.txt", "x/a.txt", "x/y/a.txt", ".h/a.txt", "x/.h", "a.py", "x/y/z/b.txt", "ab", "x"]
for pattern, options in (("*.txt", {}), ("**/*.txt", {"recursive": True}), ("**/*.txt", {}),
                         ("x/**", {"recursive": True}), ("?b", {}), ("x/*", {}),
                         ("*", {"include_hidden": True}), ("**/.h", {"recursive": True,
                                                                     "include_hidden": True}), ("[ax]*", {}),
                         ("**", {"recursive": True})):
    matcher = re.compile(glob.translate(pattern, seps="/", **options))
    print("translate", repr(pattern), sorted(options), [p for p in PATHS if matcher.match(p)])
print("dos separators:", bool(re.match(glob.translate("*\\*.txt", seps="\\/"), "x\\a.txt")),
      bool(re.match(glob.translate("a/b", seps=["/", "\\"]), "a\\b")))
