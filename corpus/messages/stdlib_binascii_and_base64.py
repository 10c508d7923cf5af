# harness:
#   description: wording of errors - binascii and base64
#   tags: [messages, "module:binascii", "module:base64"]
import base64
import binascii

CASES = {
    "odd hex": 'binascii.unhexlify("abc")',
    "not hex": 'binascii.unhexlify(b"zz")',
    "wide text": 'binascii.unhexlify("éé")',
    "long separator": 'binascii.hexlify(b"ab", "xy")',
    "empty separator": 'binascii.hexlify(b"ab", "")',
    "base64 padding": 'binascii.a2b_base64(b"YQ")',
    "base64 one": 'binascii.a2b_base64(b"Y")',
    "strict leading": 'binascii.a2b_base64(b"=YQ=", strict_mode=True)',
    "strict excess": 'binascii.a2b_base64(b"YQ==YQ==", strict_mode=True)',
    "strict space": 'binascii.a2b_base64(b"YW Jj", strict_mode=True)',
    "uu too long": "binascii.b2a_uu(bytes(46))",
    "uu illegal": 'binascii.a2b_uu(b"\\x81abc")',
    "uu trailing": 'binascii.a2b_uu(b"!   x")',
    "hexlify text": 'binascii.hexlify("text")',
    "crc of none": "binascii.crc32(None)",
    "b32 padding": 'base64.b32decode("A")',
    "b32 digit": 'base64.b32decode("1AAAAAAA")',
    "b16 digit": 'base64.b16decode("ZZ")',
    "b85 byte": 'base64.b85decode(b"\\xff")',
    "b85 overflow": 'base64.b85decode("~~~~~")',
    "a85 byte": 'base64.a85decode(b"v")',
    "b64 text": 'base64.b64encode("text")',
    "b64 wide": 'base64.b64decode("é")',
    "validate": 'base64.b64decode("YW Jj", validate=True)',
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
