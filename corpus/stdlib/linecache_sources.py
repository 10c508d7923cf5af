# harness:
#   description: linecache - files, missing lines, staleness, lazy entries, encodings and in-memory sources
#   tags: [module:linecache, files]
#   files: {sample.py: "first = 1\nsecond = 2\n\nlast = 4"}
import linecache
import os
import sys
import traceback


def write(name, data):
    with open(name, "wb") as stream:
        stream.write(data)


print("lines:", [linecache.getline("sample.py", n) for n in (-1, 0, 1, 2, 3, 4, 5)])
print("all:", linecache.getlines("sample.py"))
print("missing:", linecache.getlines("no_such_file.py"), repr(linecache.getline("no_such_file.py", 1)))
print("cached name:", "sample.py" in linecache.cache, "no_such_file.py" in linecache.cache)
write("sample.py", b"changed = True\nand_longer = 1\n")
print("stale:", linecache.getline("sample.py", 1))
linecache.checkcache("sample.py")
print("checked:", linecache.getline("sample.py", 1), "last line gets a newline:",
      repr(linecache.getlines("sample.py")[-1]))
os.remove("sample.py")
print("removed but cached:", linecache.getline("sample.py", 2))
linecache.checkcache()
print("checked again:", linecache.getlines("sample.py"))

write("latin.py", b"# -*- coding: latin-1 -*-\nname = 'caf\xe9'\n")
write("bom.py", b"\xef\xbb\xbfname = '\xc3\xa9'\n")
write("broken.py", b"name = '\xff\xfe'\n")
write("unknown.py", b"# coding: no-such-codec\nx\n")
write("crlf.py", b"a = 1\r\nb = 2\rc = 3\n")
write("empty.py", b"")
write("null.py", b"a\0b\n")
for name in ("latin.py", "bom.py", "broken.py", "unknown.py", "crlf.py", "empty.py", "null.py"):
    print(name, ascii(linecache.getlines(name)))

for name in ("", "<string>", "<stdin>", "relative/none.py", "a\0b"):
    print("odd name", repr(name), linecache.getlines(name))

code = compile("def inner():\n    return 1 / 0\n", "<in memory>", "exec")
linecache.cache["<in memory>"] = (30, None, ["def inner():\n", "    return 1 / 0\n"], "<in memory>")
namespace = {}
exec(code, namespace)
try:
    namespace["inner"]()
except ZeroDivisionError as error:
    print("traceback line:", traceback.extract_tb(error.__traceback__)[-1].line)
linecache.checkcache()
print("memory entry kept without mtime:", linecache.getline("<in memory>", 1))


class Loader:
    calls = []

    def get_source(self, name):
        Loader.calls.append(name)
        if name == "fails":
            raise ImportError(name)
        return "lazy one\nlazy two\n" if name == "lazy_module" else None


def entry(name):
    return {"__name__": name, "__loader__": Loader()}


print("lazycache:", linecache.lazycache("lazy.py", entry("lazy_module")), Loader.calls)
print("not for markup names:", linecache.lazycache("<x>", entry("lazy_module")),
      linecache.lazycache("n.py", {"__name__": "n"}), linecache.lazycache("", None))
print("resolved:", linecache.getline("lazy.py", 2), Loader.calls)
print("by globals:", linecache.getline("other.py", 1, entry("lazy_module")),
      linecache.getlines("gone.py", entry("none")), linecache.getlines("f.py", entry("fails")))
print("calls:", Loader.calls)
linecache.clearcache()
print("cleared:", linecache.cache)
os.makedirs("library", exist_ok=True)
write("library/on_path.py", b"found = 'by sys.path'\n")
sys.path.append("library")
print("searched:", linecache.getline("on_path.py", 1))
print("updatecache:", linecache.updatecache("bom.py"), linecache.updatecache("nowhere.py"))
