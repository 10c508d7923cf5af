# harness:
#   description: bytes construction, searching, splitting, case, translate, hex and error messages
#   tags: [bytes]


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


class Raw:
    def __bytes__(self):
        return b"raw!"


class Index:
    def __index__(self):
        return 3


class BadBytes:
    def __bytes__(self):
        return "text"


print("repr:", b"", b"it's", b'"', b"'\"", bytes(range(32))[6:16], b"\x7f\x80\xff\\", b"\t\n\r", bytes(2))
for args in ((), (3,), (b"x",), ([1, 2, 255],), (range(3),), (Raw(),), (Index(),), ("\u00e9", "utf-8"),
             ("\u00e9", "latin-1"), ("a\u2603", "ascii", "ignore"), (memoryview(b"mv"),),
             ((c for c in b"gen"),), (True,)):
    attempt(f"bytes{tuple(type(a).__name__ for a in args)}", bytes, *args)
for args in ((-1,), ("text",), (1.5,), ([256],), ([-1],), (["a"],), (BadBytes(),), (None,), (5, "ascii"),
             (b"a", "ascii"), (10**30,), ("\u2603", "ascii"), ("a", "utf-8", "strict", 1)):
    attempt(f"bytes{args!r:.40}" if not isinstance(args[0], BadBytes) else "bytes(BadBytes)", bytes, *args)

data = b"the quick brown fox"
print("index and slice:", data[0], data[-1], data[4:9], data[::-3], data[100:], type(data[0:1]).__name__,
      list(data[:3]))
print("search:", data.find(b"q"), data.find(113), data.rfind(b"o"), data.count(b""), data.count(32),
      data.index(b"k b"), 102 in data, b"fox" in data, b"" in data, data.startswith((b"a", b"the")),
      data.endswith(b"fox", -2), data.find(b"o", 13, -1))
attempt("300 in bytes", lambda: 300 in data)
attempt("str in bytes", lambda: "a" in data)
attempt("find 256", data.find, 256)
attempt("find str", data.find, "q")
attempt("index missing", data.index, b"zz")
attempt("startswith str", data.startswith, "the")
print("split:", data.split(), data.split(b"o", 1), data.rsplit(None, 1), b" a  b ".split(),
      b" a  b ".split(b" "), data.partition(b" "), data.rpartition(b"z"),
      b"a\nb\r\nc\rd\x0be\x1cf\x85".splitlines(), b"\n\n".splitlines(True), b"".split(), b"".split(b","))
print("join:", b"-".join([b"a", bytearray(b"b"), memoryview(b"c")]), b"".join([]), bytes().join((b"x",)))
attempt("join str", b"-".join, [b"a", "b"])
attempt("join ints", b"-".join, b"ab")
print("case:", b"Hello W\xc9\xe9".upper(), b"Hello \xc9".lower(), b"they're x1y".title(),
      b"hELLO".capitalize(), b"aBc".swapcase())
print("tests:", b"abc".isalpha(), b"ab1".isalnum(), b"a-".isalpha(), b"12".isdigit(), b" \t\r\n".isspace(),
      b"x ".isspace(), b"Ab".istitle(), b"".isascii(), b"\x80".isascii(), b"a1".islower(), b"1".isupper())
print("strip:", b"  x ".strip(), b"\x00a\x00".strip(b"\x00"), b"xyax".lstrip(b"yx"), b"axyx".rstrip(b"yx"),
      b"abc".removeprefix(b"ab"), b"abc".removesuffix(bytearray(b"bc")))
print("pad:", b"42".zfill(5), b"-42".zfill(5), b"ab".center(5, b"*"), b"ab".ljust(4, b"."), b"ab".rjust(4),
      b"a\tb".expandtabs(4))
attempt("pad fill", b"a".center, 5, "x")
table = bytes.maketrans(b"abc", b"xyz")
print("translate:", b"aabbccdd".translate(table), b"aabbcc".translate(None, b"b"),
      b"abcabc".translate(table, delete=b"c"), len(table))
attempt("translate short table", b"a".translate, b"short")
attempt("maketrans lengths", bytes.maketrans, b"a", b"bc")
print("replace:", data.replace(b"o", b"00", 1), b"aaa".replace(b"", b"-"), b"abc".replace(b"b", b""))
print("hex:", data[:4].hex(), data[:6].hex(" "), b"\x01\x02\x03\x04\x05".hex(":", 2),
      b"\x01\x02\x03\x04\x05".hex("_", -2), b"".hex("-"), bytes.fromhex("00 fF\t0a"), bytes.fromhex(" 41 42"),
      bytes.fromhex(b"4142"))
for text in ("0", "0g", "4 1", "41\u00e9", 5):
    attempt(f"fromhex {text!r}", bytes.fromhex, text)
attempt("hex sep", b"ab".hex, "--")
attempt("hex sep non-ascii", b"ab".hex, "\u00e9")
print("operators:", b"ab" + b"cd", b"ab" * 2, 2 * b"x", b"a" < b"b", b"a" == "a", b"a" == bytearray(b"a"),
      b"ab" < b"b", hash(b"k") == hash(bytes([107])))
attempt("bytes + str", lambda: b"a" + "b")
attempt("str + bytes", lambda: "a" + b"b")
attempt("bytes < str", lambda: b"a" < "b")
attempt("bytes index str", lambda: data[:"a"])
attempt("bytes out of range", lambda: data[99])
attempt("assign", exec, "b = b'abc'; b[0] = 1")
attempt("decode", b"\xff\xfeabc".decode)
print("concat types:", type(b"a" + bytearray(b"b")).__name__, type(bytearray(b"a") + b"b").__name__,
      b"a" + memoryview(b"b"))
