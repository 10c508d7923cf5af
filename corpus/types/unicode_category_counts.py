# harness:
#   description: how many characters of the first blocks fall into each general category
#   tags: [unicode, unicodedata]
import collections
import unicodedata

for first, last in ((0, 0x80), (0x80, 0x250), (0x2B0, 0x370), (0x370, 0x530), (0x530, 0x700), (0x700, 0x800),
                    (0x900, 0xA00), (0x1E00, 0x2000), (0x2000, 0x20A0), (0x2100, 0x2400), (0x3000, 0x3100)):
    counts = collections.Counter(unicodedata.category(chr(point)) for point in range(first, last))
    print(f"U+{first:04X} to U+{last - 1:04X}:", dict(sorted(counts.items())))
print("letters:",
      {kind: [hex(point) for point in range(0x700) if unicodedata.category(chr(point)) == kind][:6]
                   for kind in ("Lt", "Lm", "Nl", "No", "Pc", "Pi", "Sk", "Zs", "Cf")})
