# harness:
#   description: textwrap - wrapping rules, hyphens, long words, indents, shorten, dedent
#   tags: [module:textwrap, formatting]
import textwrap
from textwrap import TextWrapper, dedent, fill, indent, shorten, wrap

TEXT = ("The quick-brown fox -- aged 3 -- jumped over em\u2014dashed lazy dogs.  Then it\tslept;\n\n"
        "  a supercalifragilistic-word-like-thing ended it.End. Yes?  No!")


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


OPTIONS = [{}, {"break_long_words": False}, {"break_on_hyphens": False}, {"replace_whitespace": False},
           {"expand_tabs": False}, {"drop_whitespace": False}, {"fix_sentence_endings": True},
           {"initial_indent": "* ", "subsequent_indent": "    "}, {"max_lines": 2},
           {"max_lines": 1, "placeholder": "~"}, {"tabsize": 2}]
for width in (12, 30):
    for options in OPTIONS:
        print(width, options, wrap(TEXT, width, **options))
attempt("zero width", wrap, "a b", 0)
attempt("negative", wrap, "a", -1)
attempt("placeholder", wrap, "a b c", 5, max_lines=1, placeholder=" [......]")
attempt("width one", wrap, "ab-c d", 1)
attempt("indent too wide", wrap, "ab cd", 3, initial_indent="    ")
print("empty:", wrap(""), wrap("   "), repr(fill("")), wrap("\n\n"), wrap("a\u00a0b c", 4),
      wrap("日本語 テスト です", 5))
print("hyphens:", wrap("a-b--c---d -e f- 1-2 non-stop x-1y", 5), wrap("-option --long-option=x", 8),
      wrap("well-known/slashed-word", 10), wrap("it's-ok (paren-thesis)", 8))
for width in (5, 10, 17, 18, 100):
    attempt(f"shorten {width}", shorten, "Hello  wonderful\n world", width)
attempt("shorten small", shorten, "Hello wonderful world", 4)
attempt("shorten placeholder", shorten, "Hello wonderful world", 12, placeholder="...")
for text in ("  a\n    b\n  c", "\ta\n\t b", "  a\n\tb", "\n   \n  x\n", "a\n  b", "  a\n\n\n  b\n ", "",
             "   ", " \t a\n \tb", "    one\n   \n      two\r\n"):
    print("dedent", repr(text), repr(dedent(text)))
attempt("dedent bytes", dedent, b" x")
print("indent:", repr(indent("a\n\n  b\n \nc", "> ")), repr(indent("a\n\nb", "- ", lambda line: True)),
      repr(indent("x\r\ny\u2028z", "# ")), repr(indent("", "+")))
wrapper = TextWrapper(width=20, initial_indent="[", subsequent_indent=" ")
print("reused:", wrapper.wrap("one two three four five six"), wrapper.fill("again and again and again"))
wrapper.width = 8
print("changed:", wrapper.wrap("one two three four"))
print("paragraphs:", "\n\n".join(fill(dedent(p).strip(), 24)
                                 for p in "  First paragraph goes on and on.\n\n  Second one.".split("\n\n")),
      [n for n in textwrap.__all__])
