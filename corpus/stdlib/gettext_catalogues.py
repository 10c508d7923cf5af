# harness:
#   description: gettext - catalogues built in memory, plural rules, contexts, fallbacks, find, bad files
#   tags: [module:gettext, formatting]
#   env: {LANGUAGE: "de:fr"}
import gettext
import io
import os
import struct


def catalogue(entries, order="<"):
    """Builds the bytes of a .mo file."""
    items = sorted((k.encode(), v.encode()) for k, v in entries.items())
    keys, values, blob, offset = [], [], b"", 28 + 16 * len(items)
    for table, index in ((keys, 0), (values, 1)):
        for item in items:
            table.append((len(item[index]), offset + len(blob)))
            blob += item[index] + b"\0"
    head = struct.pack(order + "7I", 0x950412DE, 0, len(items), 28, 28 + 8 * len(items), 0, 0)
    return head + b"".join(struct.pack(order + "2I", *pair) for pair in keys + values) + blob


GERMAN = {
    "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
        "X-Note: one\n two\n",
    "hello": "hallo", "street": "Straße", "%d file\0%d files": "%d Datei\0%d Dateien",
    "menu\x04open": "öffnen",
    "menu\x04%d item\0%d items": "%d Eintrag\0%d Einträge",
}
POLISH = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; "
              "plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n",
          "cat\0cats": "kot\0koty\0kotów"}


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


german = gettext.GNUTranslations(io.BytesIO(catalogue(GERMAN)))
big = gettext.GNUTranslations(io.BytesIO(catalogue(GERMAN, ">")))
print("simple:", german.gettext("hello"), german.gettext("street"), german.gettext("absent"),
      big.gettext("street"))
print("plural:", [german.ngettext("%d file", "%d files", n) % n for n in (0, 1, 2)],
      german.ngettext("a", "b", 1), german.ngettext("a", "b", 5))
print("context:", german.pgettext("menu", "open"), german.pgettext("other", "open"),
      german.npgettext("menu", "%d item", "%d items", 3), german.npgettext("x", "one", "many", 1))
print("info:", german.info(), german.charset())
polish = gettext.GNUTranslations(io.BytesIO(catalogue(POLISH)))
print("polish:", [polish.ngettext("cat", "cats", n) for n in (0, 1, 2, 4, 5, 11, 12, 21, 22, 25, 102, 112,
                                                              122)])
attempt("text plural", polish.ngettext, "cat", "cats", "2")

for rule in ("n>1", "n != 1", "0", "(n%10==1 && n%100!=11) || n==3", "n ? 1 : 0", "!n", "n / 3 * 2 - 1",
             "n>1>0", "n +", "(n", "import os", "n ** 2", "1" * 30, "n%0"):
    attempt(f"rule {rule!r}", lambda: [gettext.c2py(rule)(n) for n in (0, 1, 2, 3, 11, 21)])
attempt("deep rule", lambda: gettext.c2py("(" * 30 + "n" + ")" * 30)(5))

null = gettext.NullTranslations()
print("null:", null.gettext("x"), null.ngettext("one", "many", 1), null.ngettext("one", "many", 2),
      null.pgettext("c", "m"), null.info(), null.charset())
french = gettext.GNUTranslations(io.BytesIO(catalogue({"hello": "bonjour", "bye": "au revoir"})))
german.add_fallback(french)
german.add_fallback(gettext.NullTranslations())
print("fallback:", german.gettext("hello"), german.gettext("bye"), german.gettext("none"))

for folder, entries in (("de", GERMAN), ("fr", {"hello": "bonjour", "bye": "au revoir"}),
                        ("en_GB", {"hello": "hullo"})):
    os.makedirs(f"locale/{folder}/LC_MESSAGES")
    with open(f"locale/{folder}/LC_MESSAGES/app.mo", "wb") as stream:
        stream.write(catalogue(entries))
print("find:", gettext.find("app", "locale"), gettext.find("app", "locale", ["xx"]),
      gettext.find("app", "locale", ["en_GB.UTF-8", "fr"], all=True))
chained = gettext.translation("app", "locale")
print("environment:", chained.gettext("hello"), chained.gettext("bye"),
      gettext.translation("app", "locale", ["en_GB"]).gettext("hello"))
attempt("missing domain", gettext.translation, "nothing", "locale")
attempt("fallback domain", lambda: gettext.translation("nothing", "locale", fallback=True).gettext("same"))
gettext.bindtextdomain("app", "locale")
gettext.textdomain("app")
print("module level:", gettext.textdomain(), gettext.gettext("hello"), gettext.dgettext("app", "street"),
      gettext.dngettext("other", "o", "m", 2), gettext.pgettext("menu", "open"))
german.install(["ngettext"])
print("installed:", _("hello"), ngettext("%d file", "%d files", 2))  # noqa: F821
for bad in (b"", b"\xde\x12\x04\x95", b"not a catalogue at all.......", catalogue({"a": "b"})[:40],
            struct.pack("<7I", 0x950412DE, 7 << 16, 0, 28, 28, 0, 0)):
    attempt(f"bad file of {len(bad)}", lambda: gettext.GNUTranslations(io.BytesIO(bad)).gettext("a"))
