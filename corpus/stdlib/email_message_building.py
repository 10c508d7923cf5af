# harness:
#   description: email - EmailMessage building, multipart, attachments, headers, folding, policies
#   tags: [module:email, formatting]
import email
import email.policy
from email.headerregistry import Address, Group
from email.message import EmailMessage, Message


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


message = EmailMessage()
message["Subject"] = ("Grüße from a rather long subject line that has to be folded somewhere around the "
                      "seventy-eighth column")
message["From"] = Address("Ann Example", "ann", "example.org")
message["To"] = "Bob <bob@example.org>, team: x@y.z;"
message["Cc"] = [Address("Carl, C", "carl", "example.org"), Address(addr_spec="dora@example.org")]
message["Date"] = "Thu, 29 Feb 2024 12:30:00 +0530"
message["X-Custom"] = "plain"
message.set_content("Hello,\n\nwörld.\n.\nFrom here\n" + "long " * 30 + "\n")
print(message.as_string())
print("headers:", message.keys(), message["x-custom"], message.get("nothing"), message.get_all("X-Custom"),
      "subject" in message)
print("parsed:", message["from"].addresses[0].display_name, [a.addr_spec for a in message["to"].addresses],
      message["to"].groups[1].display_name)
print("date:", message["date"].datetime.isoformat(), message["date"].datetime.utcoffset())
attempt("second subject", message.__setitem__, "Subject", "again")
attempt("newline", message.__setitem__, "X-Bad", "a\nb")
message["X-Custom"] = "second"
print("all:", message.get_all("x-custom"))
message.replace_header("X-Custom", "replaced")
attempt("replace missing", message.replace_header, "X-None", "v")
del message["x-custom"]
del message["no such"]
print("deleted:", message.get_all("x-custom", []), message.items()[-1])

message.add_alternative("<p>Hello</p>", subtype="html")
message.add_attachment(b"\x00\x01\xff" * 30, maintype="application", subtype="octet-stream",
                       filename="data.bin")
message.add_attachment("text file", filename="naïve.txt")
print("structure:", [part.get_content_type() for part in message.walk()], message.get_content_maintype())
print("parts:", [(p.get_filename(), p.get_content_disposition(), p["content-transfer-encoding"])
                 for p in message.iter_attachments()])
print("body:", message.get_body(("html",)).get_content(), message.get_body(("plain",
                                                                            )).get_content()[:14].encode())
attachment = list(message.iter_attachments())[0]
print("payload:", attachment.get_content()[:6], attachment.get_payload()[:12],
      len(attachment.get_payload(decode=True)))
attempt("set content again on multipart", lambda: message.get_content())
attempt("make related", message.make_alternative)
attempt("unknown type", EmailMessage().set_content, 5)
attempt("attachment without type", EmailMessage().add_attachment, b"x")

for policy in (email.policy.default, email.policy.SMTP, email.policy.compat32,
               email.policy.default.clone(max_line_length=30, cte_type="7bit")):
    small = EmailMessage(policy=email.policy.default)
    small["Subject"] = "word " * 12
    small.set_content("é\n", cte="quoted-printable")
    print(small.as_bytes(policy=policy))
for cte in ("7bit", "8bit", "base64", "quoted-printable"):
    part = EmailMessage()
    attempt(f"cte {cte}", lambda: part.set_content("ascii=\n", cte=cte) or part.get_payload())
    attempt(f"cte {cte} non-ascii", lambda: part.set_content("é\n", cte=cte) or part.get_payload())

old = Message()
old["To"] = "a@b"
old.add_header("Content-Disposition", "attachment", filename=("utf-8", "", "bödy.txt"))
old.set_type("text/html")
old.set_param("charset", "latin-1")
old.set_payload("caf\xe9", "latin-1")
print(old.as_string(unixfrom=False))
print("params:", old.get_params(), old.get_param("charset"), old.get_filename(), old.get_charsets(),
      old.get_content_charset())
old.del_param("charset")
print("after:", old["content-type"], old.get_boundary("none"), old.is_multipart(),
      old.get_payload(decode=True))
attempt("address", Address, "x", addr_spec="not an address <")
print("addresses:", str(Address("Q, R", "u", "h")), str(Address(addr_spec="me@x.y")),
      repr(Address("n", "u", "h")), str(Group("g", (Address("", "a", "b"),))))
