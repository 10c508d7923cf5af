# harness:
#   description: repr and ascii of strings, quote choice, escapes, unprintables, literal forms, chr and ord
#   tags: [str, repr, unicode]
import sys

for text in ("", "plain", "it's", 'say "hi"', "both ' and \"", "back\\slash", "tab\tnew\nret\r",
             "\x00\x07\x1b\x7f", "\x80\x9f\xa0\xad\xff", "\u00e9\u0301", "\u200b\u200e\u2028\ufeff",
             "\u3000|\u2003", "\ud800", "\udfff\ud800", "\ud83d\ude00", "\U0001f600", "\ue000", "\U0010ffff",
             "\uffff", "\U000e0001", "\u0378", "\x85", "\N{SNOWMAN}", "\u0600", "\u06dd", "\U000110bd",
             "a\u0300"):
    shown = repr(text)
    print(ascii(text), shown, len(text), len(shown), f"{text!r:>10}|" if text.isascii() else "|")

print("escapes:", "\a\b\f\v".encode(), "\101\60\0\3778".encode("latin-1", "backslashreplace"),
      "\x41\u0042\U00000043", "\N{LATIN SMALL LETTER E WITH ACUTE}", "\N{digit one}", "a\
b", len(r"\n\x41"), r"\'", len('''a
b'''), "im" 'plicit' """ join""", rb"\x00" == b"\\x00", Rb"\q", bR'\'')
for source in (r"'\xg'", r"'\x4'", r"'\u12'", r"'\U00110000'", r"'\N{no such name}'", r"'\N'", r"'\N{'",
               r"b'\x'", "b'\u00e9'", r"'\u{41}'", "'abc", "'''abc", "f'{'", "f'}'", "f'{}'", "f'{a b}'",
               "f'{x!z}'", "f'{x!}'", "f'{x:{y:{z}}}'", "r'\\'", "ur'a'", "bf'a'"):
    try:
        print(ascii(source), compile(source, "<s>", "eval") is not None)
    except SyntaxError:
        print(ascii(source), "-> SyntaxError")

print("chr and ord:", chr(97), ord("\U0001f600"), ascii(chr(0x10FFFF)), ascii(chr(0xD800)), ord(b"\xff"),
      ord(bytearray(b"a")), hex(sys.maxunicode))
for text in ("chr(-1)", "chr(0x110000)", "chr(2**40)", "chr(1.5)", "chr('a')", "ord('')", "ord('ab')",
             "ord(b'ab')", "ord(97)", "chr(True)"):
    try:
        print(text, repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__)

escaped = [point for point in range(0x400) if repr(chr(point)) != f"'{chr(point)}'"]
print("escaped below 0x400:", len(escaped), [hex(point) for point in escaped if point > 0x9F])
print("unprintable from 0x300 to 0x600:", sum(not chr(point).isprintable() for point in range(0x300, 0x600)))


class Named(str):
    def __repr__(self):
        return f"Named<{str.__repr__(self)}>"

    def __str__(self):
        return "as-str"


named = Named("x")
print("nested repr:", [named], {named: named}, f"{named} {named!r} {named!s} {named!a}",
      "%s %r %a" % (named, named, named), str(named), named + "", ascii([named]))


class BadRepr:
    def __repr__(self):
        return 5


class BadStr:
    def __str__(self):
        return None


class OnlyRepr:
    def __repr__(self):
        return "only \u00e9"


for function, value in ((repr, BadRepr()), (str, BadRepr()), (str, BadStr()), (format, BadStr()),
                        (ascii, OnlyRepr()), (str, OnlyRepr()), (format, OnlyRepr())):
    try:
        print(function.__name__, function(value))
    except TypeError:
        print(function.__name__, "-> TypeError")
try:
    format(OnlyRepr(), ">5")
except TypeError:
    print("format spec on object: TypeError")
print("str():", repr(str()), str(b"abc", "ascii"), str(b"\xe9", "latin-1"), str(object=5), repr(str(b"x")),
      str(bytearray(b"\xff"), errors="replace", encoding="ascii"))
for args in ((5, "ascii"), ("a", "ascii"), (b"\xff", "ascii"), (b"a", "no-such")):
    try:
        print(str(*args))
    except Exception as error:
        print("str", args, "->", type(error).__name__)
