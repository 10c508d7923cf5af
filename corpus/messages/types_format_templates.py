# harness:
#   description: messages of str.format for malformed templates and missing fields
#   tags: [errors, messages, format, str]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("'{'.format(1)", "'}'.format(1)", "'{0'.format(1)", "'{0!'.format(1)", "'{0!}'.format(1)",
             "'{0!x}'.format(1)", "'{0!rr}'.format(1)", "'{0:{1'.format(1, 2)", "'{0.}'.format(1)",
             "'{0[}'.format(1)", "'{0[]}'.format([1])", "'{0[a]b}'.format({'a': 1})",
             "'{0}{}'.format(1, 2)", "'{}{0}'.format(1, 2)", "'{}{}'.format(1)",
             "'{3}'.format(1)", "'{name}'.format(1)", "'{0.z}'.format(1)", "'{0[0]}'.format(1)",
             "'{x[-1]}'.format(x=[1])",
             "'{0:{0:{0}}}'.format(1)", "'{} x'.format_map({})", "'{0[a]}'.format([1])",
             "'{ 0}'.format(1)", "'{-1}'.format(1)"):
    attempt(text)
