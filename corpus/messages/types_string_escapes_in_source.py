# harness:
#   description: messages for wrong escapes, prefixes and unterminated text in string literals
#   tags: [errors, messages, syntax-error]
import warnings

warnings.simplefilter("ignore", SyntaxWarning)
for source in (r"'\xg'", r"'\x4'", r"'\u12'", r"'\U00110000'", r"'\N{no such name}'", r"'\N'", r"'\N{'",
               r"b'\x'",
               "b'\u00e9'", r"'\u{41}'", "'abc", "'" * 3 + "abc", "f'{'", "f'}'", "f'{}'", "f'{a b}'",
               "f'{x!z}'", "f'{x!}'",
               "f'{lambda x: 1}'", "f'{1!r!s}'", "f'{# c}'", "r'\\'", "ur'a'", "bf'a'", "'a' b'b'",
               "x = " + "1" * 5000):
    try:
        compile(source, "<s>", "exec")
        print(ascii(source)[:30], "compiles")
    except SyntaxError as error:
        print(ascii(source)[:30], "->", ascii(error.msg))
