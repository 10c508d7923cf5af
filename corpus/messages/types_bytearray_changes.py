# harness:
#   description: messages of bytearray assignments, methods and resizing with wrong values
#   tags: [errors, messages, bytearray]


def attempt(text):
    try:
        exec(text, {"b": bytearray(b"abcdef")})
        print(text, "-> fine")
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("b[6] = 1", "b[-7] = 1", "b[0] = 256", "b[0] = 'a'", "b[0] = b'a'", "b['0'] = 1",
             "b[1.0] = 2", "b[0:6:2] = b'ab'", "b[0:2] = 'ab'", "b[0:2] = 5", "b[0:2] = [1, 300]",
             "b[::0] = b''", "del b[9]", "del b['x']", "b.append(256)", "b.append('a')", "b.extend('ab')",
             "b.extend([1, 999])", "b.extend(5)", "b.insert(0, -1)", "b.insert('a', 1)",
             "b.remove(99 + 50)", "b.remove(300)", "b.pop(10)", "b.pop('a')", "b.clear(); b.pop()",
             "b.resize(-1)", "m = memoryview(b); b.append(1)", "m = memoryview(b); b.clear()", "hash(b)"):
    attempt(text)
