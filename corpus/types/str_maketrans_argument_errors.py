# harness:
#   description: which exception str.maketrans and bytes.maketrans raise for each kind of wrong argument
#   tags: [str, bytes]


def attempt(function, *args):
    try:
        print(f"{function.__qualname__}{args}", "->", len(function(*args)))
    except (TypeError, ValueError) as error:
        print(f"{function.__qualname__}{args}", "->", type(error).__name__)


for args in ((), ("a",), (5,), (None,), ([("a", "b")],), ({"ab": 1},), ({"": 1},), ({1.5: "a"},),
             ({None: "a"},),
             ({"a": 1.5},), ({"a": "b"},), ("a", 1), (1, "a"), ("a", "b", 3), ("abc", "xy"),
             ("ab", "xy", "z"),
             ({"a": 1}, "b"), ("a", "b", "c", "d"), ("", "")):
    attempt(str.maketrans, *args)
for args in ((), (b"a",), (b"a", "b"), (b"ab", b"c"), (b"ab", b"cd"), (b"", b""), (bytearray(b"a"), b"b"),
             (1, 2)):
    attempt(bytes.maketrans, *args)
