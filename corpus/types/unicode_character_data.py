# harness:
#   description: unicodedata categories, names, lookup, numeric values, width, mirrored
#   tags: [unicode, unicodedata]
import collections
import unicodedata

SAMPLES = ("Az1 \t_-(\u00ab\u00e9\u00df\u01c5\u0301\u0660\u00bd\u2167\u4e94\u05d0\u0627\u2028\u200b"
           "\u20ac\u2211\u2603\uff21\uff71\u3042\uac00\ue000\u0378\U0001f600\U00020000")
for char in SAMPLES:
    print(ascii(char), unicodedata.category(char), unicodedata.east_asian_width(char),
          unicodedata.mirrored(char), unicodedata.decimal(char, None),
          unicodedata.digit(char, None), unicodedata.numeric(char, None), unicodedata.name(char, "<none>"))
print(ascii("\ud800"), unicodedata.category("\ud800"), unicodedata.name("\ud800", "<none>"),
      unicodedata.category("\U0010ffff"))

print("names:", [unicodedata.name(c, "-")
                 for c in "\u0000\u00ad\ufeff\ufffd\u1100\ud55c\u3400\U0001f1e6\U000e0100\u2f00"])
for name in ("SNOWMAN", "snowman", "LATIN SMALL LETTER E WITH ACUTE", "HANGUL SYLLABLE HAN",
             "CJK UNIFIED IDEOGRAPH-4E00", "GREEK SMALL LETTER FINAL SIGMA", "DIGIT ONE", "LINE FEED",
             "NO-BREAK SPACE", "PILE OF POO", "BELL", "NULL"):
    try:
        print(name, hex(ord(unicodedata.lookup(name))))
    except KeyError:
        print(name, "KeyError")
for name in ("NO SUCH NAME", "", "HANGUL SYLLABLE XYZ", "CJK UNIFIED IDEOGRAPH-0041"):
    try:
        print(repr(name), unicodedata.lookup(name))
    except KeyError:
        print(repr(name), "KeyError")

for function in (unicodedata.decimal, unicodedata.digit, unicodedata.numeric, unicodedata.name):
    for value in ("a" if function is not unicodedata.name else "\x00", "ab", "", 5):
        try:
            print(function.__name__, repr(value), function(value))
        except (ValueError, TypeError) as error:
            print(function.__name__, repr(value), type(error).__name__)

print("numeric:", [unicodedata.numeric(c)
                   for c in "\u00bc\u2153\u0bf0\u3007\u4e07\u2188\u0f33\u2460\U00010107\u09f4"])
print("digits:", [unicodedata.digit(c, -1) for c in "\u00b2\u2460\u0669\uff19\u24ea\u2777\u1371"],
      int("\u0669\uff19"))

counts = collections.Counter(unicodedata.east_asian_width(chr(point)) for point in range(0x3000, 0x3400))
print("width of U+3000..U+33FF:", dict(sorted(counts.items())))
print("mirrored in ASCII:", [chr(p) for p in range(128) if unicodedata.mirrored(chr(p))])
print("combining in U+0300..U+036F:", sum(map(bool, (unicodedata.combining(chr(p))
                                                     for p in range(0x300, 0x370)))))
print("titlecase letters:", [hex(p) for p in range(0x2000) if unicodedata.category(chr(p)) == "Lt"][:8])
print("old database:", unicodedata.ucd_3_2_0.unidata_version, unicodedata.ucd_3_2_0.category("\u0221"),
      unicodedata.category("\u0221"), unicodedata.ucd_3_2_0.name("\u1e9e", "unassigned then"),
      unicodedata.name("\u1e9e"))
print("version has three parts:", len(unicodedata.unidata_version.split(".")), unicodedata.category("\u20c0"),
      unicodedata.category("\U0001fae8"))
print("identifiers:", ["\u00e9x".isidentifier(), "x\u00b2".isidentifier(), "\u4e2d".isidentifier(),
                       "a\u0301".isidentifier(), "\u0301".isidentifier(), "\u2118".isidentifier(),
                       "\u1d52".isidentifier()])
namespace = {}
exec("\ufb01n = 3\nprint(sorted(k.encode() for k in locals() if not k.startswith('_')), fin)", namespace)
