# harness:
#   description: messages of percent formatting of str
#   tags: [errors, messages, format, str]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("'%d' % 'a'", "'%d' % '5'", "'%i' % None", "'%x' % 1.5", "'%f' % '1.5'",
             "'%d' % float('nan')", "'%d' % float('inf')", "'%c' % 'ab'", "'%c' % -1", "'%c' % 0x110000",
             "'%c' % 1.0", "'%s %s' % ('a',)", "'%s' % ('a', 'b')", "'plain' % 5", "'plain' % 'text'",
             "'%*d' % ('a', 1)", "'%*d' % (5,)", "'%y' % 1", "'%' % 1", "'abc%' % 1", "'%(a' % {'a': 1}",
             "'%5' % 1", "'%(a)s' % {'b': 1}", "'%(a)s' % 5", "'%(a)s' % [1]",
             "'%(a)s %s' % {'a': 1}"):
    attempt(text)
