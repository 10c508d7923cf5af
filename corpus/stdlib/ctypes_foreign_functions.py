# harness:
#   description: ctypes - functions of the C library with declared types, missing symbols
#   tags: [module:ctypes]
#   needs: [ctypes]
import ctypes


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


libc = ctypes.CDLL(None)
libc.strlen.argtypes, libc.strlen.restype = [ctypes.c_char_p], ctypes.c_size_t
print("strlen:", libc.strlen(b"four"), libc.strlen(b""), libc.abs(-5))
libc.labs.argtypes, libc.labs.restype = [ctypes.c_long], ctypes.c_long
print("labs:", libc.labs(-2 ** 40))
libc.toupper.argtypes, libc.toupper.restype = [ctypes.c_int], ctypes.c_int
print("toupper:", chr(libc.toupper(ord("q"))))
attempt("missing symbol", lambda: libc.no_such_function_here)
attempt("missing library", ctypes.CDLL, "./no-such-library.so")
