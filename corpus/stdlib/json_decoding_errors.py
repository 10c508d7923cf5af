# harness:
#   description: json.loads - literals, numbers, escapes, exact error positions, hooks, raw_decode, encodings
#   tags: [module:json, parsing]
import json
from collections import OrderedDict
from decimal import Decimal


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except json.JSONDecodeError as error:
        print(label, "-> JSONDecodeError", (error.pos, error.lineno, error.colno))
    except Exception as error:
        print(label, "->", type(error).__name__)


GOOD = ["0", "-0", "-0.0", "1e5", "1E-2", "1.5e+300", "1e400", "12345678901234567890123", "0.1", "true",
        "null", '""', '"\\u0041\\n\\"\\/\\\\"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ude00\\ud83d"',
        " [ 1 , 2 ] ", "[]", "{}", '{"a":{"b":[{}]}}', '{"a":1,"a":2}', "NaN", "-Infinity", "[Infinity]",
        '"\x7f\u2028é"', "\t\r\n 1 \n"]
for text in GOOD:
    attempt(text, json.loads, text)
BAD = ["", " ", "[", "]", "[1,]", "[1 2]", "[,1]", "{", '{"a"', '{"a":', '{"a":}', '{"a":1,}', "{a:1}",
       "{1:2}", '{"a" 1}', '{"a":1 "b":2}', '"abc', '"a\nb"', '"\\x41"', '"\\u12"', '"\\u12G4"',
       '"tab\there"',
       "01", "1.", ".5", "+1", "1e", "--1", "0x10", "tru", "True", "nul", "'a'", "1 2", "[1]]", "nan", "-",
       "-NaN", "[1,\n2,\n  x]", '{"a":\n\n"b', '"\\', "\ufeff1", "/* c */ 1", "1,", '{"a":1]', "[1}"]
for text in BAD:
    attempt(repr(text), json.loads, text)

print("pairs hook:", json.loads('{"b":1,"a":{"x":2},"b":3}', object_pairs_hook=list))
print("object hook:", json.loads('{"re":1,"im":2,"n":{"re":0,"im":1}}',
                                 object_hook=lambda d: complex(d["re"], d["im"])
                                 if len(d) == 2 else sorted(d)))
print("both hooks:", json.loads('{"a":1}', object_hook=lambda d: "object", object_pairs_hook=OrderedDict))
print("numbers:", json.loads("[1.10, 2, NaN, -Infinity, 1e2]", parse_float=Decimal,
                             parse_int=lambda s: f"int:{s}", parse_constant=lambda s: f"const:{s}"))
print("floats:", json.loads("[0.1, 1e22, 123456789.123456789, 5e-324, 1.7976931348623157e308, 2.5E-3]"))
print("bytes:", json.loads(b'{"\xc3\xa9":1}'), json.loads('"é"'.encode("utf-16")),
      json.loads('["x"]'.encode("utf-32-be")), json.loads(bytearray(b"[1]")), json.loads(b"\xef\xbb\xbf[1]"))
for text, name in (("[1]", "utf-8"), ("[1]", "utf-16-le"), ("1", "utf-16-be"), ("[]", "utf-32-le"),
                   ("", "utf-8")):
    print("detect", name, json.detect_encoding(text.encode(name)))
attempt("bad utf-8", json.loads, b'"\xff"')
attempt("type", json.loads, 5)
attempt("none", json.loads, None)
attempt("control allowed", json.loads, '"a\nb\tc"', strict=False)

decoder = json.JSONDecoder()
print("raw:", decoder.raw_decode('[1] tail'), decoder.raw_decode('xx{"a":2}', 2), decoder.raw_decode("12abc"))
attempt("raw at end", decoder.raw_decode, "abc", 3)
attempt("raw with space", decoder.raw_decode, " 1")
attempt("decode trailing", decoder.decode, "1 x")
attempt("raw negative", decoder.raw_decode, "123", -1)
error = json.JSONDecodeError("message", "one\ntwo\nthree", 6)
print("error:", error, error.doc.split(), error.pos, error.lineno, error.colno, isinstance(error, ValueError))
nested = json.loads("[" * 200 + "]" * 200)
depth = 0
while nested:
    nested, depth = nested[0], depth + 1
print("nesting:", depth + 1)
try:
    json.loads("[" * 200_000)
except RecursionError as error:
    print("RecursionError:", type(error).__name__)


class Custom(json.JSONDecoder):
    def __init__(self, **options):
        super().__init__(object_hook=lambda d: tuple(sorted(d.items())), **options)


print("class:", json.loads('{"b":[1.5],"a":{}}', cls=Custom, parse_float=str))
keys = json.loads('[{"key":1},{"key":2}]')
print("keys:", [list(d) for d in keys], json.loads('{"":"empty","\\u0061":"a"}'))
