# harness:
#   description: wording of errors - zlib, bz2, lzma and gzip
#   tags: [messages, compression]
import bz2
import gzip
import io
import lzma
import zlib

CASES = {
    "zlib level": 'zlib.compress(b"x", 10)',
    "zlib junk": 'zlib.decompress(b"junk data here")',
    "zlib empty": 'zlib.decompress(b"")',
    "zlib cut": 'zlib.decompress(zlib.compress(b"text" * 9)[:-5])',
    "zlib raw": 'zlib.decompress(zlib.compress(b"x", wbits=-15))',
    "zlib window": 'zlib.decompress(zlib.compress(b"x"), wbits=9)',
    "zlib buffer": 'zlib.decompress(zlib.compress(b"x"), bufsize=-1)',
    "zlib checksum": 'zlib.decompress(zlib.compress(b"x")[:-1] + b"?")',
    "zlib text": 'zlib.compress("x")',
    "zlib method": "zlib.compressobj(method=5)",
    "zlib after end": 'c = zlib.compressobj()\nc.flush()\nc.compress(b"x")',
    "zlib flush again": "c = zlib.compressobj()\nc.flush()\nc.flush()",
    "zlib dictionary": 'zlib.decompressobj(zdict="x")',
    "zlib no dictionary": 'c = zlib.compressobj(zdict=b"abc")\nzlib.decompress(c.compress(b"abc") + c.flush())',
    "bz2 level": 'bz2.compress(b"x", 10)',
    "bz2 junk": 'bz2.decompress(b"junk data")',
    "bz2 cut": 'bz2.decompress(bz2.compress(b"x")[:-4])',
    "bz2 after end": 'd = bz2.BZ2Decompressor()\nd.decompress(bz2.compress(b"x"))\nd.decompress(b"")',
    "bz2 mode": 'bz2.open("x", "zz")',
    "lzma junk": 'lzma.decompress(b"this is not compressed")',
    "lzma cut": 'lzma.decompress(lzma.compress(b"x")[:-4])',
    "lzma preset": 'lzma.compress(b"x", preset=10)',
    "lzma raw": 'lzma.compress(b"x", format=lzma.FORMAT_RAW)',
    "lzma memory": 'lzma.decompress(lzma.compress(b"x"), memlimit=1000)',
    "lzma both": 'lzma.compress(b"x", preset=1, filters=[])',
    "lzma after end": 'd = lzma.LZMADecompressor()\nd.decompress(lzma.compress(b"x"))\nd.decompress(b"")',
    "gzip junk": 'gzip.decompress(b"junk")',
    "gzip cut": 'gzip.decompress(gzip.compress(b"x")[:-4])',
    "gzip write": 'gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b"x"))).write(b"x")',
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
