# harness:
#   description: open, os.fdopen and os functions given descriptors that are wrong, negative or closed
#   tags: [files, errors]
import errno
import io
import os


def attempt(label, function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        print(label, "->", type(result).__name__ if isinstance(result, io.IOBase) else repr(result))
        if isinstance(result, io.IOBase):
            result.close()
    except OSError as error:
        print(label, "->", type(error).__name__, errno.errorcode.get(error.errno), error.filename)
    except (ValueError, TypeError, OverflowError) as error:
        print(label, "->", type(error).__name__)


descriptor = os.open("data.bin", os.O_RDWR | os.O_CREAT)
attempt("write", os.write, descriptor, b"data")
attempt("open without closing", open, descriptor, "rb", closefd=False)
attempt("still open", os.lseek, descriptor, 0, os.SEEK_END)
attempt("open", open, descriptor, "rb")
attempt("closed by it", os.lseek, descriptor, 0, os.SEEK_END)
attempt("bad descriptor", open, 987)
attempt("bad descriptor to write", open, 987, "w")
attempt("fdopen bad", os.fdopen, 987)
attempt("negative", open, -1)
attempt("float", open, 987.0)
attempt("read bad", os.read, 987, 1)
attempt("close bad", os.close, 987)
attempt("fstat bad", os.fstat, 987)
