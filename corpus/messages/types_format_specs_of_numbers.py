# harness:
#   description: messages for wrong format specs of int and float
#   tags: [errors, messages, format, int, float]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("format(5, 's')", "format(5, '.2')", "format(5, '.2d')", "format(5, '#c')", "format(5, '+c')",
             "format(5, ',c')", "format(5, ',x')", "format(5, ',b')", "format(5, '_n')", "format(5, 'y')",
             "format(5, 'zd')", "format(5, '5.d')", "format(5, 'd5')", "format(5, '1_000')",
             "format(5, ',_')", "format(5, '__')", "format(5, '9' * 30)", "format(-1, 'c')",
             "format(0x110000, 'c')", "format(5, '=\\n')", "format(1.5, 'd')", "format(1.5, 'x')",
             "format(1.5, '.')", "format(1.5, '.-1f')", "format(1.5, ',,')", "format(1.5, 'q')",
             "format(1.5, '.2.2f')", "format(1.5, ' +f')", "f'{1:{2:{3}}}'"):
    attempt(text)
