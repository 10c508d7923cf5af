# harness:
#   description: characters first assigned in Unicode 15 to 17, as known to unicodedata, str methods and repr
#   tags: [unicode, unicodedata]
import unicodedata

print("version:", unicodedata.unidata_version)
SINCE = {"13.0": 0x8BE, "14.0": 0x20C0, "15.0": 0x1FAE8, "15.1": 0x2FFC, "16.0": 0x1C89,
         "16.0 letter": 0xA7CB,
         "16.0 symbol": 0x1FAE9, "17.0 currency": 0x20C1, "17.0 letter": 0xA7D2, "17.0 ideograph": 0x323B0}
for version, point in SINCE.items():
    character = chr(point)
    print(version, hex(point), unicodedata.category(character), unicodedata.name(character, "<no name>"),
          character.isprintable(), character.isalpha(), ascii(character.lower()), len(repr(character)))
print("changed in 17.0:", unicodedata.category("\u0295"), "\u0295".islower(), "\u0295".isalpha())
for first, last in ((0x2000, 0x2100), (0xA700, 0xA800), (0x1FA70, 0x1FB00), (0x10D40, 0x10D90)):
    print(f"printable in {first:#x}..{last:#x}:", sum(chr(point).isprintable() for point in range(first,
                                                                                                  last)))
