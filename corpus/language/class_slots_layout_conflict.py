# harness:
#   description: two bases that both add slots cannot be combined, empty slots can
#   tags: [classes, slots]

class Left:
    __slots__ = ("a",)


class Right:
    __slots__ = ("b",)


class LeftChild(Left):
    __slots__ = ("c",)


class Empty:
    __slots__ = ()


class Plain:
    pass


CASES = {
    "both add slots": (Left, Right),
    "child and other": (LeftChild, Right),
    "child and its base": (LeftChild, Left),
    "empty first": (Empty, Right),
    "empty last": (Left, Empty),
    "with dict": (Plain, Left),
    "slots and list": (Left, list),
    "list and slots": (list, Left),
    "int and str": (int, str),
    "exception and slots": (ValueError, Left),
    "two exceptions": (OSError, SyntaxError),
    "compatible exceptions": (KeyError, AttributeError),
}
for label, bases in CASES.items():
    try:
        made = type("Made", bases, {})
        print(f"{label:<22} made, base {made.__base__.__name__}")
    except TypeError:
        print(f"{label:<22} TypeError")
