# harness:
#   description: messages for wrong format specs of str and of objects without __format__
#   tags: [errors, messages, format, str]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("format('x', 'd')", "format('x', '+')", "format('x', ' ')", "format('x', '#')",
             "format('x', ',')", "format('x', '_')", "format('x', '=5')", "format('x', '.2d')",
             "format('x', 'z')", "format('x', '5.')", "format('x', '10x')", "format('x', '.-1')",
             "format('x', '+s')", "format('x', 's5')", "format(None, '>5')", "format([], '>3')",
             "format(object, 'd')", "format(b'x', '5')", "format({}, 's')", "format('x', 5)"):
    attempt(text)
