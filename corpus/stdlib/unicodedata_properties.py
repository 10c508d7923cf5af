# harness:
#   description: unicodedata - names, categories, numeric values, normal forms, widths, decomposition
#   tags: [module:unicodedata, unicode]
import unicodedata as ud


def attempt(label, function, *args):
    try:
        print(label, "->", ascii(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for char in "aZ5 \n\t_-$€é½²٣四ⅷΩ😀\u200d\u0301\u00ad가豈ﬁ\u2028\ufeff\ue000ǅß":
    print(f"U+{ord(char):04X}", ud.name(char, "no name"), ud.category(char), ud.bidirectional(char),
          ud.combining(char), ud.mirrored(char), ud.east_asian_width(char), ud.decomposition(char) or "none",
          ud.numeric(char, None), ud.digit(char, None), ud.decimal(char, None))
for name in ("EURO SIGN", "euro sign", "HANGUL SYLLABLE GAG", "CJK UNIFIED IDEOGRAPH-4E00", "NO SUCH NAME",
             "LATIN SMALL LETTER E WITH ACUTE", "LINE FEED", "NULL", "", "CJK UNIFIED IDEOGRAPH-0041",
             "LATIN SMALL LETTER R WITH TILDE"):
    attempt(f"lookup {name}", ud.lookup, name)
attempt("named sequence", ud.lookup, "KEYCAP DIGIT ONE")
attempt("name of control", ud.name, "\x00")
attempt("numeric of letter", ud.numeric, "a")
attempt("digit of fraction", ud.digit, "½")
attempt("decimal of superscript", ud.decimal, "²")
attempt("two characters", ud.category, "ab")
attempt("empty", ud.name, "")
attempt("number", ud.category, 5)
SAMPLES = ["é", "e\u0301", "ﬁ", "①", "½", "Å", "\u212b", "가", "\u1100\u1161\u11a8", "q\u0323\u0307",
           "q\u0307\u0323", "ﾊﾞ", "ſ", "\u1e9b\u0323", "豈", "", "plain", "a\u0315\u0300\u05ae\u0300b",
           "\u0344", "㎏"]
for text in SAMPLES:
    forms = {form: ud.normalize(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    print(ascii(text), {form: ascii(value) for form, value in forms.items()},
          [form for form in forms if ud.is_normalized(form, text)])
attempt("bad form", ud.normalize, "NFX", "a")
attempt("bad type", ud.normalize, "NFC", 5)
old = ud.ucd_3_2_0
print("old:", old.unidata_version, old.name("a"), old.category("\u0378"),
      old.normalize("NFC", "e\u0301") == "é", old.name("\U0001F600", "unknown then"))
counts = {}
for code in range(0x3000):
    category = ud.category(chr(code))
    counts[category] = counts.get(category, 0) + 1
print("stable categories:", {key: counts[key] for key in ("Cc", "Zl", "Zp", "Zs", "Lt", "Cs")
                             if key in counts})
print("hangul:", [ud.name(chr(c)) for c in (0xAC00, 0xAC01, 0xD7A3)],
      all(ud.lookup(ud.name(chr(c))) == chr(c) for c in range(0xAC00, 0xAC80)),
      all(ud.lookup(ud.name(chr(c))) == chr(c) for c in range(0x20, 0x7F)))
print("identifiers:", [ascii(c) for c in "µªº℘℮·" if c.isidentifier() or ("a" + c).isidentifier()],
      ud.normalize("NFKC", "µ") == "μ")
