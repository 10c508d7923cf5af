# harness:
#   description: html - escaping, character references of every kind, longest-match entities, invalid numbers
#   tags: [module:html, encoding]
import html
import html.entities

for text in ("<a href=\"x\">it's & more</a>", "&amp;", "", "plain", "é€😀", "a\x00b", "<<>>"):
    print("escape", repr(text), "->", html.escape(text), "|", html.escape(text, quote=False))
print("round trip:", all(html.unescape(html.escape(chr(n) * 2)) == chr(n) * 2 for n in range(1, 0x3000)
                         if n not in range(0x80, 0xA0) or True))

REFERENCES = [
    "&lt;&gt;&amp;&quot;&apos;", "&copy;&eacute;&Eacute;&hearts;", "&#65;&#x41;&#X41;&#0065;",
    "&notit; &notin; &notin;x &not", "&ampx &amp=", "&AMP;&AMP&Amp;",
    "&#0;", "&#x80;&#x9f;&#x81;", "&#xd800;&#xdfff;", "&#x110000;&#99999999999999999999;",
    "&#1;&#x1f;&#x7f;&#xfdd0;&#xffff;", "&#13;&#x0d;", "&#xa0;&#160;",
    "&#;", "&#x;", "&#xg;", "&;", "&", "&&amp;", "& lt;", "&lt", "&ltx", "&lt=", "&unknown;", "&unknown",
    "&amp;lt;", "&acE;", "&NotEqualTilde;", "&fjlig;",
    "&CounterClockwiseContourIntegral;", "&ThickSpace;|", "&#65", "&#65x", "&#x41g", "&#x41 b",
    "&Aacute&aacute;", "&sup2;&sup&supe;", "&there4;&theta;&thetasym;",
    "no references", "&" * 5, "&lt;&#60;&#x3c;&LT;", "&zwnj;&zwj;", "&nbsp;&shy;", "&in;&int;&isin;&isinv;",
    "&#128512;&#x1F600;",
]
for text in REFERENCES:
    print("unescape", text, "->", html.unescape(text).encode("unicode_escape").decode())

print("tables:", len(html.entities.html5), len(html.entities.name2codepoint),
      len(html.entities.codepoint2name), len(html.entities.entitydefs))
print("lookups:", html.entities.name2codepoint["eacute"], html.entities.codepoint2name[8364],
      html.entities.entitydefs["lt"], html.entities.html5["gt;"], html.entities.html5["gt"],
      repr(html.entities.html5.get("euro")))
names = html.entities.html5
print("without semicolon:", sorted(n for n in names if not n.endswith(";"))[:8],
      sum(not n.endswith(";") for n in names))
print("two characters:", sum(len(v) == 2 for v in names.values()), "longest:",
      max(names, key=lambda n: (len(n), n)))
print("all references decode:", all(html.unescape(f"&{name}") == value for name, value in names.items()))
print("all numbers decode:", sum(html.unescape(f"&#{n};") == chr(n) for n in range(0x1000)),
      sum(html.unescape(f"&#x{n:x};") == "" for n in range(0x1000)))
replaced = {n: html.unescape(f"&#{n};") for n in range(0x80, 0xA0)}
print("windows-1252:", "".join(replaced.values()).encode("unicode_escape").decode())
for bad in (5, b"<", None):
    for function in (html.escape, html.unescape):
        try:
            print(function.__name__, function(bad))
        except (TypeError, AttributeError) as error:
            print(function.__name__, type(error).__name__)


class Text(str):
    pass


print("subclass:", type(html.escape(Text("<"))).__name__, type(html.unescape(Text("x"))).__name__)
page = "".join(f"<li title='{html.escape(t)}'>{html.escape(t, False)}</li>" for t in ("a'b", "<i>", "&copy;"))
print("page:", page, html.unescape(page))
