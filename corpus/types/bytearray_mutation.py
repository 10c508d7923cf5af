# harness:
#   description: bytearray in-place edits, slice assignment, export locking, growth while iterating, errors
#   tags: [bytearray]


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def assign(target, key, value):
    target[key] = value
    return target


def remove(target, key):
    del target[key]
    return target


buffer = bytearray(b"hello")
print("repr:", buffer, str(buffer), [buffer], bytearray(b"'"), bytearray(b'\'"\n\x00'), bytearray(),
      bytearray(3))
buffer.append(33)
buffer.extend(b" ok")
buffer.extend([63, 64])
buffer.extend(n for n in (65, 66))
buffer.insert(0, 62)
buffer.insert(-1, 46)
buffer.insert(100, 90)
print("grown:", buffer, buffer.pop(), buffer.pop(0), buffer.pop(-2), len(buffer))
buffer.remove(ord("l"))
buffer.reverse()
print("after remove and reverse:", buffer)
buffer += b"++"
buffer *= 2
print("in place:", buffer, buffer.count(b"+"), buffer.find(43))
copy = buffer.copy()
copy.clear()
print("copy:", copy, len(buffer), buffer == bytes(buffer), buffer is not copy)

print("slice assignment:")
for key, value in ((slice(1, 3), b"XYZW"), (slice(0, 0), b"<<"), (slice(2, 4), b""),
                   (slice(None, None, 2), b"___"), (slice(5, 2), b"!"), (slice(-2, None), [65, 66, 67]),
                   (slice(None), bytearray(b"new")), (slice(None, None, -1), b"fedcba"),
                   (slice(1, 4), memoryview(b"mm")), (slice(10, 20), b"tail"), (slice(0, 6, 3), bytes(2))):
    attempt(f"[{key.start}:{key.stop}:{key.step}] = {value!r:.30}"
            if not isinstance(value, memoryview) else "memoryview", assign, bytearray(b"abcdef"), key, value)
for key, value in ((0, 256), (0, -1), (0, "a"), (0, b"a"), (6, 1), (-7, 1), ("0", 1), (slice(0, 6, 2), b"ab"),
                   (slice(0, 2), "ab"), (slice(0, 2), 5), (slice(0, 2), [1, 300]),
                   (slice(None, None, 0), b""), (1.0, 2)):
    attempt(f"bad {key} = {value!r}", assign, bytearray(b"abcdef"), key, value)
for key in (0, -1, slice(1, 3), slice(None, None, 2), slice(4, 1), slice(4, 1, -1), slice(None, None, -3),
            slice(None), 9, "x"):
    attempt(f"del {key}", remove, bytearray(b"abcdef"), key)

for name, args in (("append", (256,)), ("append", ("a",)), ("extend", ("ab",)), ("extend", ([1, 999],)),
                   ("extend", (5,)), ("insert", (0, -1)), ("remove", (99,)), ("remove", (300,)),
                   ("pop", (10,)), ("pop", ("a",)), ("insert", ("a", 1))):
    attempt(f"{name}{args}", getattr(bytearray(b"abc"), name), *args)
attempt("pop empty", bytearray().pop)
partial = bytearray(b"ab")
attempt("extend half bad", partial.extend, [67, 68, 1000])
print("unchanged after failure:", partial)

view = memoryview(buffer)
for label, action in (("append", lambda: buffer.append(1)), ("clear", buffer.clear),
                      ("+=", lambda: buffer.__iadd__(b"x")), ("del", lambda: remove(buffer, 0)),
                      ("same size assign", lambda: len(assign(buffer, slice(0, 2), b"zz"))),
                      ("resize assign", lambda: assign(buffer, slice(0, 2), b"z")),
                      ("item", lambda: assign(buffer, 0, 65)[0]), ("resize", lambda: buffer.resize(4))):
    attempt(f"exported {label}", action)
view.release()
buffer.clear()
print("released:", buffer)
grown = bytearray(b"abc")
grown.resize(5)
print("resize:", grown, end=" ")
grown.resize(2)
print(grown)
attempt("resize negative", grown.resize, -1)

queue = bytearray(b"\x01\x02\x03")
seen = []
for byte in queue:
    seen.append(byte)
    if byte < 3 and len(queue) < 8:
        queue.append(byte + 2)
print("grow while iterating:", seen, queue)
target = bytearray(b"abc")
target[1:1] = target
target += bytes(target)
target[::2] = target[::2].upper()
print("self operations:", target)
attempt("hash", hash, target)
print("compare:", bytearray(b"a") == b"a", bytearray(b"a") < b"b", b"a" <= bytearray(b"a"),
      bytearray(b"a") != "a", bytearray(b"b") > bytearray(b"a"))
print("methods give bytearray:", [type(r).__name__
                                  for r in (target.upper(), target[1:2], target * 2, target.split(b"b")[0],
                                            target.partition(b"b")[1], target.zfill(3), b"".join([target]),
                                            bytearray(b",").join([b"a"]), target.decode())])
print("fromhex:", bytearray.fromhex("b9 01ef"), bytearray(b"\xb9\x01").hex("-"), "in:", 98 in target,
      b"B" in target, bytearray(b"%d-%s") % (5, b"x"))
