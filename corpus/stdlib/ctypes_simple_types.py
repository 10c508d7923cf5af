# harness:
#   description: ctypes - simple types, wrap-around, sizes, repr, refused values
#   tags: [module:ctypes]
#   needs: [ctypes]
from ctypes import (
    c_bool,
    c_byte,
    c_char,
    c_char_p,
    c_double,
    c_int,
    c_int16,
    c_int32,
    c_int64,
    c_ubyte,
    c_uint8,
    c_uint32,
    c_uint64,
    c_void_p,
    sizeof,
)


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


print(
    "wrap:",
    c_byte(200).value,
    c_ubyte(-1).value,
    c_int16(40000).value,
    c_uint32(-1).value,
    c_int64(2**63).value,
)
print(
    "others:",
    c_bool(5).value,
    c_char(b"x").value,
    c_double(3).value,
    c_char_p(b"text").value,
    c_void_p(None).value,
)
print("sizes:", [sizeof(t) for t in (c_uint8, c_int16, c_int32, c_uint64, c_double, c_char * 7)])
print("repr:", c_int32(5), c_double(2.5), c_char(b"q"), c_bool(0))
attempt("int from str", c_int, "5")
attempt("int from float", c_int, 1.5)
attempt("char too long", c_char, b"ab")
attempt("char_p from str", c_char_p, "text")
number = c_int32(5)
number.value = 2**31
print("assigned:", number.value, bool(c_int32(0)), c_int32(5) == c_int32(5))
