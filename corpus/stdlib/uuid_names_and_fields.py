# harness:
#   description: uuid - parsing of every form, fields, name-based versions, variants, ordering, errors
#   tags: [module:uuid]
import copy
import pickle
import uuid
from uuid import UUID


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


TEXT = "12345678-1234-5678-1234-567812345678"
for form in (TEXT, TEXT.upper(), TEXT.replace("-", ""), "{" + TEXT + "}", "urn:uuid:" + TEXT, TEXT[:-1],
             TEXT + "0", "g" * 32, "", "1234567812345678-12345678-12345678", " " + TEXT, "0x" + "1" * 30,
             "1_" * 16):
    attempt(f"UUID({form!r})", UUID, form)
u = UUID(TEXT)
print("fields:", u.fields, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq, u.node, u.time, u.version,
      u.variant)
print("forms:", str(u), repr(u), u.hex, u.urn, u.int, u.bytes.hex(), u.bytes_le.hex(), int(u) == u.int,
      f"{u}", hash(u) == hash(UUID(TEXT)))
print("made from:", UUID(bytes=u.bytes) == u, UUID(bytes_le=u.bytes_le) == u, UUID(fields=u.fields) == u,
      UUID(int=u.int) == u, UUID(int=5, version=4), UUID(int=0).variant)
for arguments in ({}, {"hex": TEXT, "int": 1}, {"bytes": b"short"}, {"bytes_le": b"x"}, {"fields": (1, 2)},
                  {"fields": (2 ** 32, 0, 0, 0, 0, 0)}, {"fields": (0, 0, 0, 256, 0, 0)}, {"int": -1},
                  {"int": 2 ** 128}, {"int": 1, "version": 9}, {"hex": 5}):
    attempt(f"UUID({arguments})", UUID, **arguments)
for space in ("NAMESPACE_DNS", "NAMESPACE_URL", "NAMESPACE_OID", "NAMESPACE_X500"):
    value = getattr(uuid, space)
    print(space, value, uuid.uuid3(value, "python.org"), uuid.uuid5(value, "python.org"),
          uuid.uuid5(value, "é"), uuid.uuid3(value, b"bytes"))
attempt("uuid5 number", uuid.uuid5, uuid.NAMESPACE_DNS, 5)
attempt("uuid3 space", uuid.uuid3, "text", "name")
print("versions:", [f().version for f in (uuid.uuid1, uuid.uuid4, uuid.uuid6, uuid.uuid7)],
      uuid.uuid8(1, 2, 3), uuid.uuid8(1, 2, 3).version, uuid.uuid4().variant == uuid.RFC_4122)
one, six = uuid.uuid1(node=0x123456789ABC, clock_seq=0x1234), uuid.uuid6(node=5, clock_seq=9)
print("given node:", hex(one.node), hex(one.clock_seq), six.node, six.clock_seq, one.time > 0)
sevens = [uuid.uuid7() for _ in range(50)]
print("sevens ascend:", sevens == sorted(sevens), len(set(sevens)), len({uuid.uuid4() for _ in range(100)}))
print("variants:", [UUID(int=n << 56).variant for n in (0, 0x80 << 0, 0x80, 0xC0, 0xE0)],
      UUID(int=0x8 << 60).variant, UUID(int=0xC << 60).variant, UUID(int=0xE << 60).variant,
      UUID(int=0xF << 60).version)
print("constants:", uuid.NIL, uuid.MAX, uuid.NIL < uuid.MAX, uuid.NIL.version, uuid.MAX.int == 2 ** 128 - 1)
print("order:", sorted([UUID(int=3), UUID(int=1), UUID(int=2 ** 100)])[0].int, UUID(int=1) <= UUID(int=1),
      UUID(int=1) == 1, UUID(int=1) != UUID(int=2))
attempt("compare", lambda: u < TEXT)
attempt("assign", setattr, u, "int", 5)
attempt("new attribute", setattr, u, "x", 5)
print("copies:", copy.deepcopy(u) == u, [pickle.loads(pickle.dumps(u, p)) == u for p in range(6)], u.is_safe,
      uuid.SafeUUID.unknown == u.is_safe)
