# harness:
#   description: ctypes - layout of structures, packing, byte order, unions, initialisation
#   tags: [module:ctypes]
#   needs: [ctypes]
from ctypes import (
    BigEndianStructure,
    Structure,
    Union,
    c_char,
    c_double,
    c_int32,
    c_uint8,
    c_uint16,
    c_uint32,
    sizeof,
)


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


class Point(Structure):
    _fields_ = [("x", c_int32), ("y", c_int32)]


class Mixed(Structure):
    _fields_ = [
        ("tag", c_uint8),
        ("value", c_double),
        ("small", c_uint16),
        ("point", Point),
        ("name", c_char * 4),
    ]


class Packed(Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = [("a", c_uint8), ("b", c_uint32)]


class Big(BigEndianStructure):
    _fields_ = [("n", c_uint32), ("m", c_uint16)]


class Either(Union):
    _fields_ = [("number", c_uint32), ("octets", c_uint8 * 4)]


print(
    "layout:",
    [(name, getattr(Mixed, name).offset, getattr(Mixed, name).size) for name, *_ in Mixed._fields_],
    sizeof(Mixed),
)
print("packed:", sizeof(Packed), Packed.b.offset)
mixed = Mixed(1, 2.5, point=Point(y=7), name=b"abcd")
print("values:", mixed.tag, mixed.value, mixed.small, mixed.point.x, mixed.point.y, mixed.name)
attempt("too many", Point, 1, 2, 3)
attempt("unknown keyword", lambda: Point(z=1).z)
attempt("duplicate", lambda: Point(1, x=2))
print("big endian:", bytes(Big(0x01020304, 0x0506)), Big.from_buffer_copy(b"\0\0\1\0\0\2\0\0").n)
either = Either(0x01020304)
print("union:", sorted(either.octets), sizeof(either))
backing = bytearray(8)
Point.from_buffer(backing).y = 258
print("from_buffer:", bytes(backing))
attempt("from_buffer short", Point.from_buffer, bytearray(3))
