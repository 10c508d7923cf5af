# harness:
#   description: ctypes - a callback called again through its address
#   tags: [module:ctypes]
#   needs: [ctypes]
import ctypes

Twice = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)
twice = Twice(lambda n: n * 2)
address = ctypes.cast(twice, ctypes.c_void_p).value
print("address:", type(address).__name__, address is not None and address > 4096, flush=True)
again = Twice(address)
print("by address:", again(8), again is twice)
