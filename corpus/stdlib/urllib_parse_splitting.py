# harness:
#   description: urllib.parse - splitting, joining, quoting, query strings, ports, bytes results
#   tags: ["module:urllib.parse", parsing]
from urllib import parse as up


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


URLS = ["http://user:pa%20ss@Host.ORG:8080/p/a;x=1?q=1&r#frag", "//host/path", "path?q",
        "mailto:a@b.c?subject=x", "http://[::1]:80/", "http://h:/x", "file:///etc/x", "HTTP://H", "",
        "?a#b#c", "javascript:alert(1)", "http://a b/", "1http://x", "http:///x", "http://h?x", "http://h#f",
        "http:\t//h\n/x", " http://h ", "urn:isbn:1", "a:80"]
for url in URLS:
    s = up.urlsplit(url)
    print(repr(url), tuple(s), s.username, s.password, s.hostname, up.urlunsplit(s) == url)
print("urlparse:", up.urlparse("http://h/p;a=1/q;b=2?c"), up.urlparse("x/y;z").params,
      up.urlunparse(("s", "h", "p", "pa", "q", "f")))
for url in ("http://h:x/", "http://h:99999/", "http://h:-1/", "http://h:80a/", "http://h:٣/"):
    attempt(f"port {url}", lambda: up.urlsplit(url).port)
for url in ("http://[::1/", "http://::1]/", "http://[g]/", "http://a[::1]/", "http://h\u2100x/",
            "http://[v1.x]/"):
    attempt(f"split {ascii(url)}", up.urlsplit, url)
BASE = "http://a/b/c/d;p?q"
for ref in ("g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "./", "..", "../",
            "../g", "../..", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "g;x=1/../y", "g?y/../x",
            "http:g", "../../../../g", "g/./h"):
    print("join", repr(ref), up.urljoin(BASE, ref))
print("joins:", up.urljoin("", "x"), up.urljoin("x", ""), up.urljoin("a/b", "../c"),
      up.urljoin("mailto:a", "b"), up.urljoin("http://h", "x"), up.urljoin("http://h/a", "?"),
      up.urldefrag("http://h/p#f#g"))
for text in ("a b/c?d=é&~_.-", "", "€", "%41", "a+b", b"\xff\x00", "😀"):
    print("quote", repr(text), up.quote(text), up.quote(text, safe=""), up.quote_plus(text),
          up.quote(text, safe="é€?") if isinstance(text, str) else "")
print("unquote:", up.unquote("a%20b%2fc%C3%A9%E9%zz%4"), up.unquote("%E9", encoding="latin-1"),
      up.unquote("%ff").encode(), up.unquote_plus("a+b%2B"), up.unquote_to_bytes("%ff%41é"),
      up.unquote(b"a%20b"))
attempt("unquote strict", up.unquote, "%ff", errors="strict")
attempt("quote bytes with encoding", up.quote, b"x", encoding="utf-8")
attempt("quote number", up.quote, 5)
attempt("quote error", up.quote, "é", encoding="ascii")
for query in ("a=1&b=2&a=3", "a=&b", "a=1;b=2", "a+b=c%20d&%C3%A9=1", "=x&&y=", "a=b=c", "&"):
    print("query", repr(query), up.parse_qs(query), up.parse_qsl(query, keep_blank_values=True),
          up.parse_qsl(query, separator=";"))
attempt("strict", up.parse_qsl, "a&b=1", strict_parsing=True)
attempt("too many", up.parse_qsl, "a=1&b=2&c=3", max_num_fields=2)
attempt("separator", up.parse_qsl, "a", separator="")
print("bytes:", up.parse_qs(b"a=%ff&b=1"), up.urlsplit(b"http://h/p?q").netloc,
      up.urljoin(b"http://h/a", b"b"), up.parse_qs("a=%ff", encoding="latin-1"))
attempt("mixed", up.urljoin, "a", b"b")
print("encode:", up.urlencode({"a": 1, "b": "x y&z", "é": None}),
      up.urlencode([("a", [1, 2]), ("b", "cd")], doseq=True), up.urlencode([("a", [1])]),
      up.urlencode({"k": "a/b c"}, quote_via=up.quote, safe="/"), up.urlencode({b"\xff": b"\x00"}))
attempt("encode text", up.urlencode, "abc")
parts = up.urlsplit("http://u@h:1/p")
print("results:", parts.geturl(), parts._replace(path="/q", query="z").geturl(), parts.encode().geturl(),
      type(parts).__name__, parts._fields, up.urlparse("x").geturl(),
      up.SplitResult("s", "n", "/p", "", "").geturl(), str(up.urldefrag("a#b")),
      up.urlsplit("x", scheme="http").scheme)
