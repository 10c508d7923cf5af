# harness:
#   description: messages of str find, replace, split, partition, strip and join with wrong arguments
#   tags: [errors, messages, str]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("'ab'.index('zz')", "'ab'.rindex('zz')", "'ab'.find(3)", "'ab'.find()", "'ab'.find('a', '1')",
             "'ab'.find('a', 1.0)", "1 in 'ab'", "b'a' in 'ab'", "'ab'.startswith(['a'])",
             "'ab'.startswith(('x', 1))", "'ab'.endswith(5)", "'ab'.replace('a', 1)", "'ab'.replace('a')",
             "'ab'.replace('a', 'b', 'c')", "'ab'.removeprefix(('a', 'b'))", "'ab'.removeprefix()",
             "'ab'.split('')", "'ab'.split(1)", "'ab'.split('b', '1')", "'ab'.split(b'b')",
             "'ab'.partition('')", "'ab'.partition(None)", "'-'.join(['a', 1])", "'-'.join([b'a'])",
             "'-'.join(5)", "'ab'.strip(1)", "'ab'.strip(b'a')", "str(1, 2)", "str(5, 'ascii')",
             "str(b'a', 'no-such')", "chr(-1)", "chr(0x110000)", "ord('')", "ord('ab')"):
    attempt(text)
