# harness:
#   description: built-in exception classes, their attributes, arguments, str and repr, notes
#   tags: [exceptions]

import copy
import errno
import pickle

for cls in (OSError, UnicodeError, SyntaxError, ImportError, KeyError, StopIteration, RecursionError,
            NotADirectoryError,
            ModuleNotFoundError, TabError, FloatingPointError, PythonFinalizationError, EncodingWarning,
            BaseExceptionGroup, ExceptionGroup, GeneratorExit, TimeoutError, ConnectionResetError):
    print(cls.__name__, "<", " < ".join(c.__name__ for c in cls.__mro__[1:-1]))
print(IOError is OSError, EnvironmentError is OSError)

for exc in (ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError("a", "b"), KeyError(),
            KeyError(""),
            OSError("only"), OSError(),
            OSError(9999, "odd"), FileNotFoundError("x"), StopIteration(5), SystemExit(3), SystemExit(),
            SystemExit(1, 2),
            ImportError("m", name="n", path="p"), NameError("n", name="var"),
            AttributeError("a", name="attr", obj=3),
            UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "bad"),
            UnicodeEncodeError("ascii", "a\xe9b", 1, 2, "no"),
            UnicodeEncodeError("ascii", "a\u20ac\u20ac", 1, 3, "no"),
            UnicodeTranslateError("a\ud800", 1, 2, "why"),
            SyntaxError("bad", ("f.py", 3, 7, "the text")), SyntaxError("plain"), SyntaxError()):
    attrs = {k: getattr(exc, k) for k in ("errno", "strerror", "filename", "filename2", "value", "code",
                                          "name", "path",
                                          "obj", "start", "end", "reason", "lineno", "offset", "text", "msg")
             if hasattr(exc, k)}
    print(f"{exc!r} | {exc!s} | {exc.args} | {attrs}")

for name in ("EPERM", "ENOENT", "EINTR", "ECHILD", "EAGAIN", "EACCES", "EEXIST", "ENOTDIR", "EISDIR", "EPIPE",
             "ECONNRESET",
             "ETIMEDOUT", "ECONNREFUSED", "EIO"):
    number = getattr(errno, name)
    exc = OSError(number, "msg", "first", None, "second")
    print(name, type(exc).__name__, str(exc).replace(str(number), "N"), exc.args == (number, "msg"),
          exc.filename2)
for thunk in (lambda: UnicodeDecodeError("x"), lambda: ImportError("a", nope=1),
              lambda: SyntaxError("m", (1, 2)), lambda: AttributeError(nope=1), lambda: OSError(a=1),
              lambda: UnicodeDecodeError("utf-8", "str", 0, 1, "r"), lambda: BaseException.__new__(int)):
    try:
        print(thunk())
    except (TypeError, ValueError, IndexError) as exc:
        print(type(exc).__name__)


class Custom(Exception):
    def __init__(self, code, *, detail="none"):
        super().__init__(f"code {code}")
        self.code, self.detail = code, detail

    def __reduce__(self):
        return (_rebuild, (self.code, self.detail))


def _rebuild(code, detail):
    return Custom(code, detail=detail)


class NoSuper(Exception):
    def __init__(self, a, b):
        self.total = a + b


class StrOverride(ValueError):
    def __str__(self):
        return "overridden " + super().__str__()


c = Custom(4, detail="d")
c.add_note("note one")
c.add_note("note two")
print(c, c.args, c.__notes__, c.__dict__)
d = pickle.loads(pickle.dumps(c))
print(d, d.code, d.detail, hasattr(d, "__notes__"))
e = copy.copy(ValueError("x", 2))
e.extra = 5
print(repr(e), repr(copy.deepcopy(e)), copy.copy(e).extra, e == copy.copy(e))
print(NoSuper(1, 2).args, NoSuper(1, 2).total, str(NoSuper(1, 2)), repr(StrOverride("s")),
      str(StrOverride("s")))
n = ValueError("before")
n.args = ("after", 1)
print(n, repr(n), hasattr(n, "__notes__"))
n.args = "ab"
print(n.args)
try:
    n.args = 5
except TypeError:
    print("TypeError")
try:
    del n.args
except TypeError:
    print("TypeError")
try:
    [].missing
except AttributeError as exc:
    print(exc.name, exc.obj)
try:
    undefined_thing
except NameError as exc:
    print(type(exc).__name__, exc.name)
try:
    import no_such_module_here
except ImportError as exc:
    print(type(exc).__name__, exc.name, exc.path)
try:
    from math import nothing_here
except ImportError as exc:
    print(type(exc).__name__, exc.name, exc.name_from)
try:
    open("missing_file.txt")
except OSError as exc:
    print(type(exc).__name__, exc.errno == errno.ENOENT, exc.filename)
