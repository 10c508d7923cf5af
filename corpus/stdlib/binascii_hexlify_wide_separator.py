# harness:
#   description: hexlify and bytes.hex with separators outside ASCII
#   tags: [module:binascii, encoding]
import binascii


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


data = b"\x00\x01\xab"
for separator in ("-", "\x7f", "é", "ÿ", "€", b"\xe9"):
    attempt(f"hexlify {separator!r}", binascii.hexlify, data, separator)
    attempt(f"hex {separator!r}", data.hex, separator)
