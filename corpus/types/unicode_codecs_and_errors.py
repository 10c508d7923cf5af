# harness:
#   description: encoding with many codecs and error handlers, custom handlers, UnicodeError attributes
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


TEXT = "A\u00e9\u20ac\u2603\U0001f600"
for codec in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-7", "utf-8-sig",
              "unicode_escape", "raw_unicode_escape", "ascii", "latin-1", "cp1252", "cp437", "iso8859-15",
              "koi8-r", "UTF8", "u8", "Latin_1"):
    attempt(f"encode {codec}", TEXT.encode, codec)
    try:
        print("   back:", TEXT.encode(codec).decode(codec) == TEXT)
    except UnicodeError:
        print("   replace:", TEXT.encode(codec, "replace"))

for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape",
               "surrogatepass", "no-such-handler"):
    attempt(f"ascii {errors}", "x\u00e9\u2603\udc80\U0001f600y".encode, "ascii", errors)
    attempt(f"utf-8 {errors}", "x\u00e9\udc80\ud800y".encode, "utf-8", errors)
    attempt(f"utf-16 {errors}", "\ud800y".encode, "utf-16-le", errors)

attempt("idna", "b\u00fccher.example".encode, "idna")
attempt("punycode", "b\u00fccher".encode, "punycode")

codecs.register_error("mark", lambda error: (f"<{error.object[error.start:error.end]!a}>", error.end))
codecs.register_error("skip2", lambda error: ("", error.start + 2))
codecs.register_error("broken", lambda error: "not a tuple")
attempt("custom", "a\u00e9\u2603b".encode, "ascii", "mark")
attempt("custom decode", b"a\xff\xfeb".decode, "ascii", "mark")
attempt("custom jump", "a\u00e9bcd".encode, "ascii", "skip2")
attempt("custom broken", "\u00e9".encode, "ascii", "broken")
print("bytes codecs:", codecs.encode("Hello", "rot13"), codecs.encode(b"hi", "hex"),
      codecs.decode(b"aGk=", "base64"), codecs.lookup("UTF_8").name, codecs.lookup("latin1").name)
attempt("str.encode rot13", "a".encode, "rot13")
attempt("bytes.decode hex", b"61".decode, "hex")
attempt("unknown", "a".encode, "no-such-codec")
error = UnicodeDecodeError("my-codec", b"abc\xff", 3, 4, "odd byte")
print("made:", error, error.args, error.object)
error.start, error.end = 1, 4
print("changed:", error, "|", UnicodeEncodeError("c", "a\u2603", 1, 2, "why"), "|",
      UnicodeTranslateError("x\U0001f600y", 1, 2, "no"))
