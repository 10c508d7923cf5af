# harness:
#   description: open() modes, exclusive and append, truncation, errors with errno for every wrong use
#   tags: [files, errors]
import errno
import io
import os


def attempt(label, function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        if isinstance(result, io.IOBase):
            result.close()
            result = type(result).__name__
        print(label, "->", repr(result))
    except OSError as error:
        code = errno.errorcode.get(error.errno)
        print(label, "->", type(error).__name__, code, error.filename, error.filename2)
    except Exception as error:
        print(label, "->", type(error).__name__)


def content(name):
    with open(name, "rb") as stream:
        return stream.read()


with open("a.txt", "w") as stream:
    print("write:", stream.write("line one\n"), stream.write(""), stream.tell(), stream.mode, stream.name,
          stream.closed, stream.encoding.lower())
print("closed:", stream.closed, content("a.txt"))
with open("a.txt", "a+") as stream:
    print("append starts at the end:", stream.tell(), repr(stream.read()))
    stream.seek(0)
    print("reads:", repr(stream.readline()))
    stream.write("line two\n")
print(content("a.txt"))
with open("a.txt", "r+") as stream:
    print("r+:", repr(stream.read(4)))
    stream.seek(0)
    stream.write("LINE")
print(content("a.txt"))
with open("a.txt", "w+b") as stream:
    print("w+b truncates:", stream.read(), stream.write(b"\x00\xff\r\n"), stream.seek(0), stream.read(),
          stream.mode)
with open("new.bin", "xb", buffering=0) as stream:
    print("exclusive unbuffered:", type(stream).__name__, stream.write(b"abc"), stream.mode)
attempt("exclusive exists", open, "new.bin", "x")
attempt("missing", open, "missing.txt")
attempt("missing folder", open, "no/such/file.txt", "w")
attempt("missing for r+", open, "missing.txt", "r+")
os.mkdir("folder")
attempt("open a folder", open, "folder")
attempt("write a folder", open, "folder", "w")
attempt("file as a folder", open, "new.bin/inside")
attempt("nul in name", open, "a\0b")
for mode in ("", "q", "rw", "rr", "r+w", "+", "b", "bt", "rbt", "U", "wx", "r++", "ab+", "rt", "br+", "x+b"):
    attempt(f"mode {mode!r}", open, "missing2.txt" if "r" in mode else f"made_{len(mode)}{mode[:1]}.txt",
            mode)
attempt("binary with encoding", open, "new.bin", "rb", encoding="utf-8")
attempt("binary with errors", open, "new.bin", "rb", errors="strict")
attempt("binary with newline", open, "new.bin", "rb", newline="")
attempt("text unbuffered", open, "new.bin", "r", 0)
attempt("bad newline", open, "new.bin", newline="x")
attempt("bad encoding", open, "new.bin", encoding="no-such")
attempt("bad buffering", open, "new.bin", "rb", -5)
attempt("closefd with name", open, "new.bin", closefd=False)
attempt("mode int", open, "new.bin", 5)
attempt("path object", open, os.fsencode("new.bin"))
attempt("list path", open, ["new.bin"])
with open("new.bin") as stream:
    attempt("write on a reader", stream.write, "x")
    attempt("writelines on a reader", stream.writelines, ["x"])
    attempt("truncate a reader", stream.truncate)
with open("new.bin", "wb") as stream:
    attempt("read on a writer", stream.read)
    attempt("readline on a writer", stream.readline)
    attempt("iterate a writer", next, stream)
    attempt("text to binary", stream.write, "x")
    attempt("seek back too far", stream.seek, -1)
    attempt("bad whence", stream.seek, 0, 9)
attempt("write when closed", stream.write, b"x")
attempt("fileno when closed", stream.fileno)
attempt("with when closed", stream.__enter__)
attempt("flush when closed", stream.flush)
print("close twice:", stream.close())
attempt("remove missing", os.remove, "missing.txt")
attempt("remove folder", os.rmdir, "missing")
attempt("rmdir of a file", os.rmdir, "new.bin")
attempt("mkdir exists", os.mkdir, "folder")
attempt("mkdir parents", os.mkdir, "x/y")
attempt("rename missing", os.rename, "missing.txt", "other.txt")
attempt("listdir missing", os.listdir, "missing")
attempt("listdir file", os.listdir, "new.bin")
attempt("stat missing", os.stat, "missing")
with open("folder/inside", "w"):
    pass
attempt("rmdir not empty", os.rmdir, "folder")
error = OSError(errno.ENOENT, "made by hand", "name")
print("subclass picked:", type(error).__name__, str(error).partition("] ")[2], error.args[1:], error.strerror)
for code in ("EEXIST", "EACCES", "EPERM", "EISDIR", "EPIPE", "EAGAIN", "EINTR", "ETIMEDOUT", "ECONNREFUSED",
             "EIO"):
    print(code, type(OSError(getattr(errno, code), "x")).__name__, end="; ")
print(type(OSError(9999, "x")).__name__, OSError("one").errno, OSError(9999, "x"),
      repr(OSError(9999, "x", "f")))
