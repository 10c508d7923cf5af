# harness:
#   description: operator.index with a hook that returns a bool, bytes with a hook that returns a bytearray
#   tags: [conversion, dunder]
import operator
import warnings


class MyInt(int):
    pass


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Raw:
    def __bytes__(self):
        return bytearray(b"raw")


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for value in (True, False, MyInt(4), 7):
        result = operator.index(Index(value))
        print("operator.index of a hook that gives", value, "->", repr(result), type(result).__name__)
    print("as an index:", "abc"[Index(True)], [0] * Index(True), bytes(Index(True)), range(Index(True)))
print("warned:", sorted({warning.category.__name__ for warning in caught}))
try:
    print("bytes of a hook that gives a bytearray:", repr(bytes(Raw())))
except TypeError:
    print("bytes of a hook that gives a bytearray: TypeError")
