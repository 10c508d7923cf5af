# harness:
#   description: string and bytes literals - escapes, prefixes, raw and triple quotes, joining, surrogates
#   tags: [literals, strings]

import warnings

print(ascii("\a\b\f\n\r\t\v\\\'\"\0\x7f\101\1234\18\x41\u00e9\U0001F600"
            "\N{LATIN SMALL LETTER E WITH ACUTE}\N{bullet}"))
print(b"\a\0\xff\101\\\'\"\n" + rb"\x00\n", rb'\'', br"\"", Rb"\a", bR"\b", B"x", len(rb"\u0041"))
print(r"\n\t\\", r'\'', r"a\"b", len(r"\\"), R"\N{x}", u"u-prefix", U"\u0041", "a" 'b' """c""" r"\d" u"e",
      ("multi"
      " line"), "tab\tend", "nul\0mid" == "nul\x00mid")
print("""first
second\
 joined
  "quoted" ""two"" 'single'
""", '''it's "fine" \''' ''', """\"""", """a""" "", "''", '""', '\'"', "\"'", sep="|")
print("continued \
line", "back\\slash", 'new\
line', "a\
\
b", len("\
"), "x" "\x41" "1", "\0" "1", "\01" == "\1", "\x001", "\377")
print([len(s) for s in ("\U0010FFFF", "\ud800", "\ud83d\ude00", "e\u0301", "\N{GREEK SMALL LETTER ALPHA}",
                        "\N{digit one}")])
print(ascii("\ud83d\ude00"), "\ud83d\ude00" == "\U0001F600", repr("\ud800"), ascii("é\u200b\xad\u3000\ufeff"),
      repr("é\u200b\xad\u3000\ufeff\x85\x1f\U000e0001"))
print(repr("'"), repr('"'), repr("'\""), repr("\\"), repr("\\n"), repr("\n\r\t\b\x1b"), repr(b"'"),
      repr(b'"\''), repr(b"\x00\t\xff~"), repr(""), repr(bytearray(b"'\"")))


def doc():
    """One line."""


def concatenated_doc():
    "part one " 'part two'


def not_doc():
    b"bytes are no docstring"


def indented():
    """First.

        Indented more.
    Back.
    \tTab escape.
    """


class ClassDoc:
    r"""Raw \d doc."""


print(doc.__doc__, concatenated_doc.__doc__, not_doc.__doc__, repr(indented.__doc__), ClassDoc.__doc__)
for source in [r"'\d'", r"b'\d'", r"'\8'", r"'\400'", r"b'\400'", r"'\ '", r"r'\d'", r"f'\d{1}'", r"'\N'",
               r"b'\N{x}'", r"'''\w'''"]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(source, repr(eval(source)), [w.category.__name__ for w in caught])
        except SyntaxError:
            print(source, "SyntaxError")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            eval(source)
        except SyntaxError as exc:
            print("   as error:", type(exc).__name__)
for source in ["'abc", "'a\nb'", '"""abc', r"'\x4'", r"'\xg1'", r"'\u123'", r"'\U0011ffff'", r"'\U00110000'",
               r"'\N{no such}'", r"'\N{'", "'\\", r"b'\x4'", "b'é'", "b'a' 'b'", "ur'x'",
               "ub'x'", "rr'x'", "bb'x'", "r'\\'", "x'ab'", "'a' 5", "'a'b'c'", "bu''", "rbf'x'", "''''",
               "'''a''", "\"a'", "'%' % ", "'a' f", "5'a'", "b'' + ''", "'\\u{41}'"]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            print(repr(source), "->", repr(eval(source)))
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__)
    except (TypeError, NameError) as exc:
        print(repr(source), "->", type(exc).__name__)
print("a" "b" * 2, "a" "b"[0], "x" "%s" % "y", ["one", "two" "three", "four"], ("tuple"), ("tuple",),
      "a" if "" "" else "empty", "in" in "string" "ing", "abc"[1:] + "d")
