# harness:
#   description: html.parser - event streams for markup of every quality, attributes, positions
#   tags: ["module:html.parser", parsing]
from html.parser import HTMLParser


class Recorder(HTMLParser):
    def __init__(self, **options):
        self.events = []
        super().__init__(**options)

    def handle_starttag(self, tag, attrs):
        self.events.append(("start", tag, attrs, self.get_starttag_text()))

    def handle_startendtag(self, tag, attrs):
        self.events.append(("empty", tag, attrs))

    def handle_endtag(self, tag):
        self.events.append(("end", tag))

    def handle_data(self, data):
        if self.events and self.events[-1][0] == "data":
            self.events[-1] = ("data", self.events[-1][1] + data)
        else:
            self.events.append(("data", data))

    def handle_comment(self, data):
        self.events.append(("comment", data))

    def handle_decl(self, decl):
        self.events.append(("decl", decl))

    def unknown_decl(self, data):
        self.events.append(("unknown", data))

    def handle_pi(self, data):
        self.events.append(("pi", data))

    def handle_entityref(self, name):
        self.events.append(("entity", name))

    def handle_charref(self, name):
        self.events.append(("char", name))


def events(text, **options):
    parser = Recorder(**options)
    parser.feed(text)
    parser.close()
    return parser.events


PAGES = [
    "<!DOCTYPE html><p class=a id='b' DATA-x=\"c d\" checked>text</p>",
    "<br/><img src=x alt=\"&lt;é&gt;\" /><hr>", "<a href='x?a=1&amp;b=2&copy=3'>link</a>",
    "a &amp; b &lt; c &#65; &#x42; &unknown; &noend", "<!-- a comment --><!--x--y--><!----><!-->",
    "<?php echo 1 ?>after", "<script>if (a < b && c) { '</p>' }</script>x",
    "<style>p > a {}</style><STYLE>x</style>", "<P><B>bold<i>both</B></I>", "1 < 2 and 3 > 2", "<", "<>",
    "</>", "</ x>", "<a", "<a href=", "<a b='c", "text <b",
    "<a =b c==d e = f>", "<a b\nc\t=\td>", "<div\n  x='1'\n>multi\nline</div\n>", "<a\x00b>",
    "<!doctype  x><![CDATA[raw]]>", "<![if IE]>x<![endif]>", "<h1>One</h1 extra><h2/>",
    "<a x=1 x=2 X=3>", "<tag-name ns:attr='v' @click=go :b>", "&#xd800;&#0;&#128;",
    "<textarea><b>&amp;</textarea>", "<title>a &lt; <i></title>",
]
for page in PAGES:
    print(repr(page))
    for event in events(page):
        print("   ", *event)
print("raw references:", events("a &amp; &#65; &x", convert_charrefs=False))
print("attribute references are always converted:", events("<a b='&gt;'>", convert_charrefs=False))


class Outline(HTMLParser):
    """Builds an indented outline and notes positions."""

    def __init__(self):
        super().__init__()
        self.depth, self.lines = 0, []

    def handle_starttag(self, tag, attrs):
        self.lines.append("  " * self.depth + tag + str(self.getpos()))
        self.depth += tag not in ("br", "img")

    def handle_endtag(self, tag):
        self.depth -= 1


outline = Outline()
outline.feed("<html>\n<body><br>\n  <p>x<br/>\n</p></body></html>")
print("outline:", outline.lines, outline.depth)
slow = Recorder()
for character in "<p a='1'>x&amp;y<!-- c --></p>":
    slow.feed(character)
slow.close()
print("one character at a time:", slow.events == events("<p a='1'>x&amp;y<!-- c --></p>"),
      [e[0] for e in slow.events])
slow.reset()
print("reset:", slow.getpos(), slow.rawdata == "")
