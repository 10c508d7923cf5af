# harness:
#   description: struct - a byte order character is only good at the start of a format
#   tags: [module:struct]
import struct


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for fmt in ("<b", ">b", "=b", "@b", "!b", "b<", "b>b", "<>b", " <b", "b ", "<", "2<b", "<b!"):
    attempt(f"calcsize {fmt!r}", struct.calcsize, fmt)
    attempt(f"pack {fmt!r}", struct.pack, fmt, 1)
