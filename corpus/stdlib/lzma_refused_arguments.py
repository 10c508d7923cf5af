# harness:
#   description: lzma - ValueError for arguments that do not fit together, LZMAError for the library
#   tags: [module:lzma, compression]
import lzma


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


LZMA2 = [{"id": lzma.FILTER_LZMA2, "preset": 3}]
attempt("preset and filters", lzma.compress, b"x", preset=1, filters=LZMA2)
attempt("alone with check", lzma.compress, b"x", format=lzma.FORMAT_ALONE, check=lzma.CHECK_CRC32)
attempt("raw with check", lzma.LZMACompressor, format=lzma.FORMAT_RAW, check=lzma.CHECK_CRC64, filters=LZMA2)
attempt("raw with memory limit", lzma.LZMADecompressor, lzma.FORMAT_RAW, memlimit=5, filters=LZMA2)
attempt("unknown format", lzma.LZMACompressor, format=77)
attempt("unknown format, reading", lzma.LZMADecompressor, 77)
encoder = lzma.LZMACompressor()
encoder.flush()
attempt("flush again", encoder.flush)
attempt("compress after flush", encoder.compress, b"x")
