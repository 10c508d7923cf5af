# harness:
#   description: ctypes - Python functions called through C function pointers
#   tags: [module:ctypes]
#   needs: [ctypes]
from ctypes import CFUNCTYPE, c_double, c_int, c_int64

Twice = CFUNCTYPE(c_int, c_int)
twice = Twice(lambda n: n * 2)
print("ints:", twice(21), twice(-3))
Half = CFUNCTYPE(c_double, c_double)
print("doubles:", Half(lambda x: x / 2)(5.0))
print("several:", CFUNCTYPE(c_int64, c_int, c_int64)(lambda a, b: a * b)(7, 2 ** 40))
log = []
print("no result:", CFUNCTYPE(None, c_int)(log.append)(4), log)
print("class:", type(twice).__mro__[1].__name__)
