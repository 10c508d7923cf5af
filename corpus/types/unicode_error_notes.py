# harness:
#   description: __notes__ on errors of text codecs, byte codecs and custom codecs, at encoding and decoding
#   tags: [unicode, codecs, errors]
import codecs


def attempt(label, function, *args):
    try:
        print(label, "->", ascii(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__, "notes:", len(getattr(error, "__notes__", [])))


attempt("decode utf-8", b"\xff".decode, "utf-8")
attempt("decode ascii", b"\xff".decode, "ascii")
attempt("decode utf-16", b"a".decode, "utf-16")
attempt("encode ascii", "\u00e9".encode, "ascii")
attempt("encode cp1252", "\u2603".encode, "cp1252")
attempt("str", str, b"\xff", "utf-8")
attempt("bytes", bytes, "\ud800", "utf-8")
attempt("codecs.decode", codecs.decode, b"\xff", "utf-8")
attempt("codecs.encode", codecs.encode, "\u00e9", "ascii")
attempt("escapes", b"\\x4".decode, "unicode_escape")
attempt("decode hex", codecs.decode, b"zz", "hex")
attempt("decode base64", codecs.decode, b"a", "base64")
attempt("encode hex of str", codecs.encode, "text", "hex")
attempt("encode rot13 of bytes", codecs.encode, b"x", "rot13")
