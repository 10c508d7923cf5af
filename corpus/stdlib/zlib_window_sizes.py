# harness:
#   description: zlib - which window sizes are valid for compressing and decompressing
#   tags: [module:zlib, compression]
import zlib


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


packed = zlib.compress(b"text " * 20)
for wbits in (0, 7, 8, 9, 15, 16, 24, 25, 31, 32, 40, 47, 48, 99, -7, -8, -15, -16, -99):
    attempt(f"compress {wbits}", lambda: type(zlib.compress(b"text", wbits=wbits)).__name__)
    attempt(f"compressobj {wbits}", lambda: type(zlib.compressobj(wbits=wbits)).__name__)
    attempt(f"decompress {wbits}", lambda: len(zlib.decompress(packed, wbits=wbits)))
    attempt(f"decompressobj {wbits}", lambda: type(zlib.decompressobj(wbits=wbits)).__name__)
