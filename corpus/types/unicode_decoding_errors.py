# harness:
#   description: decoding of truncated and invalid UTF-8, UTF-16, UTF-32 and others, with error handlers
#   tags: [unicode, codecs]
import codecs


def attempt(label, function, *args):
    try:
        print(label, "->", ascii(function(*args)))
    except UnicodeError as error:
        detail = type(error).__name__
        if isinstance(error, (UnicodeEncodeError, UnicodeDecodeError)):
            detail += f" [{error.encoding} {error.start}:{error.end} {error.reason}]"
        print(label, "->", detail)
    except Exception as error:
        print(label, "->", type(error).__name__)


BAD = (b"a\xffb", b"a\x80\x81b", b"\xc3", b"\xe2\x82", b"\xe2\x82x", b"\xf0\x9f\x98", b"\xf0\x9f\x98x\x80",
       b"\xc0\xaf", b"\xe0\x80\xaf", b"\xed\xa0\x80", b"\xed\xa0\xbd\xed\xb8\x80", b"\xf4\x90\x80\x80",
       b"\xf5\x80", b"\xef\xbb\xbfz", b"\xc3\x28")
for data in BAD:
    attempt(f"utf-8 {data}", data.decode)
    print("   ", *(ascii(data.decode("utf-8", errors))
                   for errors in ("replace", "ignore", "backslashreplace", "surrogateescape")))
attempt("surrogatepass", b"\xed\xa0\x80".decode, "utf-8", "surrogatepass")
attempt("xmlcharrefreplace decoding", b"\xff".decode, "utf-8", "xmlcharrefreplace")
for data, codec in ((b"\x00\xd8", "utf-16-le"), (b"\x00\xd8A\x00", "utf-16-le"), (b"\x00\xdc", "utf-16-le"),
                    (b"A\x00B", "utf-16-le"), (b"\xff\xfeA\x00", "utf-16"), (b"\xfe\xff\x00A", "utf-16"),
                    (b"\x00\x00\x11\x00", "utf-32-le"), (b"\x00\xd8\x00\x00", "utf-32-le"),
                    (b"A\x00\x00", "utf-32-le"), (b"+AGE-+-", "utf-7"),
                    (b"\\u00e9\\x41\\n\\N{SNOWMAN}", "unicode_escape"), (b"\\u00", "unicode_escape"),
                    (b"\\u00e9\\n", "raw_unicode_escape"), (b"\x81", "cp1252"),
                    (b"\xef\xbb\xbfa", "utf-8-sig"), (b"xn--bcher-kva", "punycode"), (b"b\xc3", "idna")):
    attempt(f"{codec} {data}", data.decode, codec)
decoder = codecs.getincrementaldecoder("utf-8")()
print("incremental:", [decoder.decode(bytes([byte])) for byte in "\u00e9\u20ac\U0001f600".encode()],
      repr(decoder.decode(b"", True)))
decoder.decode(b"\xe2\x82")
print("pending state:", decoder.getstate())
attempt("incremental end", decoder.decode, b"", True)
