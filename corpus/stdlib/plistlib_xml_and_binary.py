# harness:
#   description: plistlib - XML and binary formats, dates, UIDs, sorting, invalid documents
#   tags: [module:plistlib]
import datetime
import plistlib


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


DATA = {"z": 1, "a": [True, False, 2.5, -7, 2 ** 40], "text": "é <&> 😀", "bytes": b"\x00\xff" * 20,
        "date": datetime.datetime(2024, 2, 29, 1, 2, 3), "nested": {"empty": {}, "list": []}, "": "empty key"}
print(plistlib.dumps(DATA).decode())
print("unsorted:", list(plistlib.loads(plistlib.dumps(DATA, sort_keys=False))))
for fmt in (plistlib.FMT_XML, plistlib.FMT_BINARY):
    packed = plistlib.dumps(DATA, fmt=fmt)
    print(fmt.name, packed[:8], plistlib.loads(packed) == DATA, plistlib.loads(packed, fmt=fmt) == DATA)
print("binary:", plistlib.dumps([1, "ab", True], fmt=plistlib.FMT_BINARY).hex(),
      plistlib.dumps({"k": 2 ** 63}, fmt=plistlib.FMT_BINARY)[8:20].hex())
shared = ["same"]
back = plistlib.loads(plistlib.dumps([shared, shared, plistlib.UID(5)], fmt=plistlib.FMT_BINARY))
print("uid:", back, back[2] == plistlib.UID(5), hash(plistlib.UID(5)) == hash(plistlib.UID(5)),
      plistlib.UID(7).data)
attempt("none", plistlib.dumps, {"a": None})
attempt("set", plistlib.dumps, {1, 2})
attempt("int key", plistlib.dumps, {1: "a"})
attempt("big", plistlib.dumps, 2 ** 64)
attempt("big binary", plistlib.dumps, 2 ** 64, fmt=plistlib.FMT_BINARY)
attempt("control character", plistlib.dumps, "\x01")
attempt("negative uid", plistlib.UID, -1)
attempt("uid type", plistlib.UID, "1")
HEAD = '<?xml version="1.0" encoding="UTF-8"?><plist version="1.0">'
for body in ("<true/>", "<integer>0x1F</integer>", "<integer> 5 </integer>", "<real>1e3</real>",
             "<string>a<!-- c -->b</string>", "<data>YWJj\n</data>", "<date>2024-02-29T00:00:00Z</date>",
             "<dict><key>a</key></dict>", "<dict><string>a</string></dict>",
             "<dict><key>a</key><key>b</key></dict>", "<array><true/></array>", "<integer>x</integer>",
             "<date>soon</date>", "<nonsense/>", "", "<key>k</key>", "<array><dict/></array>"):
    attempt(body, plistlib.loads, (HEAD + body + "</plist>").encode())
attempt("not a plist", plistlib.loads, b"hello")
attempt("bad binary", plistlib.loads, b"bplist00garbage")
attempt("text input", plistlib.loads, HEAD + "<true/></plist>")
aware = datetime.datetime(2024, 1, 1, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
print("aware:", plistlib.loads(plistlib.dumps(aware, aware_datetime=True), aware_datetime=True),
      plistlib.loads(plistlib.dumps(aware, fmt=plistlib.FMT_BINARY, aware_datetime=True)))
with open("p.plist", "wb") as stream:
    plistlib.dump({"k": [1]}, stream)
with open("p.plist", "rb") as stream:
    print("file:", plistlib.load(stream, dict_type=lambda: dict(made=1)))
