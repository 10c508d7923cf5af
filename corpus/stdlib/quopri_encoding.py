# harness:
#   description: quopri - encoding and decoding rules, soft breaks, header mode, quoted tabs, files
#   tags: [module:quopri, encoding]
import io
import quopri

SAMPLES = [b"", b"plain text\n", b"caf\xe9 = x\n", b"trailing space \n", b"trailing tab\t\n",
           b"tab\tinside\n", b".\n", b"From me\n", b"a" * 80 + b"\n", b"\xff" * 30 + b"\n", b"no newline",
           b"crlf\r\nline\r\n", b"under_score and space\n", b"=\n==", b"\x00\x7f\x80", b"ends with space ",
           b"x" * 75 + b"=\n", b"word " * 20, b"\n\n\n", bytes(range(32, 127))]
for sample in SAMPLES:
    for options in ({}, {"quotetabs": True}, {"header": True}):
        encoded = quopri.encodestring(sample, **options)
        back = quopri.decodestring(encoded, header=options.get("header", False))
        print(repr(sample)[:24], sorted(options), encoded, "" if back == sample else f"BACK {back!r}")
    print("    longest line:", max((len(line) for line in quopri.encodestring(sample).split(b"\n")),
                                   default=0))
for text in (b"a=3Db", b"=c3=A9", b"soft=\nbreak", b"soft= \t\nbreak", b"bad=XY", b"bad=4", b"end=",
             b"=3d=3D", b"trail   \nx", b"a_b", b"=\r\nx", b"a==b", b"=00", b"line\r\n"):
    print("decode", text, quopri.decodestring(text), quopri.decodestring(text, header=True))
output = io.BytesIO()
quopri.encode(io.BytesIO(b"one\xe9\ntwo \n"), output, quotetabs=False)
print("stream:", output.getvalue())
back = io.BytesIO()
quopri.decode(io.BytesIO(output.getvalue()), back)
print("back:", back.getvalue())
print("helpers:", quopri.quote(b"\xe9"), quopri.quote(b"="), quopri.ishex(b"a"), quopri.ishex(b"g"),
      quopri.unhex(b"ff"), quopri.needsquoting(b" ", True, False), quopri.needsquoting(b"_", False, True),
      quopri.needsquoting(b"a", True, True))
for bad in ("text", None):
    try:
        print(quopri.encodestring(bad))
    except TypeError as error:
        print("refused:", type(error).__name__)
print("decode text:", quopri.decodestring("a=3D"))
