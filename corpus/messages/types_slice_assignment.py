# harness:
#   description: messages of slice assignments and deletions on lists
#   tags: [errors, messages, list, slice]


def attempt(text):
    try:
        exec(text, {"x": [0, 1, 2, 3, 4, 5]})
        print(text, "-> fine")
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("x[::2] = 'ab'", "x[::-1] = []", "x[4:2:3] = 'x'", "x[::0] = 'x'", "x[0:2] = 5",
             "x[0:2] = None", "x[::2] = 5", "x['a':] = []", "x[0:2.5] = []", "x[9] = 1", "x['0'] = 1",
             "x[1.0] = 1", "del x[8]", "del x[-9]", "del x[::0]", "del x['x']", "del x[1.0]",
             "del x[None]", "x[1, 2]", "x[...]", "x[2**70]", "x[0.0:]"):
    attempt(text)
