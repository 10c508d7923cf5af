# harness:
#   description: wording of errors - struct packing and unpacking
#   tags: [messages, "module:struct"]
import struct
from struct import pack, unpack

CASES = {
    "b range": 'pack("b", 128)',
    "B negative": 'pack("B", -1)',
    "H range": 'pack("H", 65536)',
    "q range": 'pack("<q", 2 ** 63)',
    "Q negative": 'pack("<Q", -1)',
    "b float": 'pack("b", 1.5)',
    "f text": 'pack("f", "x")',
    "f huge": 'pack("f", 1e40)',
    "e huge": 'pack("e", 70000.0)',
    "c two": 'pack("c", b"ab")',
    "c text": 'pack("c", "a")',
    "s text": 'pack("s", "a")',
    "none given": 'pack("i")',
    "one given": 'pack("ii", 1)',
    "too many": 'pack("i", 1, 2)',
    "bad character": 'pack("k", 1)',
    "native only": 'pack("<n", 1)',
    "count alone": 'pack("3", 1)',
    "huge count": 'pack("9" * 25 + "s", b"")',
    "unpack short": 'unpack("i", b"123")',
    "unpack text": 'unpack("b", "a")',
    "into bytes": 'struct.pack_into("b", b"x", 0, 1)',
    "into small": 'struct.pack_into("<q", bytearray(8), 1, 5)',
    "into negative": 'struct.pack_into("<h", bytearray(8), -9, 5)',
    "from small": 'struct.unpack_from("<q", bytearray(8), 4)',
    "iter size": 'struct.iter_unpack("<h", b"abc")',
    "iter empty": 'struct.iter_unpack("", b"abc")',
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
