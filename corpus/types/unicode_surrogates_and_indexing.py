# harness:
#   description: code points versus code units, astral characters, lone surrogates, slicing, mixed-width text
#   tags: [unicode, str]

mixed = "a\u00e9\u4e2d\U0001f600z"
print("length and items:", len(mixed), [hex(ord(c)) for c in mixed], ascii(mixed[3]), ascii(mixed[::-1]),
      ascii(mixed[1:4:2]), ascii(mixed[-2]))
print("encoded sizes:", len(mixed.encode()), len(mixed.encode("utf-16-le")), len(mixed.encode("utf-32-le")))
print("combining sequences:", len("e\u0301"), len("\U0001f468\u200d\U0001f469\u200d\U0001f467"),
      len("\U0001f1eb\U0001f1f7"), len("\u0ba8\u0bbf"))

high, low = "\ud83d", "\ude00"
pair = high + low
print("pairs do not merge:", len(pair), pair == "\U0001f600", ascii(pair), ascii(pair[0]),
      pair in {"\U0001f600"}, ascii("\ud83d" "\ude00"))
print("joined:", len("".join([high, low])), len(f"{high}{low}"), len("%s%s" % (high, low)),
      ascii(high.join("xy")), len(pair.replace(high, "")))
print("through utf-16:", ascii(pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le")))
print("methods on surrogates:", ascii((high + "abc").upper()), (high + "a").isalpha(), high.isprintable(),
      ascii((low + " x").split()), ascii(high.casefold()), pair.find(low), pair.count(high),
      (high * 3).count(high), ascii((high + "X").swapcase()), ascii(high.center(3, low)))
for action in ("high.encode()", "high.encode('utf-16')", "high.encode('latin-1')", "bytes(high, 'utf-8')",
               "open(high)", "compile(high, 'x', 'eval')", "int(high)", "float(high)",
               "eval(\"'\" + high + \"'\")", "getattr(1, high)"):
    try:
        print(action, eval(action))
    except Exception as error:
        print(action, "->", type(error).__name__)

words = ["z", "\u00e9", "e", "\uffee", "\U00010000", "\ud900", "\U0001f600", "Z", "\u4e2d", "", "\u00e9a",
         "z\u0301"]
print("code point order:", [ascii(word) for word in sorted(words)])
print("utf-16 order:", [ascii(word) for word in sorted(words,
                                                       key=lambda w: w.encode("utf-16-be", "surrogatepass"))])
print("min, max:", ascii(max(words)), ascii(min(words)), ascii(max("a\U0001f600\uffff")))

table = {"\u00e9": 1, "e\u0301": 2, "\U0001f600": 3, pair: 4, "\xe9": 5}
print("keys:", len(table), table["\N{LATIN SMALL LETTER E WITH ACUTE}"], table["\N{GRINNING FACE}"],
      table["\ud83d\ude00"])
print("narrow slice of wide text:", mixed[:1] == "a", hash(mixed[:1]) == hash("a"), mixed[:2] == "a\u00e9",
      {mixed[0]: "found"}["a"])
text = "\U0001f600" * 3 + "tail"
print("search in wide text:", text.find("t"), text.rfind("\U0001f600"), text.index("ail"),
      text.count("\U0001f600"), text.split("\U0001f600"), text.partition("t")[0] == "\U0001f600" * 3,
      text.replace("\U0001f600", "-"), ascii(text.replace("t", "\u00e9")), text.lstrip("\U0001f600"),
      text.startswith("\U0001f600", 2), text.translate({0x1F600: "!"}))
print("padding counts code points:", ascii("\U0001f600".ljust(3, ".")), ascii(f"{mixed:*^9}"),
      ascii("%3s|" % "\U0001f600"), ascii("\u4e2d".zfill(3)))
print("iteration:", [ascii(c) for c in reversed("a\U0001f600b")], list(enumerate("\U0001f600x"))[1],
      [a + b for a, b in zip("\u4e2d\U0001f600", "12")] == ["\u4e2d1", "\U0001f6002"])
print("escape round trip:", eval(ascii(mixed)) == mixed, eval(repr(pair)) == pair, ascii(mixed).isascii())
print("os text:", ascii(b"f\xffle".decode("utf-8", "surrogateescape")),
      b"f\xffle".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
