# harness:
#   description: ctypes - bit fields share a byte and cut off what does not fit
#   tags: [module:ctypes]
#   needs: [ctypes]
from ctypes import LittleEndianStructure, c_int8, c_uint8, c_uint16, sizeof


class Bits(LittleEndianStructure):
    _fields_ = [("low", c_uint8, 3), ("mid", c_uint8, 4), ("high", c_uint8, 1)]


class Signed(LittleEndianStructure):
    _fields_ = [("a", c_int8, 3), ("b", c_int8, 5)]


class Wide(LittleEndianStructure):
    _fields_ = [("first", c_uint16, 12), ("second", c_uint16, 4), ("third", c_uint16, 9)]


bits = Bits(low=5, mid=9, high=1)
print("bits:", bits.low, bits.mid, bits.high, bytes(bits), sizeof(Bits))
bits.low = 15
print("cut off:", bits.low, bits.mid, bits.high)
signed = Signed(3, -1)
signed.a = 5
print("signed:", signed.a, signed.b, bytes(signed))
wide = Wide(0xABC, 0xD, 0x1FF)
print("wide:", hex(wide.first), hex(wide.second), hex(wide.third), bytes(wide), sizeof(Wide))
