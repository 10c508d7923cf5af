# harness:
#   description: unicodedata of code points without a character
#   tags: [module:unicodedata, unicode]
import unicodedata as ud

for code in (0x378, 0x5FF, 0x870 - 0x10, 0xFFFF, 0xFDD0, 0x1FFFF, 0xE0FFF, 0x10FFFF, 0xD800, 0xE000, 0xF0000):
    char = chr(code)
    print(f"U+{code:04X}", ud.name(char, "no name"), ud.category(char), repr(ud.bidirectional(char)),
          ud.combining(char), ud.mirrored(char), ud.east_asian_width(char), repr(ud.decomposition(char)))
print("at the edge:", ud.bidirectional("a"), ud.bidirectional("\u05d0"), ud.bidirectional("\u0660"))
