# harness:
#   description: codecs - every error handler, custom handlers, exception attributes, decoder corner cases
#   tags: [module:codecs, encoding]
import codecs

TEXT = "aé€😀\udc80z"


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for handler in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace",
                "surrogateescape", "surrogatepass", "no-such"):
    for encoding in ("ascii", "latin-1", "utf-8", "utf-16-le", "cp1252"):
        attempt(f"encode {encoding} {handler}", TEXT.encode, encoding, handler)

BAD = [b"\xff", b"a\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xf8\x88", b"\xc0\xaf", b"\xf4\x90\x80\x80",
       b"ok\x80\x81ok",
       b"\xf0\x9f\x98"]
for data in BAD:
    for handler in ("strict", "replace", "surrogateescape"):
        attempt(f"decode {data} {handler}", data.decode, "utf-8", handler)
attempt("utf-16 odd", b"\x00\xd8\x00".decode, "utf-16-le")
attempt("utf-16 lone", b"a\x00\x00\xdc".decode, "utf-16-le")
attempt("utf-16 lone passed", lambda: b"a\x00\x00\xdc".decode("utf-16-le", "surrogatepass"))
attempt("utf-32 range", b"\x00\x00\x11\x00".decode, "utf-32-le")
attempt("ascii", b"caf\xc3\xa9".decode, "ascii")
attempt("charmap", b"\x81".decode, "cp1252")
attempt("escape", b"\\x4".decode, "unicode_escape")
attempt("raw", "é€".encode, "raw_unicode_escape")

try:
    "abc\udcff\udcfedef".encode("utf-8")
except UnicodeEncodeError as error:
    print("attributes:", error.encoding, repr(error.object), error.start, error.end, error.reason,
          len(error.args))
seen = []


def custom(error):
    seen.append((type(error).__name__, error.start, error.end))
    if isinstance(error, UnicodeEncodeError):
        return "".join(f"<{ord(c):x}>" for c in error.object[error.start:error.end]), error.end
    if isinstance(error, UnicodeDecodeError):
        return "?" * (error.end - error.start), error.end
    raise error


codecs.register_error("custom", custom)
attempt("custom encode", "aéèz€".encode, "ascii", "custom")
attempt("custom decode", b"a\xff\xfez".decode, "utf-8", "custom")
print("seen:", seen)
codecs.register_error("bytes", lambda e: (b"\x00raw", e.end))
codecs.register_error("back", lambda e: ("!", -1))
codecs.register_error("wrong", lambda e: "just text")
codecs.register_error("far", lambda e: ("", 100))
attempt("bytes handler", "aéz".encode, "ascii", "bytes")
attempt("negative position", "aéz".encode, "ascii", "back")
attempt("wrong result", "aéz".encode, "ascii", "wrong")
attempt("out of range", "aéz".encode, "ascii", "far")
attempt("handler lookup", lambda: codecs.lookup_error("custom") is custom)
attempt("unknown handler", codecs.lookup_error, "nothing")
attempt("not callable", codecs.register_error, "x", 5)
print("direct:", codecs.replace_errors(UnicodeEncodeError("ascii", "é", 0, 1, "why")),
      codecs.ignore_errors(UnicodeDecodeError("ascii", b"\xff", 0, 1, "why")),
      codecs.backslashreplace_errors(UnicodeEncodeError("ascii", "a€😀", 1, 3, "why")))
