# harness:
#   description: storing a double that is too large for a float item, through memoryview, array and struct
#   tags: [memoryview, float, struct]
import array
import struct


def put(view, index, value):
    view[index] = value
    return view.tolist()


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except (OverflowError, ValueError, TypeError, struct.error) as error:
        print(label, "->", type(error).__name__)


for value in (3.4028234663852886e38, 1e39, -1e300, float("inf"), float("nan"), 1e-50):
    attempt(f"memoryview {value}", put, memoryview(bytearray(4)).cast("f"), 0, value)
    attempt(f"array {value}", put, array.array("f", [0.0]), 0, value)
    attempt(f"struct native {value}", lambda: struct.unpack("f", struct.pack("f", value)))
    attempt(f"struct big {value}", lambda: struct.unpack(">f", struct.pack(">f", value)))
    attempt(f"struct half {value}", lambda: struct.unpack("<e", struct.pack("<e", value)))
