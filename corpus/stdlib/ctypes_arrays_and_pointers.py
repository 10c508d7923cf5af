# harness:
#   description: ctypes - arrays, slices, pointers, casts, string buffers, memory functions
#   tags: [module:ctypes]
#   needs: [ctypes]
import ctypes
from ctypes import POINTER, Array, c_int32, c_uint8, cast, create_string_buffer, pointer, sizeof


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


numbers = (c_int32 * 5)(1, 2, 3)
print("array:", list(numbers), len(numbers), numbers[1:4], numbers[-1], numbers[::-2],
      isinstance(numbers, Array))
attempt("index", lambda: numbers[5])
attempt("too many items", c_int32 * 2, 1, 2, 3)
attempt("negative", lambda: c_int32 * -1)
numbers[1:3] = [20, 30]
p = pointer(c_int32(42))
print("pointer:", p.contents.value, p[0], bool(p), bool(POINTER(c_int32)()))
p[0] = 43
print("written:", p.contents.value, cast(numbers, POINTER(c_int32))[2], cast(numbers, POINTER(c_uint8))[4])
attempt("null", lambda: POINTER(c_int32)().contents)
attempt("pointer to str", POINTER(c_int32), "x")
buffer = create_string_buffer(b"hello", 8)
print("buffer:", buffer.value, buffer.raw, sizeof(buffer), ctypes.string_at(buffer, 3))
buffer[0] = b"J"
ctypes.memset(ctypes.addressof(buffer) + 2, ord("z"), 2)
ctypes.memmove(buffer, b"AB", 2)
print("changed:", buffer.value)
attempt("buffer too small", create_string_buffer, b"hello", 2)
print("byref:", type(ctypes.byref(c_int32())).__name__)
