# harness:
#   description: functions on files given an empty name, and the errno of each
#   tags: [files, errors]
import errno
import os
import pathlib


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except OSError as error:
        print(label, "->", type(error).__name__, errno.errorcode.get(error.errno), repr(error.filename))


attempt("open", open, "")
attempt("open to write", open, "", "w")
attempt("stat", lambda: os.stat("").st_nlink > 0)
attempt("mkdir", os.mkdir, "")
attempt("exists", os.path.exists, "")
attempt("isdir", os.path.isdir, "")
print("Path:", pathlib.Path("").exists(), str(pathlib.Path("")), os.path.abspath("") == os.getcwd())
