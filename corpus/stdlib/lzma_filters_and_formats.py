# harness:
#   description: lzma - containers, checks, filter chains, presets, limited decompression, errors, files
#   tags: [module:lzma, compression]
import io
import lzma

TEXT = b"".join(b"entry %d is similar to the others\n" % n for n in range(250))


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for name, kind in (("xz", lzma.FORMAT_XZ), ("alone", lzma.FORMAT_ALONE)):
    packed = lzma.compress(TEXT, format=kind)
    print(name, packed[:6].hex(), len(packed) < 900, lzma.decompress(packed) == TEXT,
          lzma.decompress(packed, format=kind) == TEXT)
packed = lzma.compress(TEXT)
for name in ("CHECK_NONE", "CHECK_CRC32", "CHECK_CRC64", "CHECK_SHA256"):
    check = getattr(lzma, name)
    decoder = lzma.LZMADecompressor()
    data = lzma.compress(TEXT, check=check)
    print(name, lzma.is_check_supported(check), data[7], decoder.decompress(data) == TEXT,
          decoder.check == check, decoder.eof)
print("empty:", lzma.compress(b"").hex()[:24], lzma.decompress(lzma.compress(b"")),
      lzma.decompress(lzma.compress(b"a") + lzma.compress(b"b")))
attempt("padding", lambda: lzma.decompress(packed + b"\0" * 8) == TEXT)
attempt("junk after", lambda: lzma.decompress(packed + b"junk!") == TEXT)

FILTERS = {"lzma2": [{"id": lzma.FILTER_LZMA2, "preset": 3}],
           "delta": [{"id": lzma.FILTER_DELTA, "dist": 4}, {"id": lzma.FILTER_LZMA2, "preset": 1}],
           "x86": [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2}],
           "tuned": [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 16, "lc": 0, "lp": 2, "pb": 0,
                      "mode": lzma.MODE_FAST, "nice_len": 64, "mf": lzma.MF_HC4}]}
for name, chain in FILTERS.items():
    raw = lzma.compress(TEXT, format=lzma.FORMAT_RAW, filters=chain)
    print("filters", name, lzma.decompress(raw, format=lzma.FORMAT_RAW, filters=chain) == TEXT,
          lzma.decompress(lzma.compress(TEXT, filters=chain)) == TEXT)
for preset in (0, 6, 1 | lzma.PRESET_EXTREME):
    print("preset", preset & 31, lzma.decompress(lzma.compress(TEXT, preset=preset)) == TEXT)

attempt("empty input", lzma.decompress, b"")
attempt("junk", lzma.decompress, b"this is not compressed")
attempt("truncated", lzma.decompress, packed[:-10])
attempt("corrupt", lzma.decompress, packed[:40] + b"\xff\xff\xff" + packed[43:])
attempt("wrong format", lzma.decompress, packed, format=lzma.FORMAT_ALONE)
attempt("raw without filters", lzma.compress, b"x", format=lzma.FORMAT_RAW)
attempt("raw without filters, reading", lzma.decompress, b"x", format=lzma.FORMAT_RAW)
attempt("filters for xz reading", lzma.LZMADecompressor, lzma.FORMAT_XZ, filters=FILTERS["lzma2"])
attempt("preset range", lzma.compress, b"x", preset=10)
attempt("filter without id", lzma.compress, b"x", filters=[{"preset": 1}])
attempt("filter type", lzma.compress, b"x", filters=["lzma2"])
attempt("no filters", lzma.compress, b"x", filters=[])
attempt("memory limit", lzma.decompress, packed, memlimit=1000)
attempt("text", lzma.compress, "x")

decoder = lzma.LZMADecompressor()
head = decoder.decompress(packed[:60]) + decoder.decompress(packed[60:] + b"rest", max_length=500)
print("in pieces:", len(head) <= len(TEXT), decoder.needs_input)
body = b"" if decoder.eof else decoder.decompress(b"", max_length=-1)
print("finished:", head + body == TEXT, decoder.eof, decoder.unused_data)
attempt("after end", decoder.decompress, b"x")
encoder = lzma.LZMACompressor(preset=1)
stream = encoder.compress(TEXT[:100]) + encoder.compress(TEXT[100:]) + encoder.flush()
print("incremental:", lzma.decompress(stream) == TEXT)
with lzma.open("data.xz", "wt", encoding="utf-8", newline="\n") as out:
    out.write("é one\ntwo\n")
with lzma.open("data.xz", "ab") as out:
    out.write(b"three\n")
with lzma.open("data.xz") as source:
    print("file:", source.peek(2)[:2], source.readline(), source.tell(), source.seek(-6, io.SEEK_END),
          source.read(), source.seek(0), source.readlines())
    attempt("write", source.write, b"x")
attempt("mode", lzma.open, "data.xz", "zz")
attempt("text mode options", lzma.open, "data.xz", "rb", newline="")
attempt("missing", lzma.open, "none.xz")
attempt("exclusive", lzma.open, "data.xz", "x")
attempt("file object type", lzma.LZMAFile, 5)
with lzma.LZMAFile(io.BytesIO(packed[:-20])) as source:
    print("first:", source.read(6))
    attempt("then", source.read)
