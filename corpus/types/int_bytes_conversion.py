# harness:
#   description: int.to_bytes and int.from_bytes with both byte orders, signs, widths, sources and errors
#   tags: [int, bytes]
import array


def attempt(label, function):
    try:
        print(label, "->", repr(function()))
    except Exception as error:
        print(label, "->", type(error).__name__)


for value in (0, 1, 127, 128, 255, 256, 65535, 2**40 + 7):
    size = max(1, (value.bit_length() + 7) // 8)
    print(value, value.to_bytes(size, "big"), value.to_bytes(size, "little"),
          value.to_bytes(size + 2, "big").hex())

for value in (-1, -128, -129, -32768, -(2**63), 127, 128):
    size = (value.bit_length() + 8) // 8 if value >= 0 else ((value + 1).bit_length() + 8) // 8
    big = value.to_bytes(size, "big", signed=True)
    little = value.to_bytes(size, byteorder="little", signed=True)
    print(value, size, big.hex(), little.hex(), int.from_bytes(big, "big", signed=True),
          int.from_bytes(big, "big"), int.from_bytes(little, "little", signed=True))

print("defaults:", (65).to_bytes(), (65).to_bytes(3), int.from_bytes(b"\x01\x02"), int.from_bytes(b""))
print("zero length:", (0).to_bytes(0, "big"), (0).to_bytes(0, "little", signed=True))

attempt("256 in one byte", lambda: (256).to_bytes(1, "big"))
attempt("128 signed in one", lambda: (128).to_bytes(1, "big", signed=True))
attempt("-129 signed in one", lambda: (-129).to_bytes(1, "big", signed=True))
attempt("negative unsigned", lambda: (-1).to_bytes(2, "big"))
attempt("negative length", lambda: (1).to_bytes(-1, "big"))
attempt("bad order", lambda: (1).to_bytes(1, "middle"))
attempt("bad order from", lambda: int.from_bytes(b"1", "BIG"))
attempt("one in zero bytes", lambda: (1).to_bytes(0, "big"))
attempt("length float", lambda: (1).to_bytes(1.0, "big"))
attempt("from str", lambda: int.from_bytes("12", "big"))
attempt("from int", lambda: int.from_bytes(12, "big"))
attempt("from list out of range", lambda: int.from_bytes([1, 256], "big"))

print("from list:", int.from_bytes([1, 0, 255], "big"), "tuple:", int.from_bytes((1, 2), "little"))
print("from generator:", int.from_bytes((n for n in range(4)), "big"))
print("from bytearray:", int.from_bytes(bytearray(b"\xff\xfe"), "little", signed=True))
print("from memoryview:", int.from_bytes(memoryview(b"abcdef")[::2], "big"))
print("from array:", int.from_bytes(array.array("B", [9, 8, 7]), "big"))
print("bool:", True.to_bytes(2, "little"), bool.from_bytes(b"\x00\x07"), bool.from_bytes(b"\x00"))

message = "attack at dawn \u2603".encode()
number = int.from_bytes(message, "big")
print("message number:", number)
exponent, modulus = 65537, (2**521 - 1)
print("scrambled:", pow(number, exponent, modulus).to_bytes(66, "big").hex())
print("back:", number.to_bytes((number.bit_length() + 7) // 8, "big").decode())
wide = 3**2000
packed = wide.to_bytes(400, "little")
print("wide:", packed[-3:], packed.hex()[:20], int.from_bytes(packed, "little") == wide)
