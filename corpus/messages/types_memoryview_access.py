# harness:
#   description: messages of memoryview creation, assignment, casts, shapes and release
#   tags: [errors, messages, memoryview]


view = memoryview(bytearray(8))
released = memoryview(b"abc")
released.release()


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("memoryview('abc')", "memoryview([1])", "memoryview(b'abc').__setitem__(0, 1)", "view[8]",
             "view['0']", "view[0, 0]", "view[::0]", "view.__setitem__(0, 256)",
             "view.__setitem__(0, 'a')", "view.__setitem__(slice(0, 2), b'xyz')",
             "view.__setitem__(slice(0, 1), 'a')", "view.__setitem__(slice(0, 1), [1])",
             "view.__delitem__(0)", "view < view", "hash(view)", "view.index(99)", "view + b'a'",
             "view[:5].cast('h')", "view.cast('B', [5, 5])", "view.cast('B', [0, 8])",
             "view.cast('B', [2.0, 4])", "view.cast('B', '24')", "view[::2].cast('h')",
             "view.cast('h').cast('i')", "view.cast('x')", "view.cast('<h')", "view.cast()",
             "view.cast('B', [2, 4])[0]", "view.cast('B', [2, 4])[0, 0, 0]",
             "view.cast('B', [2, 4])[2, 0]", "len(view[:1].cast('B', []))",
             "view.cast('f').__setitem__(0, 'x')", "released.nbytes", "released[0]"):
    attempt(text)
