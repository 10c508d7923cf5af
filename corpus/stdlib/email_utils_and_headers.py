# harness:
#   description: email.utils, header, charset and quoprimime - addresses, dates, encoded words, RFC 2231
#   tags: ["module:email.utils", "module:email.header", encoding]
import datetime
from email import charset, quoprimime, utils
from email.header import Header, decode_header, make_header


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for text in ("a@b.c", "Ann <a@b.c>", '"Last, First" <x@y>', "x@y (The Name)", "<x@y>", "", "a b c", "a@b@c",
             "Ann <a@b.c", "group: a@b;"):
    print("parseaddr", repr(text), utils.parseaddr(text), utils.parseaddr(text, strict=False))
for pair in (("", "a@b"), ("Ann", "a@b"), ("Q. R", "a@b"), ('Say "hi"', "a@b"), ("Jörg", "a@b"),
             ("日本", "a@b")):
    print("formataddr", pair, utils.formataddr(pair))
attempt("non-ascii address", utils.formataddr, ("x", "ü@b"))
print("getaddresses:", utils.getaddresses(["a@b, C <d@e>", '"f, g" <h@i>']),
      utils.getaddresses(["x@y <z@w>, ok@ok"]))
print("quote:", utils.quote('a"b\\c'), utils.unquote('"a\\"b"'), utils.unquote("<x>"), utils.unquote("plain"))

for text in ("Thu, 29 Feb 2024 12:30:45 +0530", "29 Feb 2024 12:30 EST", "Thu Feb 29 12:30:45 2024",
             "1 Jan 70 00:00:00 GMT", "29 feb 2024",
             "Thu, 29 Feb 2024 12:30:45 -0000", "29-Feb-2024 1:2:3 Z", "nonsense", "",
             "Thu, 29 Foo 2024 12:30:45"):
    print("parsedate", repr(text), utils.parsedate(text), (utils.parsedate_tz(text) or (None,))[-1])
attempt("to datetime", utils.parsedate_to_datetime, "Thu, 29 Feb 2024 12:30:45 +0530")
attempt("to naive datetime", utils.parsedate_to_datetime, "Thu, 29 Feb 2024 12:30:45 -0000")
attempt("to datetime bad", utils.parsedate_to_datetime, "soon")
print("mktime_tz:", utils.mktime_tz((2024, 2, 29, 12, 30, 45, 0, 1, -1, 19800)),
      utils.mktime_tz((1970, 1, 1, 0, 0, 0, 0, 1, 0, 0)))
print("formatdate:", utils.formatdate(0), utils.formatdate(1709209845.9, usegmt=True))
moment = datetime.datetime(2024, 2, 29, 1, 2, 3, tzinfo=datetime.timezone(datetime.timedelta(hours=-4)))
print("format_datetime:", utils.format_datetime(moment),
      utils.format_datetime(moment.astimezone(datetime.UTC), usegmt=True),
      utils.format_datetime(moment.replace(tzinfo=None)))
attempt("usegmt with offset", utils.format_datetime, moment, usegmt=True)
domain = utils.make_msgid("tag", domain="example.org")
print("msgid:", domain.startswith("<"), domain.endswith(".tag@example.org>"), domain.count("."))

print("rfc2231:", utils.encode_rfc2231("naïve file", "utf-8", "en"), utils.encode_rfc2231("plain"),
      utils.decode_rfc2231("utf-8'en'na%C3%AFve"))
print("collapse:", utils.collapse_rfc2231_value(("latin-1", "", "na\xefve")),
      utils.collapse_rfc2231_value('"quoted"'))
print("params:", utils.decode_params([("a", ""), ("name*0*", "utf-8''x%20"), ("name*1", '"y"'),
                                      ("z", '"1"')]))

for text in ("=?utf-8?q?caf=C3=A9?=", "=?utf-8?b?4oKs?= and =?latin-1?Q?=E9_x?=",
             "=?utf-8?q?a?= =?utf-8?q?b?=", "plain", "=?bad", "=?utf-8?b?!!?="):
    attempt(f"decode_header {text!r}", lambda: [(part, code) for part, code in decode_header(text)])
attempt("make_header", lambda: str(make_header(decode_header("Hi =?utf-8?q?caf=C3=A9?= there"))))
attempt("unknown charset", lambda: str(make_header([(b"x", "nonesuch")])))
header = Header("Grüße", "utf-8", header_name="Subject", maxlinelen=40)
header.append(" plain ascii words that go on", "us-ascii")
header.append("日本語" * 6, "utf-8")
print("header:", header.encode().splitlines(), str(header)[:30], header == str(header), len(str(header)))
print("long ascii:", Header("word " * 30, header_name="X").encode(splitchars=" ").splitlines()[0],
      Header("a" * 90).encode()[:5])
attempt("embedded header", Header("a\nInjected: b").encode)
print("latin:", Header("caf\xe9", "iso-8859-1").encode(), Header("x", "us-ascii").encode(),
      Header(b"caf\xc3\xa9", "utf-8").encode())
latin = charset.Charset("latin-1")
print("charset:", latin, latin.get_output_charset(), latin.header_encode("é"), latin.body_encode("é x"),
      latin.get_body_encoding(), charset.Charset("utf-8") == "UTF-8")
attempt("charset name", charset.Charset, "é")
print("quopri:", quoprimime.header_encode(b"a b_c=\xe9"),
      quoprimime.body_encode("long " * 20 + "end \t\n=x").splitlines(), quoprimime.decode("a=3D=\nb=E9"),
      quoprimime.header_decode("a_b=20"))
