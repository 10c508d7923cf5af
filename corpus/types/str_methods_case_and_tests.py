# harness:
#   description: str case methods and the is* predicates over ASCII, Latin, Greek, Turkish, digits and symbols
#   tags: [str, case, unicode]

WORDS = ("hello world", "HELLO", "they're bill's friends", "x2y3 1st", "", "\u00e9cole \u00c9T\u00c9",
         "stra\u00dfe", "\u0130stanbul", "\u0131\u017f", "\ufb03 \ufb01n", "\u01c6 \u01c5 \u01c4",
         "\u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3", "\u03a3", "A\u03a3.", "a\u0345", "\u1f80 \u1fb3",
         "mcDONALD o'neil", "\u2160\u2171", "\u24b6\u24d1", "\U00010400\U00010428", "\u1e9e", "\u0149",
         "\u10d0\u1c90", "\uab70", "\u13a0")
for word in WORDS:
    print(ascii(word), "|", ascii(word.upper()), ascii(word.lower()), ascii(word.title()),
          ascii(word.capitalize()), ascii(word.swapcase()), ascii(word.casefold()))

print("casefold equal:", "stra\u00dfe".casefold() == "STRASSE".casefold(),
      "\u03c2".casefold() == "\u03a3".casefold(), "\ufb03".casefold(), "\u0130".casefold() == "i\u0307",
      ascii("\u1e9e".casefold()))
print("final sigma:", ascii("\u03a3\u03a3 A\u03a3 \u03a3A\u03a3A A\u03a3' \u03a3".lower()))
print("round trips:", [word.upper().lower() == word.lower() for word in WORDS].count(False))

PREDICATES = ("isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric",
              "isprintable", "isspace", "istitle", "isupper")
print("predicates:", " ".join(PREDICATES))
for sample in ("", "a", "A", "aB", "Ab", "Ab Cd", "AbC", "1", "12a", "\u00b2", "\u00bd", "\u0663", "\u4e00",
               "\u2167", "_x", "class", "1x", " ", "\t\n", "\x1c", "\u2003", "\u200b", "\x00", "\u00e9",
               "e\u0301", "\u01c5", "\u02b0", "\U0001f600", "\ud800", "\u00aa", "a1", "A1", "A-B", "\u1d2c",
               "\u212e", "\u00b7", "x\u00b7", "\u0345", "\u00a0", "\x85", "\xad", "-", "1st Ab"):
    print(f"{ascii(sample):>14}", "".join("Y" if getattr(sample, name)() else "." for name in PREDICATES))

for name in ("isalpha", "isdigit", "isdecimal", "isnumeric", "isspace", "isupper", "islower", "istitle",
             "isidentifier"):
    print(f"{name}: {sum(getattr(chr(point), name)() for point in range(0x250))} below U+0250")
print("space characters:", [hex(point) for point in range(0x3100) if chr(point).isspace()])
unprintable = [hex(point) for point in range(0x20, 0x180) if not chr(point).isprintable()]
print("latin printable gaps:", len(unprintable), unprintable[:8], unprintable[-3:])
for bad in ("upper(1)", "isalpha('x')", "title(x=1)"):
    try:
        eval("'abc'." + bad)
    except TypeError:
        print(bad, "-> TypeError")
