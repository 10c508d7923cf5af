# harness:
#   description: json.dumps - types, separators, indentation, keys, floats, cycles, default hook, iterencode
#   tags: [module:json, formatting]
import enum
import io
import json
from collections import OrderedDict, namedtuple


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__, getattr(error, "__notes__", [])[:3])


class Level(enum.IntEnum):
    LOW = 1


class Word(str, enum.Enum):
    A = "aa"


class Float(float):
    def __repr__(self):
        return "not used"


class Int(int):
    def __str__(self):
        return "not used"

    __repr__ = __str__


VALUES = [None, True, 0, -1, 10 ** 25, 1.0, -0.0, 1e16, 1e-7, 1.5e300, 0.1, float("inf"), float("nan"), "",
          "é€😀", 'q"b\\s/', "\x00\x1f\x7f\u2028", "\ud800", [], [[]], (1, (2,)), {}, {"a": {}}, Level.LOW,
          Word.A,
          Float(1.5), Int(7), namedtuple("P", "x y")(1, 2), OrderedDict(b=1, a=2), "\b\f\n\r\t"]
for value in VALUES:
    print(ascii(value) if isinstance(value, str) else type(value).__name__, "->", json.dumps(value), "|",
          ascii(json.dumps(value, ensure_ascii=False)))
print("keys:", json.dumps({1: "int", 1.5: "float", True: "bool", None: "null", "s": 0, Level.LOW: "enum",
                           Float(2.5): 1, float("inf"): 2}))
print("sorted:", json.dumps({"b": 1, "a": {"z": 0, "y": 1}, "C": 2}, sort_keys=True))
attempt("sort mixed", json.dumps, {1: 0, "a": 1}, sort_keys=True)
attempt("tuple key", json.dumps, {(1, 2): 3})
attempt("skip keys", json.dumps, {(1, 2): 3, "ok": 1, b"x": 2}, skipkeys=True)
attempt("bytes", json.dumps, b"x")
attempt("set", json.dumps, {"a": [1, {2}]})
attempt("complex", json.dumps, [1j])
attempt("object in depth", json.dumps, {"list": [0, {"deep": object}]})
attempt("nan refused", json.dumps, [float("nan")], allow_nan=False)
attempt("inf key refused", json.dumps, {float("inf"): 1}, allow_nan=False)
loop = [1]
loop.append(loop)
attempt("cycle", json.dumps, loop)
mapping = {}
mapping["self"] = {"inner": mapping}
attempt("dict cycle", json.dumps, mapping)
try:
    json.dumps(loop, check_circular=False)
except RecursionError as error:
    print("cycle unchecked:", type(error).__name__)

DATA = {"name": "x", "list": [1, [2, {}], []], "empty": {}, "deep": {"a": [{"b": None}]}}
for indent in (0, 1, 2, "\t", "--", None):
    print("indent", repr(indent), json.dumps(DATA, indent=indent))
print("separators:", json.dumps(DATA, separators=(",", ":")), json.dumps([1, 2], separators=("; ", "=")),
      json.dumps({"a": [1]}, indent=1, separators=(" ,", " : ")))
attempt("separator types", json.dumps, [1, 2], separators=(1, 2))


class Point:
    def __init__(self, x):
        self.x = x


def default(value):
    if isinstance(value, Point):
        return {"x": value.x, "again": value.x and Point(0)}
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"cannot do {type(value).__name__}")


print("default:", json.dumps([Point(3), {3, 1, 2}], default=default))
attempt("default raises", json.dumps, [1, Point], default=default)
attempt("default returns itself", json.dumps, Point(1), default=lambda v: v)


class Encoder(json.JSONEncoder):
    item_separator = ","

    def default(self, value):
        return f"<{type(value).__name__}>" if not isinstance(value, range) else super().default(value)


print("encoder:", json.dumps([Point(1), 1j], cls=Encoder), Encoder().encode({"a": b""}),
      Encoder(indent=1, sort_keys=True).encode({"b": 1, "a": ()}).splitlines())
attempt("encoder super", json.dumps, range(3), cls=Encoder)
pieces = list(json.JSONEncoder().iterencode([1, "a", {"k": [True]}]))
print("iterencode:", "".join(pieces), len(pieces) > 1, all(isinstance(piece, str) for piece in pieces))
stream = io.StringIO()
json.dump({"k": [1, 2.5, None]}, stream, indent=1)
stream.write("|")
json.dump("é", stream, ensure_ascii=False)
print("dump:", repr(stream.getvalue()), stream.seek(0))
attempt("load with junk", json.load, stream)
print("round trip:", json.loads(json.dumps(DATA)) == DATA, json.loads(json.dumps({1: [1, (2,)]})),
      json.dumps(json.loads("[1.0, 1E5, -0.0, 1e500]")))


class Lies(dict):
    def items(self):
        return [("from", "items")]


print("dict subclass:", json.dumps(Lies(a=1)), json.dumps(type("L", (list,), {})([1, 2])),
      json.dumps(type("S", (str,), {"__str__": lambda s: "?"})("kept")))
