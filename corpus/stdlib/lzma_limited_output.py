# harness:
#   description: lzma.LZMADecompressor - max_length gives as much as is there, in small steps
#   tags: [module:lzma, compression]
import lzma

TEXT = b"".join(b"entry %d is like the others\n" % n for n in range(40))
packed = lzma.compress(TEXT)
for limit in (0, 1, 12, 500, len(TEXT), 10**6):
    decoder = lzma.LZMADecompressor()
    print(
        limit,
        decoder.decompress(packed + b"rest", max_length=limit)[:12],
        decoder.eof,
        decoder.needs_input,
        decoder.unused_data,
    )
decoder = lzma.LZMADecompressor()
pieces = [decoder.decompress(packed, max_length=300)]
while not decoder.eof and len(pieces) < 50:
    pieces.append(decoder.decompress(b"", max_length=300))
print("sizes:", [len(piece) for piece in pieces], b"".join(pieces) == TEXT)
