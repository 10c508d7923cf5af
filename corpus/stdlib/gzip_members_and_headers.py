# harness:
#   description: gzip - headers, members, seeking, truncation and corruption errors, text mode, fixed bytes
#   tags: [module:gzip, compression]
import gzip
import io
import zlib

TEXT = b"".join(b"%05d some repeated text\n" % n for n in range(300))


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


packed = gzip.compress(TEXT, mtime=0)
print("header:", packed[:4].hex(), packed[4:8], packed[8], "trailer:", packed[-8:].hex())
print("crc and size:", int.from_bytes(packed[-8:-4], "little") == zlib.crc32(TEXT),
      int.from_bytes(packed[-4:], "little") == len(TEXT))
print("mtime:", gzip.compress(b"", mtime=1e9)[4:8].hex(), gzip.decompress(packed) == TEXT,
      gzip.decompress(gzip.compress(b"")))
print("same bytes each time:", gzip.compress(TEXT, mtime=5) == gzip.compress(TEXT, mtime=5))
print("members:", gzip.decompress(gzip.compress(b"one") + gzip.compress(b"two") + b"\0\0\0"))
attempt("empty", gzip.decompress, b"")
attempt("no magic", gzip.decompress, b"plain text")
attempt("truncated body", gzip.decompress, packed[:-20])
attempt("truncated trailer", gzip.decompress, packed[:-3])
attempt("truncated header", gzip.decompress, packed[:5])
attempt("bad method", gzip.decompress, packed[:2] + b"\7" + packed[3:])
attempt("bad crc", gzip.decompress, packed[:-8] + b"\0\0\0\0" + packed[-4:])
attempt("bad length", gzip.decompress, packed[:-4] + b"\1\0\0\0")
attempt("junk after", gzip.decompress, packed + b"junk")
attempt("level", gzip.compress, b"x", 42)

stream = io.BytesIO()
with gzip.GzipFile("named.txt", "wb", fileobj=stream, mtime=1) as target:
    print("written:", target.write(b"first\n"), target.write(memoryview(b"second\n")), target.tell(),
          target.mode, target.name)
    target.flush()
    attempt("read from writer", target.read)
    attempt("rewind writer", target.seek, 0)
    print("seek forward:", target.seek(20), target.tell())
    attempt("text", target.write, "text")
data = stream.getvalue()
print("name in header:", data[3], data[10:19], "left open:", stream.closed)
attempt("closed", target.write, b"x")

with gzip.GzipFile(fileobj=io.BytesIO(data)) as source:
    print("line:", source.readline(), source.mtime, source.tell(), source.peek(3)[:3])
    print("rest:", source.read(), source.read(), source.tell())
    print("back:", source.seek(2), source.read(4), source.seek(3, io.SEEK_CUR), source.read1(2), source.mtime)
    attempt("seek end", source.seek, -2, io.SEEK_END)
    buffer = bytearray(4)
    source.rewind()
    print("readinto:", source.readinto(buffer), bytes(buffer), source.readable(), source.writable(),
          source.seekable())
    print("repr:", repr(source)[:6], source.closed)

with gzip.open("text.gz", "wt", encoding="utf-8", newline="\r\n") as out:
    out.write("é\nü\n")
with gzip.open("text.gz", "rb") as binary, gzip.open("text.gz", "rt", encoding="utf-8") as text:
    print("modes:", binary.read(), text.read().encode("unicode_escape"))
with gzip.open("text.gz", "ab") as out:
    out.write(b"appended")
with gzip.open("text.gz") as source:
    print("appended:", source.readlines())
attempt("exclusive", gzip.open, "text.gz", "xb")
attempt("mode", gzip.open, "text.gz", "rtb")
attempt("mode letter", gzip.GzipFile, "text.gz", "z")
attempt("universal", gzip.GzipFile, "text.gz", "U")
attempt("encoding", gzip.open, "text.gz", "rb", encoding="ascii")
attempt("missing", gzip.open, "nothing.gz")
attempt("wrong object", gzip.open, 5.5)
attempt("no file", gzip.GzipFile)
with open("truncated.gz", "wb") as out:
    out.write(packed[:len(packed) // 2])
with gzip.open("truncated.gz") as source:
    print("first part readable:", source.read(20))
    attempt("then", source.read)
optional = b"\x03\x00abc" + b"na\xefme\0" + b"comment\0" + b"\0\0"
flagged = packed[:3] + b"\x1e" + packed[4:10] + optional + packed[10:]
print("optional fields:", gzip.decompress(flagged) == TEXT)
print("class:", gzip.BadGzipFile.__mro__[1].__name__, gzip.GzipFile.myfileobj)
