# harness:
#   description: int.from_bytes called on subclasses makes the result with the constructor of the subclass
#   tags: [int, bytes, subclass]


class Tagged(int):
    def __new__(cls, *args):
        print("  Tagged.__new__", args)
        return super().__new__(cls, *args)


class Initialised(int):
    def __init__(self, *args):
        print("  Initialised.__init__", args)


class Doubling(int):
    def __new__(cls, value):
        return super().__new__(cls, value * 2)


for kind in (int, bool, Tagged, Initialised, Doubling):
    for data in (b"\x00\x2a", b""):
        made = kind.from_bytes(data, "big")
        print(kind.__name__, "from", data, "->", type(made).__name__, made, int.to_bytes(made, 2, "big"))
