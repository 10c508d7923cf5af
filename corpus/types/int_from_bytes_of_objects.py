# harness:
#   description: int.from_bytes takes any object with __bytes__, __iter__ or the buffer protocol
#   tags: [int, bytes]
import array


class Blob:
    def __bytes__(self):
        return b"\x10\x20"


class Items:
    def __iter__(self):
        return iter([1, 2, 3])


class Both(Items):
    def __bytes__(self):
        return b"\xff"


class OldSequence:
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return [7, 8][index]


def attempt(label, source):
    try:
        print(label, "->", int.from_bytes(source, "big"))
    except (TypeError, ValueError) as error:
        print(label, "->", type(error).__name__)


attempt("array", array.array("H", [1]).tobytes())
attempt("bytearray", bytearray(b"\x01\x00"))
attempt("__iter__", Items())
attempt("__getitem__", OldSequence())
attempt("__bytes__", Blob())
attempt("__bytes__ before __iter__", Both())
attempt("set", {9})
attempt("plain object", object())
attempt("str", "12")
