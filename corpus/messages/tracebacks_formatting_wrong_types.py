# harness:
#   description: messages of percent formatting, format and f-strings for wrong types
#   tags: [errors, messages, format]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("'a' % 5", "[] % 2", "'{}'.format()", "'%d' % 'a'", "'%s %s' % 1", "f'{1:s}'", 'f\'{"a":d}\'',
             "f'{[]:d}'", "'%s' % ()", "'%(a)s' % [1]", "'%c' % 'ab'", "'%d' % None", "'{:d}'.format('a')",
             "'{0.x}'.format(1)", "'{a}'.format(1)", "format('a', 'd')", "format(None, '5')",
             "format([], 'd')", "f'{None:>5}'"):
    attempt(text)
