# harness:
#   description: wording of errors - codecs and unicodedata
#   tags: [messages, "module:codecs", "module:unicodedata"]
import codecs
import unicodedata as ud

CASES = {
    "unknown codec": 'codecs.lookup("no-such-codec")',
    "unknown encode": '"x".encode("no-such-codec")',
    "not text": '"x".encode("rot13")',
    "not text, bytes": 'b"x".decode("hex")',
    "bad hex": 'codecs.decode(b"xyz", "hex")',
    "bad handler": '"é".encode("ascii", "nonesuch")',
    "handler type": 'codecs.register_error("x", 5)',
    "search type": "codecs.register(5)",
    "partial": 'codecs.getincrementaldecoder("utf-8")().decode(b"\\xe2", True)',
    "punycode": 'b"a-\\xff".decode("punycode")',
    "idna long": '("a" * 70).encode("idna")',
    "unicode escape": 'b"\\\\x4".decode("unicode_escape")',
    "charmap": 'codecs.charmap_encode("a", "strict", {})',
    "two characters": 'ud.category("ab")',
    "no character": 'ud.name("")',
    "number": "ud.category(5)",
    "no name": 'ud.name("\\x00")',
    "unknown name": 'ud.lookup("NO SUCH")',
    "not numeric": 'ud.numeric("a")',
    "not a digit": 'ud.digit("½")',
    "not decimal": 'ud.decimal("²")',
    "form": 'ud.normalize("NFX", "a")',
    "normalize number": 'ud.normalize("NFC", 5)',
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
