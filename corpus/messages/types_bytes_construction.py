# harness:
#   description: messages of bytes and bytearray constructors, fromhex and hex with wrong arguments
#   tags: [errors, messages, bytes]


class Raw:
    def __init__(self, value):
        self.value = value

    def __bytes__(self):
        return self.value


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("bytes(-1)", "bytes('text')", "bytes(1.5)", "bytes([256])", "bytes([-1])", "bytes(['a'])",
             "bytes(Raw('text'))", "bytes(Raw(5))", "bytes(None)", "bytes(5, 'ascii')",
             "bytes(b'a', 'ascii')", "bytes(10**30)", "bytes('\\u2603', 'ascii')",
             "bytes('a', 'utf-8', 'strict', 1)", "bytearray('a')", "bytearray(1.5)", "bytes.fromhex('0')",
             "bytes.fromhex('0g')", "bytes.fromhex('4 1')", "bytes.fromhex(5)", "b'ab'.hex('--')",
             "b'ab'.hex('\\u00e9')", "bytes.maketrans(b'a', b'bc')"):
    attempt(text)
