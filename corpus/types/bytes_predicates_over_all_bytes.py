# harness:
#   description: bytes and bytearray predicates for each of the 256 byte values, they know ASCII only
#   tags: [bytes]

PREDICATES = ("isalpha", "isdigit", "isalnum", "islower", "isupper", "istitle", "isspace", "isascii")
for name in PREDICATES:
    true = [byte for byte in range(256) if getattr(bytes([byte]), name)()]
    same = all(getattr(bytearray([byte]), name)() == (byte in true) for byte in range(256))
    print(f"{name:>8}: {len(true)} bytes, {true[:1]} to {true[-1:]}, bytearray agrees: {same}")
print("whitespace:", [hex(byte) for byte in range(256) if bytes([byte]).isspace()])
print("strip:", [hex(byte) for byte in range(256) if not bytes([byte]).strip()])
print("split:", [hex(byte) for byte in range(256) if len(b"a" + bytes([byte]) + b"b") != len(
    (b"a" + bytes([byte]) + b"b").split()[0])])
print("str differs:", [hex(byte) for byte in range(128) if chr(byte).isspace() != bytes([byte]).isspace()])
