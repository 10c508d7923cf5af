# harness:
#   description: mailbox - mbox, Maildir, MH, Babyl and MMDF stores, flags, conversion, removal, From escaping
#   tags: [module:mailbox, files]
import email
import mailbox
import os

MESSAGES = ["From: a@x\nSubject: one\n\nbody one\nFrom the start of a line\n",
            "From: b@x\nSubject: two\n\nbody two\n\n\n",
            "From: c@x\nSubject: three\n\n>From quoted\nno newline at end"]


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def subjects(box):
    return sorted(message["subject"] for message in box)


for kind in (mailbox.mbox, mailbox.MMDF, mailbox.Babyl, mailbox.MH, mailbox.Maildir):
    name = f"box_{kind.__name__}"
    box = kind(name, create=True)
    keys = [box.add(text) for text in MESSAGES]
    box.add(email.message_from_string("Subject: four\n\nmessage object\n"))
    box.add(b"Subject: five\n\nbytes \xff\n")
    box.flush()
    print(kind.__name__, len(box), subjects(box), type(next(iter(box))).__name__,
          [type(k).__name__ for k in keys[:1]])
    first = box[keys[0]]
    print("    body:", repr(first.get_payload()), first.get_content_type(), keys[0] in box,
          "no-such-key" in box)
    print("    bytes:", box.get_bytes(keys[1])[-20:], repr(box.get_string(keys[2])[-30:]))
    with box.get_file(keys[1]) as stream:
        print("    file:", stream.readline().strip(), len(stream.read()))
    del box[keys[0]]
    box.discard(keys[0])
    attempt("    removed", box.__getitem__, keys[0])
    attempt("    remove again", box.remove, keys[0])
    print("    get:", box.get(keys[0], "default"), box.pop(keys[1])["subject"], len(box))
    box[keys[2]] = "Subject: replaced\n\nnew\n"
    box.flush()
    box.close()
    again = kind(name, create=False)
    print("    reopened:", subjects(again), len(again))
    attempt("    add number", again.add, 5)
    again.lock()
    again.unlock()
    key, message = again.popitem()
    again.clear()
    again.flush()
    print("    cleared:", len(again), bool(message["subject"]))
    again.close()
attempt("missing mbox", lambda: mailbox.mbox("nowhere", create=False))
attempt("missing maildir", lambda: mailbox.Maildir("nowhere2", create=False))

box = mailbox.mbox("raw.mbox")
box.add("Subject: x\n\nFrom here\n>From there\n")
message = mailbox.mboxMessage("Subject: flags\n\ny\n")
message.set_flags("RO")
message.add_flag("F")
message.remove_flag("R")
message.set_from("sender@x", (2024, 2, 29, 12, 0, 0, 3, 60, 0))
box.add(message)
box.close()
with open("raw.mbox", encoding="ascii") as stream:
    lines = stream.read().splitlines()
print("raw:", [line for line in lines if not line.startswith("From MAILER-DAEMON")])
print("flags:", message.get_flags(), message["status"], message["x-status"], message.get_from())

maildir = mailbox.Maildir("md")
item = mailbox.MaildirMessage("Subject: m\n\nz\n")
item.set_subdir("cur")
item.set_flags("SFR")
item.set_date(1_000_000_000)
key = maildir.add(item)
back = maildir[key]
print("maildir:", back.get_subdir(), back.get_flags(), back.get_date(), back.get_info(),
      sorted(os.listdir("md")))
folder = maildir.add_folder("sub.box")
folder.add("Subject: inside\n\n")
print("folders:", maildir.list_folders(), len(maildir.get_folder("sub.box")))
attempt("folder not empty", maildir.remove_folder, "sub.box")
attempt("missing folder", maildir.get_folder, "none")
attempt("bad subdir", item.set_subdir, "tmp")
attempt("bad date", item.set_date, "x")
attempt("bad info", item.set_info, 5)

mh = mailbox.MH("mh")
numbers = [mh.add(f"Subject: {n}\n\n") for n in "abcd"]
tagged = mailbox.MHMessage(mh[numbers[1]])
tagged.add_sequence("unseen")
tagged.add_sequence("own")
mh[numbers[1]] = tagged
mh.remove(numbers[0])
print("mh:", mh.keys(), mh.get_sequences(), mh[numbers[1]].get_sequences())
mh.pack()
print("packed:", mh.keys(), mh.get_sequences())
mh.set_sequences({"pair": [1, 3]})
print("sequences:", mh.get_sequences())
for target in (mailbox.mboxMessage, mailbox.MHMessage, mailbox.BabylMessage, mailbox.MaildirMessage):
    converted = target(item)
    details = {n: getattr(converted, n)() for n in ("get_flags", "get_sequences", "get_labels", "get_subdir")
               if hasattr(converted, n)}
    print("converted:", target.__name__, details)
attempt("message type", mailbox.mboxMessage, 5)
