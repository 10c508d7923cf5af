# harness:
#   description: unicodedata.lookup and named escapes with spaces, underscores, lower case and hyphens
#   tags: [unicode, unicodedata]
import unicodedata

for name in ("SNOWMAN", "snowman", "SnowMan", " SNOWMAN", "SNOWMAN ", "SNOW MAN", "SNOW-MAN", "SNOW_MAN",
             "DIGIT ONE", "DIGIT_ONE", "DIGIT-ONE", "DIGITONE", "DIGIT  ONE", "NO-BREAK SPACE",
             "NO BREAK SPACE",
             "HANGUL SYLLABLE GAG", "hangul syllable gag", "HANGULSYLLABLEGAG", "CJK UNIFIED IDEOGRAPH-4E00",
             "CJK UNIFIED IDEOGRAPH 4E00", "cjk unified ideograph-4e00", "TIBETAN LETTER A",
             "TIBETAN LETTER -A",
             "HANGUL JUNGSEONG O-E", "\u00c9"):
    try:
        found = ascii(unicodedata.lookup(name))
    except KeyError:
        found = "KeyError"
    try:
        escape = ascii(eval(f"'\\N{{{name}}}'"))
    except SyntaxError:
        escape = "SyntaxError"
    print(f"{name!r:>30} lookup {found}, escape {escape}")
