# harness:
#   description: json dumps and loads of nested data, struct packing and unpacking of records, base64 and crc checks
#   tags: [benchmark, json, struct, bytes]
#   args: {small: ["20"], full: ["2400"]}
"""Serialization to text and to bytes."""
import base64
import json
import struct
import sys
from zlib import crc32


def records(count):
    for i in range(count):
        yield {"id": i, "name": f"item {i} é☃"[: 8 + i % 5], "price": i * 1.1,
               "tags": [str(i % k) for k in range(1, 4)], "ok": i % 2 == 0,
               "none": None, "nested": {"a": [i, [i + 1, {"b": -i}]], "text": "quote \" and \\ and \n"},
               "big": 10 ** (i % 25)}


data = list(records(int(sys.argv[1])))
for options in ({}, {"separators": (",", ":")}, {"sort_keys": True, "indent": 1}, {"ensure_ascii": False}):
    text = json.dumps(data, **options)
    print("dumps:", len(text), crc32(text.encode()), json.loads(text) == data)
print("lines:", sum(json.loads(json.dumps(record))["nested"]["a"][1][0] for record in data))
decoded = json.loads(text, parse_float=str, parse_int=lambda digits: len(digits),
                     object_hook=lambda d: tuple(d.values()) if "b" in d else d)
print("hooks:", decoded[-1]["price"], decoded[-1]["big"], decoded[-1]["nested"]["a"])
pairs = json.loads(json.dumps(data[3]), object_pairs_hook=lambda items: len(items))
print("pairs:", pairs, json.dumps({1: 2, None: 3, True: [float("inf")], 1.5: ()}))

HEADER = struct.Struct(">4sHHI")
packed = bytearray()
for record in data:
    name = record["name"].encode()
    body = struct.pack(f"<i{len(name)}pd?q", record["id"], name, record["price"], record["ok"],
                       -record["id"] ** 2)
    packed += HEADER.pack(b"RECD", record["id"] % 65536, len(body), crc32(body)) + body
print("packed:", len(packed), crc32(packed))
offset = total = 0
names = []
while offset < len(packed):
    magic, number, size, check = HEADER.unpack_from(packed, offset)
    body = bytes(packed[offset + HEADER.size:offset + HEADER.size + size])
    assert crc32(body) == check and magic == b"RECD"
    ident, name, price, ok, square = struct.unpack(f"<i{size - 4 - 8 - 1 - 8}pd?q", body)
    total += ident + square + int(price) + ok
    names.append(name)
    offset += HEADER.size + size
print("unpacked:", len(names), total, names[-1])
floats = [i / 3 for i in range(len(data))]
block = struct.pack(f"<{len(floats)}f", *floats)
print("halves:", sum(a == b for a, b in zip(floats, struct.unpack(f"<{len(floats)}f", block))),
      struct.iter_unpack("<f", block).__next__())
print("iter:", sum(x * y for x, y in struct.iter_unpack("<HH", block)), memoryview(block).cast("I")[1])
encoded = base64.b64encode(bytes(packed))
print("base64:", len(encoded), encoded[:24], base64.b64decode(encoded) == packed,
      crc32(base64.b85encode(block)))
print("hex:", packed[:20].hex("-", 4), int.from_bytes(packed[-16:], "little") % 10 ** 9,
      bytes.fromhex(packed[5:9].hex()))
