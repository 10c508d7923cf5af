# harness:
#   description: unicodedata normalization forms, decomposition, combining classes, Hangul and quick checks
#   tags: [unicode, unicodedata]
import unicodedata

FORMS = ("NFC", "NFD", "NFKC", "NFKD")
SAMPLES = {
    "e acute": "\u00e9",
    "e + acute": "e\u0301",
    "angstrom": "\u212b",
    "ring A": "A\u030a",
    "ligature fi": "\ufb01",
    "superscript 5": "x\u2075",
    "circled 7": "\u2466",
    "half katakana": "\uff76\uff9e",
    "hangul": "\ud55c\uae00",
    "jamo": "\u1112\u1161\u11ab",
    "jamo LV + T": "\ud558\u11ab",
    "reordered marks": "a\u0315\u0300\u05ae\u0300\u0062",
    "dot below and above": "s\u0307\u0323",
    "long s with dots": "\u1e9b\u0323",
    "exclusion": "\u0958",
    "singleton": "\u2126",
    "compat fraction": "\u00bd\u215b",
    "arabic ligature": "\ufdfa",
    "musical": "\U0001d15e",
    "math bold": "\U0001d400\U0001d7d8",
    "greek tonos": "\u03cd \u1f7b",
    "vietnamese": "\u1ec7 e\u0323\u0302 e\u0302\u0323 \u1eb9\u0302",
    "blocked": "a\u0332\u0301",
    "starter between": "e\u200d\u0301",
    "nukta": "\u0915\u093c",
    "ascii": "plain text",
    "cjk compat": "\uf900\ufa1e",
    "empty": "",
    "squared": "\u33a5 \u3392",
    "width": "\uff21\uff41\u3000",
    "spacing": "\u00a0\u2003\u00b4",
    "sharp s": "\u00df\u1e9e",
}
for name, text in SAMPLES.items():
    forms = [unicodedata.normalize(form, text) for form in FORMS]
    checks = "".join("Y" if unicodedata.is_normalized(form, text) else "n" for form in FORMS)
    print(f"{name}: {ascii(text)} {checks}", *(ascii(form) if form != text else "=" for form in forms))

stable = unchanged = 0
for text in SAMPLES.values():
    for form in FORMS:
        once = unicodedata.normalize(form, text)
        stable += unicodedata.normalize(form, once) == once
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text))
    unchanged += composed == unicodedata.normalize("NFC", text)
print("idempotent:", stable, "of", 4 * len(SAMPLES), "NFC of NFD:", unchanged)

print("decomposition:", [unicodedata.decomposition(c)
                         for c in "\u00e9a\ufb01\u00bd\uac00\u1ec7\u00a0\u2460\ufdfa\u0344"])
print("combining:", [(ascii(c), unicodedata.combining(c))
                     for c in "a\u0301\u0323\u0345\u05b0\u093c\u094d\u3099\u302a\u0f71\U0001d165"])


def strip_marks(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


print("strip marks:", strip_marks("Cr\u00e8me Br\u00fbl\u00e9e \u0141\u00f3d\u017a \u01d8 \u1ec6 \u00d8"))
folded = unicodedata.normalize("NFKC", "\u212b\ufb03".casefold())
print("caseless match:", ascii(folded), folded == unicodedata.normalize("NFKC", "\u00e5FFI".casefold()))
print("lengths:", {form: sum(len(unicodedata.normalize(form, chr(point))) for point in range(0xC0, 0x250))
                   for form in FORMS})
print("changed below U+2000:", {form: sum(unicodedata.normalize(form, chr(p)) != chr(p)
                                          for p in range(0x2000)) for form in FORMS})
syllables = "".join(map(chr, range(0xAC00, 0xAC40)))
jamo = unicodedata.normalize("NFD", syllables)
print("hangul block:", len(jamo), unicodedata.normalize("NFC", jamo) == syllables, ascii(jamo[:6]))
for args in (("NFX", "a"), ("nfc", "a"), ("NFC", b"a"), ("NFC",)):
    try:
        unicodedata.normalize(*args)
    except (ValueError, TypeError) as error:
        print(args, type(error).__name__)
