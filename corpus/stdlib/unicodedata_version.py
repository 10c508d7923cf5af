# harness:
#   description: the version of the Unicode tables and characters that came with it
#   tags: [module:unicodedata, unicode]
import unicodedata as ud

print("version:", ud.unidata_version, "old:", ud.ucd_3_2_0.unidata_version)
for code in (0x1FAE9, 0x1C89, 0x10D40, 0x1E5D0, 0x16100, 0x11380, 0x1CC00, 0x1FAEA, 0x16EA0):
    print(f"U+{code:04X}", ud.name(chr(code), "no name"), ud.category(chr(code)))
