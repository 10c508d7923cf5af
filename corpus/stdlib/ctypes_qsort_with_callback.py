# harness:
#   description: ctypes - qsort of the C library with a comparison in Python
#   tags: [module:ctypes]
#   needs: [ctypes]
import ctypes
from ctypes import CFUNCTYPE, POINTER, c_int, sizeof

Compare = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
libc = ctypes.CDLL(None)
libc.qsort.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t, Compare]
libc.qsort.restype = None
values = (c_int * 6)(5, 1, 4, 2, 6, 3)
libc.qsort(values, len(values), sizeof(c_int), Compare(lambda a, b: b[0] - a[0]))
print("downwards:", list(values))
libc.qsort(values, 3, sizeof(c_int), Compare(lambda a, b: a.contents.value - b.contents.value))
print("first three upwards:", list(values))
