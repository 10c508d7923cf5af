# harness:
#   description: the encode functions of codecs count characters, the decode functions bytes
#   tags: [module:codecs, encoding]
import codecs

for name in ("utf-8", "utf-16-le", "utf-32-be", "latin-1", "ascii", "utf-7", "unicode_escape", "cp1252"):
    info = codecs.lookup(name)
    for text in ("", "abc", "é", "é€😀"):
        try:
            data, consumed = info.encode(text)
            print(name, ascii(text), len(data), consumed, info.decode(data)[1])
        except UnicodeEncodeError as error:
            print(name, ascii(text), type(error).__name__, error.start, error.end)
print("functions:", codecs.utf_8_encode("é€"), codecs.latin_1_encode("é"), codecs.ascii_encode("ab"),
      codecs.charmap_encode("aé", "strict"))
