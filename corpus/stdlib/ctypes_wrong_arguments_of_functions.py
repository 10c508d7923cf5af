# harness:
#   description: ctypes - declared argument types are enforced before the C function is called
#   tags: [module:ctypes]
#   needs: [ctypes]
import ctypes
import sys


def attempt(label, function, *args):
    try:
        print(label, "->", type(function(*args)).__name__)
    except Exception as error:
        print(label, "->", type(error).__name__)
    sys.stdout.flush()


libc = ctypes.CDLL(None)
libc.strlen.argtypes, libc.strlen.restype = [ctypes.c_char_p], ctypes.c_size_t
libc.abs.argtypes = [ctypes.c_int]
attempt("right", libc.strlen, b"four")
attempt("text for number", libc.abs, "5")
attempt("float for number", libc.abs, -2.5)
attempt("none for number", libc.abs, None)
attempt("text for bytes", libc.strlen, "text")
attempt("too few", libc.abs)
attempt("float for pointer", libc.strlen, 5.0)
attempt("too few pointers", libc.strlen)
