# harness:
#   description: ctypes - functions that take and return floating point numbers
#   tags: [module:ctypes]
#   needs: [ctypes]
import ctypes

libm = ctypes.CDLL("libm.so.6")
for name in ("fabs", "floor", "ceil", "trunc"):
    function = getattr(libm, name)
    function.argtypes, function.restype = [ctypes.c_double], ctypes.c_double
    print(name, function(-2.75), function(3), function(ctypes.c_double(0.5)))
libm.ldexp.argtypes, libm.ldexp.restype = [ctypes.c_double, ctypes.c_int], ctypes.c_double
print("ldexp", libm.ldexp(0.75, 4))
libm.fabsf.argtypes, libm.fabsf.restype = [ctypes.c_float], ctypes.c_float
print("fabsf", libm.fabsf(-0.5))
