# harness:
#   description: bz2 - one-shot and incremental compression, multi-stream data, file objects, error texts
#   tags: [module:bz2, compression]
import bz2
import io

TEXT = b"".join(b"line %d of the sample text\n" % n for n in range(200))


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


packed = bz2.compress(TEXT)
print("magic:", packed[:4], bz2.compress(b"", 1)[:4], bz2.compress(b"")[4:10].hex())
print("smaller:", len(packed) < len(TEXT) // 4, "round trip:", bz2.decompress(packed) == TEXT)
print("two streams:", bz2.decompress(bz2.compress(b"one ") + bz2.compress(b"two")))
print("trailing junk:", bz2.decompress(bz2.compress(b"one") + b"junk"))
attempt("empty", bz2.decompress, b"")
attempt("junk", bz2.decompress, b"not bz2 data")
attempt("truncated", bz2.decompress, packed[:-5])
attempt("level 0", bz2.compress, b"x", 0)
attempt("level 10", bz2.BZ2Compressor, 10)
attempt("text", bz2.compress, "text")

compressor = bz2.BZ2Compressor(5)
pieces = [compressor.compress(TEXT[i:i + 500]) for i in range(0, len(TEXT), 500)] + [compressor.flush()]
print("incremental:", bz2.decompress(b"".join(pieces)) == TEXT)
attempt("flushed twice", compressor.flush)
attempt("compress after flush", compressor.compress, b"x")

decoder = bz2.BZ2Decompressor()
output = b""
for index in range(0, len(packed), 37):
    output += decoder.decompress(packed[index:index + 37])
print("decoded:", output == TEXT, decoder.eof, decoder.unused_data, decoder.needs_input)
attempt("after the end", decoder.decompress, b"more")
decoder = bz2.BZ2Decompressor()
first = decoder.decompress(packed + b"tail", max_length=10)
print("limited:", first, decoder.eof, decoder.needs_input)
rest = decoder.decompress(b"")
print("rest:", len(first) + len(rest) == len(TEXT), decoder.eof, decoder.unused_data)

with bz2.open("sample.bz2", "wt", encoding="utf-8", newline="\n") as stream:
    stream.write("héllo\nwörld\n")
    print("attributes:", stream.writable(), stream.readable())
with bz2.open("sample.bz2", "rt", encoding="utf-8") as stream:
    print("text lines:", stream.readlines())
with bz2.BZ2File("sample.bz2", "a") as stream:
    print("written:", stream.write(b"appended\n"), stream.tell())
with bz2.BZ2File("sample.bz2") as stream:
    print("peek:", stream.peek(3)[:3], "line:", stream.readline(), "tell:", stream.tell())
    print("seek:", stream.seek(-9, io.SEEK_END), stream.read(), stream.seek(2), stream.read1(4))
    buffer = bytearray(5)
    print("readinto:", stream.readinto(buffer), bytes(buffer), stream.seekable(), stream.mode)
    attempt("write to reader", stream.write, b"x")
attempt("closed", stream.read)
with bz2.BZ2File("sample.bz2") as stream:
    print("iterated:", list(stream))
attempt("mode", bz2.open, "sample.bz2", "q")
attempt("mode both", bz2.open, "sample.bz2", "rbt")
attempt("encoding in binary", bz2.open, "sample.bz2", "rb", encoding="ascii")
attempt("missing", bz2.open, "nothing.bz2")
attempt("exclusive", bz2.open, "sample.bz2", "x")
attempt("object", bz2.BZ2File, 3.5)
memory = io.BytesIO()
with bz2.BZ2File(memory, "wb") as stream:
    stream.writelines([b"a\n", b"b\n"])
print("left open:", memory.closed, bz2.decompress(memory.getvalue()))
