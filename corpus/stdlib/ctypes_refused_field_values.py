# harness:
#   description: ctypes - values of the wrong type for structure fields and array items are refused
#   tags: [module:ctypes]
#   needs: [ctypes]
from ctypes import Structure, c_char, c_double, c_int32


class Record(Structure):
    _fields_ = [("x", c_int32), ("d", c_double), ("name", c_char * 4)]


def assigned(name, value):
    record = Record()
    setattr(record, name, value)
    return getattr(record, name)


for name, value in (
    ("x", "a"),
    ("x", 1.5),
    ("x", None),
    ("d", "a"),
    ("d", 7),
    ("name", "text"),
    ("name", b"12345"),
    ("name", 5),
    ("x", True),
):
    for label, function in (
        ("made", lambda: getattr(Record(**{name: value}), name)),
        ("assigned", lambda: assigned(name, value)),
    ):
        try:
            print(label, name, repr(value), "->", type(function()).__name__)
        except Exception as error:
            print(label, name, repr(value), "->", type(error).__name__)
