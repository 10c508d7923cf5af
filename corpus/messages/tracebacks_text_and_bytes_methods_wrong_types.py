# harness:
#   description: messages of str and bytes methods for arguments of a wrong type
#   tags: [errors, messages, str, bytes]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("bytes('a')", "bytes([256])", "','.join([1])", "','.join(5)", "'a'.split(5)",
             "'a'.replace(1, 2)", "'abc'.find(1)", "int.from_bytes('a')", "(1).to_bytes('a')",
             "'a'.encode(5)", "b'a' + 'b'", "b'a'.split('a')", "b','.join(['a'])", "memoryview('a')"):
    attempt(text)
