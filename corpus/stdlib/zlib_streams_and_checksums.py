# harness:
#   description: zlib - checksums, levels, window sizes, dictionaries, incremental objects, flush modes
#   tags: [module:zlib, compression]
import copy
import zlib

TEXT = b"".join(b"%d bottles of beer on the wall, " % n for n in range(200))


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


print("sums:", [(zlib.crc32(d), zlib.adler32(d)) for d in (b"", b"a", b"hello", TEXT, bytes(100_000))])
print("running:", zlib.crc32(b"lo", zlib.crc32(b"hel")) == zlib.crc32(b"hello"),
      zlib.adler32(b"lo", zlib.adler32(b"hel")) == zlib.adler32(b"hello"), zlib.crc32(b"x", -1),
      zlib.adler32(b"x", 2 ** 32 + 5))
for level in range(-1, 10):
    packed = zlib.compress(TEXT, level)
    print("level", level, packed[:2].hex(), len(packed) < len(TEXT) if level else len(packed) > len(TEXT),
          zlib.decompress(packed) == TEXT)
attempt("level 10", zlib.compress, b"x", 10)
packed = zlib.compress(TEXT)
for wbits in (15, -15, 31, 9, -9, 25):
    out = zlib.compress(TEXT, wbits=wbits)
    print("wbits", wbits, zlib.decompress(out, wbits=wbits if wbits != 9 else 15) == TEXT,
          zlib.decompress(out, 47) == TEXT if wbits > 0 else "", out[:2] == b"\x1f\x8b")
attempt("raw as zlib", zlib.decompress, zlib.compress(TEXT, wbits=-15))
attempt("small window", zlib.decompress, packed, wbits=9)
attempt("junk", zlib.decompress, b"junk data here")
attempt("empty", zlib.decompress, b"")
attempt("truncated", zlib.decompress, packed[:-3])
attempt("bad checksum", zlib.decompress, packed[:-1] + b"\0")
attempt("text", zlib.compress, "text")
attempt("buffer size", lambda: zlib.decompress(packed, bufsize=1) == TEXT)
attempt("negative buffer", zlib.decompress, packed, bufsize=-1)
print("trailing ignored:", zlib.decompress(packed + b"trailing") == TEXT)

decoder = zlib.decompressobj()
first = decoder.decompress(packed + b"tail", 20)
print("limited:", first, len(decoder.unconsumed_tail) > 0, decoder.eof, decoder.unused_data)
rest = decoder.decompress(decoder.unconsumed_tail)
print("finished:", first + rest == TEXT, decoder.eof, decoder.unused_data, decoder.unconsumed_tail,
      decoder.flush())
pieces = zlib.decompressobj()
print("bytewise:", b"".join(pieces.decompress(packed[i:i + 1])
                            for i in range(len(packed))) + pieces.flush() == TEXT, pieces.eof)
attempt("negative limit", zlib.decompressobj().decompress, packed, -1)
attempt("flush size", zlib.decompressobj().flush, 0)
short = zlib.decompressobj()
short.decompress(packed[:50])
print("cut stream:", short.eof, len(short.flush()) >= 0)

encoder = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_DEFAULT_STRATEGY)
out = encoder.compress(b"first part ")
out += encoder.flush(zlib.Z_SYNC_FLUSH)
reader = zlib.decompressobj()
print("sync flush:", reader.decompress(out), out.endswith(b"\x00\x00\xff\xff"))
branch = encoder.copy()
one = encoder.compress(b"one") + encoder.flush()
two = branch.compress(b"two") + branch.flush(zlib.Z_FINISH)
print("copies:", zlib.decompress(out + one), zlib.decompress(out + two), copy.copy(reader).decompress(one),
      reader.copy().decompress(two))
attempt("compress after finish", encoder.compress, b"x")
attempt("flush after finish", encoder.flush)
words = b"bottles of beer on the wall, "
with_dict = zlib.compressobj(zdict=words)
small = with_dict.compress(b"99 bottles of beer") + with_dict.flush()
print("dictionary:", zlib.decompressobj(zdict=words).decompress(small),
      len(small) < len(zlib.compress(b"99 bottles of beer")))
attempt("no dictionary", zlib.decompress, small)
attempt("wrong dictionary", zlib.decompressobj(zdict=b"other").decompress, small)
attempt("dictionary type", zlib.decompressobj, zdict="text")
for options in ({"level": 77}, {"method": 5}, {"memLevel": 0}, {"strategy": 99}, {"wbits": 3}):
    attempt(f"compressobj {options}", zlib.compressobj, **options)
for name in ("Z_HUFFMAN_ONLY", "Z_RLE", "Z_FIXED", "Z_FILTERED"):
    maker = zlib.compressobj(strategy=getattr(zlib, name))
    print(name, zlib.decompress(maker.compress(TEXT) + maker.flush()) == TEXT)
print("known streams:", zlib.decompress(bytes.fromhex("4b4c4a0600"), -15),
      zlib.decompress(b"\x01\x03\x00\xfc\xffabc", -15), zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL,
      issubclass(zlib.error, Exception))
