# harness:
#   description: base64 - b16/b32/b64/a85/b85 in both directions, alternate alphabets, padding errors
#   tags: [module:base64, encoding]
import base64
import binascii
import io

SAMPLES = [b"", b"f", b"fo", b"foo", b"foob", b"fooba", b"foobar", bytes(range(250, 256)), b"\x00" * 5]


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except (ValueError, TypeError, AssertionError) as error:
        print(label, "->", type(error).__name__)


ENCODERS = ["b16encode", "b32encode", "b32hexencode", "b64encode", "urlsafe_b64encode", "a85encode",
            "b85encode",
            "z85encode"]
for name in ENCODERS:
    encode, decode = getattr(base64, name), getattr(base64, name.replace("encode", "decode"))
    for sample in SAMPLES:
        try:
            encoded = encode(sample)
            print(name, sample, "->", encoded, "" if decode(encoded) == sample else "ROUND TRIP FAILED")
        except ValueError as error:
            print(name, sample, "->", type(error).__name__)

print("altchars:", base64.b64encode(b"\xfb\xff\xfe", altchars=b"-_"),
      base64.b64decode(b"-__-", altchars=b"-_"))
attempt("altchars length", base64.b64encode, b"x", altchars=b"abc")
attempt("junk ignored", base64.b64decode, b"Zm 9v\n!YmFy")
attempt("junk refused", base64.b64decode, b"Zm9v!YmFy", validate=True)
attempt("short", base64.b64decode, b"Zm9vY")
attempt("no padding", base64.b64decode, b"Zm9vYg")
attempt("text", base64.b64decode, "Zm9v")
attempt("non-ascii text", base64.b64decode, "Zm9é")
attempt("encode text", base64.b64encode, "foo")
attempt("encode number", base64.b64encode, 5)
attempt("b32 lower", base64.b32decode, b"mzxw6===")
attempt("b32 casefold", base64.b32decode, b"mzxw6===", casefold=True)
attempt("b32 map01", base64.b32decode, b"M1023456", map01=b"L")
attempt("b32 padding", base64.b32decode, b"MZXW6==")
attempt("b32 bad", base64.b32decode, b"MZXW68==")
attempt("b16 lower", base64.b16decode, b"ff")
attempt("b16 casefold", base64.b16decode, b"fF", casefold=True)
attempt("b16 odd", base64.b16decode, b"ABC")

print("a85 adobe:", base64.a85encode(b"Man is distinguished", adobe=True))
print("a85 folded:", base64.a85encode(b"        " * 2 + b"x", foldspaces=True))
print("a85 wrapped:", base64.a85encode(bytes(range(60)), wrapcol=20))
print("a85 pad:", base64.a85decode(base64.a85encode(b"abc", pad=True)))
attempt("a85 decode adobe", base64.a85decode, b"<~9jqo^~>", adobe=True)
attempt("a85 without end", base64.a85decode, b"<~9jqo^", adobe=True)
attempt("a85 bad char", base64.a85decode, b"9jq\x7f")
attempt("a85 overflow", base64.a85decode, b"s8W-\"")
attempt("a85 z inside", base64.a85decode, b"9jzqo")
attempt("b85 overflow", base64.b85decode, b"|NsC1")
attempt("b85 bad char", base64.b85decode, b"ab,de")
attempt("b85 bad position", base64.b85decode, b"abcde\"")

print("encodebytes:", base64.encodebytes(bytes(range(80))))
target = io.BytesIO()
base64.encode(io.BytesIO(b"some bytes" * 8), target)
print("file:", target.getvalue())
back = io.BytesIO()
base64.decode(io.BytesIO(target.getvalue()), back)
print("back:", back.getvalue()[:12], len(back.getvalue()))
print("buffers:", base64.b64encode(bytearray(b"ba")), base64.b64encode(memoryview(b"mv")))
print("error class:", issubclass(binascii.Error, ValueError))
