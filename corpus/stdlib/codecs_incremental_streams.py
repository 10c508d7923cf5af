# harness:
#   description: codecs - lookup, incremental coders, stream readers and writers, byte transforms, BOMs
#   tags: [module:codecs, encoding]
import codecs
import io


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for alias in ("UTF8", "Utf_8", "latin1", "ISO-8859-1", "us-ascii", "U16", "cp437", "utf-8-sig", "rot13",
              "punycode"):
    print("lookup", alias, codecs.lookup(alias).name)
attempt("unknown", codecs.lookup, "no-such-codec")
attempt("unknown use", "x".encode, "no-such-codec")
attempt("text codec only", "x".encode, "rot13")
attempt("bytes codec only", b"x".decode, "hex")
info = codecs.lookup("utf-8")
print("info:", info.name, info.encode("e"), info.decode(b"\xc3\xa9"), len(info), type(info).__name__)

decoder = codecs.getincrementaldecoder("utf-8")()
for byte in "é€😀".encode():
    print("byte", hex(byte), repr(decoder.decode(bytes([byte]))), decoder.getstate())
decoder.decode(b"\xe2\x82")
attempt("final", decoder.decode, b"", True)
decoder.reset()
print("after reset:", decoder.decode(b"ok", final=True))
encoder = codecs.getincrementalencoder("utf-16")()
print("utf-16 encoder:", encoder.encode("a"), encoder.encode("b"), len(encoder.encode("😀")))
print("sig:", [codecs.getincrementaldecoder("utf-8-sig")().decode(d)
               for d in (b"\xef\xbb\xbfx", b"\xef\xbb", b"x\xef\xbb\xbf")])
print("utf-16 decoder:", [codecs.decode(d, "utf-16") for d in (b"\xfe\xff\x00a", b"\xff\xfea\x00")])
print("iterencode:", list(codecs.iterencode(["a", "é", ""], "utf-8-sig")),
      list(codecs.iterdecode([b"\xc3", b"\xa9"], "utf-8")))

writer = codecs.getwriter("utf-16-be")(io.BytesIO())
writer.write("hi")
writer.writelines(["é", "\n"])
print("writer:", writer.stream.getvalue())
reader = codecs.getreader("utf-8")(io.BytesIO("one\ntwö\r\nthree\u2028four\x0bfive".encode()))
print("reader:", repr(reader.readline()), repr(reader.read(2)), reader.readlines())
reader.seek(0)
print("iterated:", [line for line in reader], reader.encoding if hasattr(reader,
                                                                         "encoding") else "no encoding")
recoder = codecs.EncodedFile(io.BytesIO("é".encode("latin-1")), "utf-8", "latin-1")
print("recoded:", recoder.read())

for name, data in (("hex", b"\x00\xff"), ("base64", b"abc"), ("uu", b"abc"), ("quopri", b"a=b\xe9"),
                   ("zlib", b"a" * 20),
                   ("bz2", b"b" * 20), ("rot13", "Hello")):
    encoded = codecs.encode(data, name)
    print("transform", name, encoded if name not in ("zlib", "bz2") else type(encoded).__name__,
          codecs.decode(encoded, name))
attempt("bad hex", codecs.decode, b"xyz", "hex")
attempt("bad base64", codecs.decode, b"a", "base64")
print("escape:", codecs.escape_decode(rb"a\n\x41\101\\"), codecs.escape_encode(b"a\n'\xff"))
print("idna:", "bücher.example".encode("idna"), b"xn--bcher-kva.example".decode("idna"),
      "bücher".encode("punycode"))
print("unicode_escape:", "a\n\t'é€😀\\".encode("unicode_escape"),
      rb"\u20ac\N{DIGIT ONE}\x41".decode("unicode_escape"))
print("utf-7:", "a+é€~".encode("utf-7"), b"+AOkgrA-".decode("utf-7"))
print("boms:", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE,
      codecs.BOM_UTF16 in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
print("charmap:", codecs.charmap_encode("abc", "strict", {97: 65, 98: b"BB", 99: None} | {99: 67}),
      codecs.charmap_decode(b"\x00\x01", "strict", "xy"), codecs.charmap_build("ab") is not None)


def search(name):
    if name == "shifted":
        def encode(text, errors="strict"):
            return bytes(ord(c) + 1 for c in text), len(text)

        def decode(data, errors="strict"):
            return "".join(chr(b - 1) for b in bytes(data)), len(data)
        return codecs.CodecInfo(encode, decode, name="shifted")
    return None


codecs.register(search)
print("own codec:", "HAL".encode("shifted"), b"IBM".decode("Shifted"))
codecs.unregister(search)
attempt("after unregister", "HAL".encode, "shifted")
with open("sample.txt", "w", encoding="utf-16-le", newline="\n") as stream:
    stream.write("é\n")
with open("sample.txt", "rb") as stream:
    print("file:", stream.read())
