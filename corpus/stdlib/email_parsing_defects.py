# harness:
#   description: email - parsing of well and badly formed messages, defects, encoded words, feed parser
#   tags: [module:email, parsing]
import email
import email.policy
from email import message_from_bytes, message_from_string
from email.feedparser import BytesFeedParser, FeedParser
from email.parser import HeaderParser

RAW = """\
Return-Path: <x@y>
From: =?utf-8?q?J=C3=B6rg?= <jorg@example.org>
To: undisclosed-recipients:;
Subject: =?utf-8?b?5pel5pys?= =?iso-8859-1?q?_caf=E9?= plain
Received: one
Received: two
Content-Type: multipart/mixed; boundary="==B=="; charset*=us-ascii''x
MIME-Version: 1.0

preamble text
--==B==
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: base64

aGVsbG8g4oKs
--==B==
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Transfer-Encoding: quoted-printable

caf=E9 =
joined
--inner
Content-Type: text/html

<b>x</b>
--inner--
--==B==
Content-Type: message/rfc822

Subject: nested

nested body
--==B==--
epilogue text
"""


def tree(message, depth=0):
    payload = "" if message.is_multipart() else message.get_payload(decode=True)
    print("    " * depth + message.get_content_type(), payload, [type(d).__name__ for d in message.defects])
    if message.is_multipart():
        for part in message.get_payload():
            tree(part, depth + 1)


for policy in (email.policy.compat32, email.policy.default):
    message = message_from_string(RAW, policy=policy)
    tree(message)
    print("subject:", str(message["subject"]), "| from:", message["from"], "| to:", message["to"])
    print("other:", message.get_all("received"), repr(message.preamble), repr(message.epilogue),
          message.get_boundary(), message.get_param("charset"))
print("round trip:", message_from_string(RAW).as_string() == RAW)

BAD = {
    "no headers": "just a body line\nsecond\n",
    "no blank line": "A: 1\nB: 2\nnot a header\nrest\n",
    "continuation first": " leading\nA: 1\n\nbody",
    "missing boundary": "Content-Type: multipart/mixed\n\ntext\n",
    "no start boundary": "Content-Type: multipart/mixed; boundary=q\n\ntext\n",
    "no close boundary": "Content-Type: multipart/mixed; boundary=q\n\n--q\n\none\n",
    "bad base64": "Content-Transfer-Encoding: base64\n\nYWJ\n",
    "base64 junk": "Content-Transfer-Encoding: base64\n\nYW!Jj\n",
    "unknown cte": "Content-Transfer-Encoding: strange\n\nYWJj\n",
    "unknown charset": "Content-Type: text/plain; charset=nonesuch\n\nabc\n",
    "empty": "",
    "folded": "Subject: one\n two\n\tthree\n\nb",
    "colon only": ": value\nA: 1\n\nb",
    "cr endings": "A: 1\r\nB: 2\r\n\r\nbody\r\n",
}
for name, text in BAD.items():
    message = message_from_string(text, policy=email.policy.default)
    payload = message.get_payload(decode=True) if not message.is_multipart() else "multipart"
    print(name, "->", message.items(), repr(payload), [type(d).__name__ for d in message.defects])

latin = message_from_bytes(b"Subject: caf\xe9\nContent-Type: text/plain; charset=latin-1\n\ncaf\xe9\n")
print("raw bytes:", repr(str(latin["subject"])), latin.get_payload(), latin.get_payload(decode=True),
      latin.as_bytes())
feeder = FeedParser()
for piece in ("Sub", "ject: fed", "\r", "\n\r\nli", "ne"):
    feeder.feed(piece)
fed = feeder.close()
print("fed:", fed.items(), repr(fed.get_payload()))
bytes_feeder = BytesFeedParser(policy=email.policy.default)
bytes_feeder.feed(b"X: \xff\n\nbody")
print("fed bytes:", bytes_feeder.close().items())
print("headers only:", HeaderParser().parsestr(RAW).get_payload()[:13])
strict = email.policy.default.clone(raise_on_defect=True)
for text in (BAD["no close boundary"], BAD["missing boundary"]):
    try:
        message_from_string(text, policy=strict)
    except email.errors.MessageDefect as error:
        print("raised:", type(error).__name__)
message = message_from_string('To: a, b@c (comment), "Q \\"R\\" S" <d@e>, <@route:f@g>\nDate: nonsense\n'
                              "Content-Type: text\n\n", policy=email.policy.default)
print("addresses:", [(a.display_name, a.addr_spec) for a in message["to"].addresses],
      len(message["to"].defects))
print("bad date:", message["date"].datetime, [type(d).__name__ for d in message["date"].defects],
      message["content-type"].content_type)
