# harness:
#   description: unicodedata.decomposition and names of Hangul syllables
#   tags: [module:unicodedata, unicode]
import unicodedata as ud

for code in (0xAC00, 0xAC01, 0xAC1C, 0xB098, 0xD788, 0xD7A3, 0x1100, 0x1161, 0x11A8):
    char = chr(code)
    print(
        f"U+{code:04X}",
        ud.name(char),
        ud.decomposition(char) or "none",
        [f"{ord(c):04X}" for c in ud.normalize("NFD", char)],
        ud.normalize("NFC", ud.normalize("NFD", char)) == char,
    )
