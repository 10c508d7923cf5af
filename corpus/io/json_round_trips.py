# harness:
#   description: json dumps and loads formats, options, hooks, key conversion, error positions and files
#   tags: [json, files]
import enum
import io
import json
from decimal import Decimal


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except json.JSONDecodeError as error:
        print(label, "->", type(error).__name__, error.pos, error.lineno, error.colno)
    except Exception as error:
        print(label, "->", type(error).__name__)


class Level(enum.IntEnum):
    LOW = 1


class Text(str):
    def __str__(self):
        return "not used"


document = {"name": "caf\u00e9 \u2603 \U0001f600", "list": [1, 2.5, -0.0, 1e100, 1e-7, True, None, [], {}],
            "nested": {"a": {"b": []}}, "escapes": "\"\\/\b\f\n\r\t\x00\x1f\x7f\u2028", "tuple": (1, (2,)),
            "big": 10**25}
print(json.dumps(document))
print(json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
print(json.dumps(document, indent=2).splitlines()[:12])
print(json.dumps([1, [2, []], {"x": {}}], indent="\t"), json.dumps([1, {"b": 2, "a": 1}], indent=0).encode(),
      json.dumps([], indent=4), json.dumps({"a": [1]}, indent=1, separators=(", ", " = ")))
print("round trip:", json.loads(json.dumps(document)) == {**document, "tuple": [1, [2]]})
print("keys:", json.dumps({1: "a", 2.5: "b", True: "c", None: "d", "s": "e", Level.LOW: "f",
                           float("inf"): "g"}), json.dumps({"b": 1, "a": 2}, sort_keys=True),
      json.dumps({(1, 2): "x", "k": 1}, skipkeys=True))
print("subclasses:", json.dumps([Level.LOW, Text("plain"), type("F", (float,), {})(1.5),
                                 type("L", (list,), {})([1]), type("D", (dict,), {})(a=1)]))
print("special:", json.dumps([float("nan"), float("inf"), -float("inf")]),
      json.loads("[NaN, Infinity, -Infinity, -0, -0.0, 1E5, 1e-400, 1e400]"))
print("default:", json.dumps({"set": {3}, "c": 1 + 2j, "d": Decimal("1.5")},
                             default=lambda o: sorted(o) if isinstance(o, set) else str(o)))
attempt("not serializable", json.dumps, {"a": [1, {"b": {1, 2}}]})
attempt("bytes", json.dumps, b"x")
attempt("tuple key", json.dumps, {(1, 2): 1})
attempt("nan not allowed", json.dumps, [1.0, float("nan")], allow_nan=False)
attempt("mixed keys sorted", json.dumps, {1: 1, "a": 2}, sort_keys=True)
loop = []
loop.append({"me": loop})
attempt("circular", json.dumps, loop)
attempt("unknown option", json.dumps, 1, pretty=True)
attempt("default returns itself", json.dumps, {1, 2}, default=lambda o: o)

for text in ("", " ", "{", "[", "[1,", "[1,]", "[1 2]", '{"a"}', '{"a":}', '{"a" 1}', "{a: 1}", "{'a': 1}",
             '{"a":1,}', '{"a":1 "b":2}', '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\ud83d"',
             '"\\ud83d\\ude00"', "01", "1.", ".5", "+1", "-", "1e", "--1", "tru", "nul", "True", "nan",
             "[1] 2", "\ufeff[]", "[1,\n 2,\n x]", "/*c*/1", '{"a":1,"a":2}', "123abc", '"\\"', "[,1]", '{,}',
             "]", "\t[ 1 ,\r\n2 ] \n", '"\u00e9"', '"\t"', "0x10", "1_000"):
    attempt(f"load {text!r}", json.loads, text)
print("bytes:", json.loads(b'["\xc3\xa9"]'), json.loads('["x"]'.encode("utf-16")),
      json.loads(b"\xef\xbb\xbf[1]"), json.loads(bytearray(b"{}")), json.loads('"\\u00e9\\n\\/"'),
      json.loads('"\t"', strict=False))
attempt("load None", json.loads, None)
attempt("load int", json.loads, 5)
attempt("bad bytes", json.loads, b"\xff\xff[]")
print("hooks:", json.loads('{"a": {"b": 1.10}, "c": [2, 3e2]}', parse_float=Decimal,
                           parse_int=lambda t: f"int {t}"),
      json.loads('{"z": 1, "y": {"x": 2}, "z": 3}', object_pairs_hook=list),
      json.loads('{"k": {"t": 1}}', object_hook=lambda d: sorted(d)),
      json.loads("[NaN, -Infinity]", parse_constant=str.lower))
print("numbers:", [type(value).__name__ for value in json.loads("[1, 1.0, 1e2, -5, 12345678901234567890]")],
      json.loads("[1e2, 0.1, 123456789012345678901234567890, 1.7976931348623157e308]"))
print("decoder:", json.JSONDecoder().raw_decode('[1, 2] tail'), json.JSONDecoder().raw_decode("xx 5", 3),
      json.JSONEncoder(indent=None, separators=(";", "=")).encode({"a": [1, 2]}),
      list(json.JSONEncoder().iterencode([1, {"a": "b"}])))


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, complex):
            return {"__complex__": [value.real, value.imag]}
        return super().default(value)


encoded = json.dumps([1j, {"z": 2 - 3j}], cls=Encoder)
print("custom encoder:", encoded, json.loads(encoded, object_hook=lambda d: complex(*d["__complex__"])
                                             if "__complex__" in d else d))
attempt("custom encoder refuses", json.dumps, object, cls=Encoder)
with open("data.json", "w", encoding="utf-8") as stream:
    json.dump(document, stream, ensure_ascii=False, indent=1)
with open("data.json", encoding="utf-8") as stream:
    print("file:", json.load(stream)["name"], stream.tell() > 100)
out = io.StringIO()
for n in range(3):
    json.dump({"n": n}, out)
    out.write("\n")
print("json lines:", [json.loads(line)["n"] for line in out.getvalue().splitlines()])
deep = "[" * 200 + "]" * 200
print("deep:", json.dumps(json.loads(deep)) == deep, str(json.JSONDecodeError("msg", "a\nbc", 3)))
