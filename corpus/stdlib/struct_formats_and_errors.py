# harness:
#   description: struct - byte orders, alignment, every format, ranges, half floats, buffers
#   tags: [module:struct]
import struct
from struct import Struct, calcsize, iter_unpack, pack, pack_into, unpack, unpack_from


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


def round_trip(fmt, value):
    packed = pack(fmt, value)
    return f"{packed.hex()} {unpack(fmt, packed)[0]!r}"


for code, values in {"b": (-128, 127), "B": (0, 255), "h": (-2, 300), "H": (65535,), "i": (-1,), "I": (1,),
                     "l": (7,), "L": (8,), "q": (-2 ** 63,), "Q": (2 ** 64 - 1,), "?": (True, [], "x"),
                     "c": (b"z",), "f": (1.5, -0.0, 1e38), "d": (0.1,), "e": (1.0, 65504.0, 6e-8), "F": (1j,),
                     "D": (1 + 2j,)}.items():
    for order in "<>":
        for value in values:
            attempt(f"{order}{code} {value!r}", round_trip, order + code, value)
for fmt in ("bi", "<bi", "@bhiq", "=bhiq", "3s0i", "x2xb", "10p", "2h2x", "!HI", "0s", "", "<3?", "n", "P"):
    attempt(f"size {fmt!r}", calcsize, fmt)
print("strings:", pack("3s5s0sx2p4p", b"abcdef", b"z", b"q", b"k", b"longer"), unpack("3s2x2s", b"abc__de"),
      unpack("5p", b"\x02hello"[:5]))
for arguments in (("b", 128), ("B", -1), ("H", 65536), ("<q", 2 ** 63), ("<Q", -1), ("b", 1.5), ("f", 1e40),
                  ("e", 70000.0), ("c", b"ab"), ("i",), ("ii", 1),
                  ("i", 1, 2), ("k", 1), ("<n", 1), ("3", 1), ("99999999999999999999s", b""),
                  ("?", )):
    attempt(f"pack {arguments}", pack, *arguments)
for fmt, data in (("i", b"123"), ("<hh", b"\1\0\2\0\3"), ("b", "a"), ("4s", b"")):
    attempt(f"unpack {fmt}", unpack, fmt, data)
print("padding and repeat:", pack("<2xh3x", 5), pack(">3h", 1, 2, 3), pack("< h  b", 1, 2),
      unpack(b"<h", b"\1\0"))
buffer = bytearray(8)
pack_into("<hh", buffer, 2, 1, -1)
pack_into(">h", buffer, -2, 0x4142)
print("into:", bytes(buffer), unpack_from("<h", buffer, 2), unpack_from(">h", buffer, -2),
      unpack_from("<h", memoryview(buffer)[4:]))
attempt("into small", pack_into, "<q", buffer, 1, 5)
attempt("into negative", pack_into, "<h", buffer, -9, 5)
attempt("into bytes", pack_into, "b", b"x", 0, 1)
attempt("from small", unpack_from, "<q", buffer, 4)
attempt("from negative", unpack_from, "<i", buffer, -2)
print("iter:", list(iter_unpack("<hb", bytes(range(9)))), iter_unpack("b", b"ab").__length_hint__())
attempt("iter size", iter_unpack, "<h", b"abc")
attempt("iter empty", iter_unpack, "", b"abc")
record = Struct("<I4sd")
print("struct:", record.size, record.format, record.unpack(record.pack(7, b"name", -2.5)),
      list(record.iter_unpack(record.pack(1, b"a", 1) * 2)), repr(record))


class Index:
    def __index__(self):
        return 65


class Float:
    def __float__(self):
        return 2.5


class Truth:
    def __bool__(self):
        raise LookupError("no truth")


print("hooks:", pack("b", Index()), pack("<f", Float()).hex())
attempt("bool hook", pack, "?", Truth())
print("half floats:", [unpack("<e", pack("<e", v))[0] for v in (0.1, 1 / 3, 65519.0, 2.0 ** -24, 2.0 ** -25,
                                                                float("inf"), 1.0009765625, 1.00048828125)],
      pack("<e", float("nan")).hex())
