# harness:
#   description: messages for wrong item assignment and deletion statements
#   tags: [errors, messages, indexing]


def attempt(text):
    try:
        exec(text, {})
        print(text, "-> fine")
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("x = 5; x[0] = 1", "x = 'a'; x[0] = 'b'", "x = (1,); x[0] = 2", "x = {1}; x[0] = 1",
             "x = None; x[0] = 1", "x = [1]; x[5] = 1", "x = [1]; x['a'] = 1", "del 5 .x",
             "x = 5; del x[0]", "x = 'a'; del x[0]", "x = {}; del x['a']", "x = [1]; del x[3]"):
    attempt(text)
