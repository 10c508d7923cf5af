# harness:
#   description: errno names, OSError subclass selection, attributes, str forms, real failures
#   tags: [module:errno, exceptions, files]
import errno
import os
import pickle

NAMES = ["EPERM", "ENOENT", "EINTR", "EACCES", "EEXIST", "ENOTDIR", "EISDIR", "EPIPE", "EAGAIN", "ECHILD",
         "ETIMEDOUT",
         "ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EINPROGRESS", "EALREADY", "ESRCH", "EINVAL", "ENOSPC"]
for name in NAMES:
    error = OSError(getattr(errno, name), "why", "file.txt")
    print(name, type(error).__name__, str(error).partition("] ")[2],
          errno.errorcode[getattr(errno, name)] == name)

ENOENT = errno.ENOENT
cases = [OSError(), OSError("only text"), OSError(ENOENT, "text"), OSError(ENOENT, "text", "name"),
         OSError(ENOENT, "text", "a", None, "b"),
         OSError(ENOENT, 2, 3, 4, 5), OSError("x", "y"),
         OSError(ENOENT, "t", b"bytes"), OSError(ENOENT, "t", 7)]
for case in cases:
    print(type(case).__name__, repr(str(case)).replace(f"Errno {ENOENT}", "ENOENT"), case.args[1:],
          case.errno == ENOENT, case.strerror, case.filename, case.filename2)
for function in (lambda: OSError(1, 2, 3, 4, 5, 6), lambda: FileNotFoundError(errno=ENOENT),
                 lambda: OSError(ENOENT, "t", x=1)):
    try:
        print("made:", repr(function()))
    except TypeError as error:
        print("refused:", type(error).__name__)

print("explicit subclass stays:", type(PermissionError(errno.ENOENT, "x")).__name__,
      type(FileNotFoundError("text")).__name__)


class Custom(OSError):
    pass


class WithInit(OSError):
    def __init__(self, label):
        self.label = label


class WithBoth(OSError):
    def __new__(cls, a, b):
        return super().__new__(cls, errno.ENOENT, f"{a}-{b}")

    def __init__(self, a, b):
        super().__init__(errno.EACCES, f"{b}-{a}")


print("custom:", type(Custom(errno.ENOENT, "x")).__name__, Custom(errno.ENOENT, "x").errno == errno.ENOENT)
print("own init:", WithInit("l").args, WithInit("l").errno, repr(str(WithInit("l"))))
print("own new:", WithBoth("p", "q").strerror, WithBoth("p", "q").args[1])
print("aliases:", IOError is OSError, EnvironmentError is OSError,
      issubclass(BrokenPipeError, ConnectionError))
print("hierarchy:", sorted(c.__name__ for c in OSError.__subclasses__() if c.__module__ == "builtins"))
blocking = BlockingIOError(errno.EAGAIN, "would block", 42)
print("blocking:", blocking.characters_written, blocking.filename, BlockingIOError(1, "x").filename)
try:
    BlockingIOError(errno.EAGAIN, "x").characters_written
except AttributeError as error:
    print("not set:", type(error).__name__)
blocking.characters_written = 7
print("changed:", blocking.characters_written)
changed = OSError(ENOENT, "old")
changed.errno, changed.strerror, changed.filename = 13, "new", "later"
print("attributes can change:", str(changed), changed.args)

for error in (OSError(errno.EEXIST, "t", "f"), OSError(ENOENT, "t", "a", None, "b"), FileNotFoundError("x"),
              Custom(1, "t")):
    back = pickle.loads(pickle.dumps(error))
    print("pickle:", type(back).__name__, back.args[1:], back.filename, back.filename2,
          str(back).partition("]")[2])

os.mkdir("folder")
with open("plain.txt", "w", encoding="utf-8") as stream:
    stream.write("x")


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except OSError as error:
        print(label, "->", type(error).__name__, errno.errorcode[error.errno], error.strerror,
              repr(error.filename), repr(error.filename2))


attempt("open missing", open, "missing.txt")
attempt("open folder", open, "folder")
attempt("make again", os.mkdir, "folder")
attempt("exclusive", open, "plain.txt", "x")
attempt("through a file", open, "plain.txt/inner")
attempt("remove missing", os.remove, b"missing.bin")
attempt("rename missing", os.rename, "missing", "other")
attempt("list file", os.listdir, "plain.txt")
os.mkdir("folder/inner")
attempt("rmdir full", os.rmdir, "folder")
attempt("bad descriptor", os.close, 987)
attempt("long name", open, "n" * 300)
print("strerror:", os.strerror(errno.ENOENT), "|", os.strerror(errno.EACCES))
