# harness:
#   description: messages of bytes methods and operators with text, numbers and missing parts
#   tags: [errors, messages, bytes]
import warnings

warnings.simplefilter("ignore", SyntaxWarning)


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("300 in b'ab'", "'a' in b'ab'", "b'ab'.find(256)", "b'ab'.find('q')", "b'ab'.index(b'zz')",
             "b'ab'.rindex(b'zz')", "b'ab'.startswith('a')", "b'-'.join([b'a', 'b'])", "b'-'.join(b'ab')",
             "b'a'.center(5, 'x')", "b'a'.translate(b'short')", "b'a' + 'b'", "'a' + b'b'", "b'a' < 'b'",
             "b'ab'[:'a']", "b'ab'[99]", "b'ab'['0']", "b'a' * 1.5", "b'a'.decode('no-such')",
             "b'\\xff\\xfeabc'.decode()", "b'a'.split('b')", "b'a'.split(b'')", "b'a'.replace('a', 'b')",
             "b'a'.strip('a')", "b'%s' % 'text'", "b'%b' % 5", "b'%c' % 256", "b'%d' % b'1'", "b'%y' % 1"):
    attempt(text)
