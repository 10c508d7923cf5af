# harness:
#   description: str, strerror and args of OSErrors for missing, existing and wrong kinds of files
#   tags: [errors, messages, files]
import os
import shutil
from pathlib import Path


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except OSError as error:
        print(label, "->", type(error).__name__, "|", error, "|", error.strerror, error.filename,
              error.filename2)
    except Exception as error:
        print(label, "->", type(error).__name__, "|", error)


with open("file.txt", "w") as stream:
    stream.write("x")
os.mkdir("folder")
with open("folder/inside", "w"):
    pass
attempt("open missing", open, "missing.txt")
attempt("open exclusive", open, "file.txt", "x")
attempt("open a folder to write", open, "folder", "w")
attempt("file as a folder", open, "file.txt/inside")
attempt("open empty name", open, "")
attempt("open nul", open, "a\0b")
attempt("stat nul", os.stat, "a\0b")
attempt("bad descriptor", os.read, 987, 1)
attempt("remove missing", os.remove, "missing.txt")
attempt("rmdir of a file", os.rmdir, "file.txt")
attempt("rmdir not empty", os.rmdir, "folder")
attempt("mkdir exists", os.mkdir, "folder")
attempt("makedirs exists", os.makedirs, "folder")
attempt("rename missing", os.rename, "missing.txt", "other.txt")
attempt("listdir file", os.listdir, "file.txt")
attempt("chdir missing", os.chdir, "missing")
attempt("rmtree missing", shutil.rmtree, "missing")
attempt("copy onto itself", shutil.copyfile, "file.txt", "file.txt")
attempt("Path.mkdir", Path("folder").mkdir)
attempt("Path.rmdir", Path("folder").rmdir)
attempt("strict resolve", lambda: Path("missing/x").resolve(strict=True).name)
