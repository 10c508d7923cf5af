# harness:
#   description: binary standard input, universal newlines in the text layer, undecodable and NUL bytes
#   tags: [stdin, binary]
#   stdin: "first\r\nsecond\rthird\n\0nul\0inside\ncaf\u00e9\n\nlong line of words\nend"
import io
import sys

raw = sys.stdin.buffer
first = raw.readline()
print("binary line:", first, raw.peek(4)[:4], raw.read(3), raw.read1(4))
line = bytearray(8)
print("readinto:", raw.readinto(line), bytes(line))
rest = raw.read()
print("rest:", rest, len(rest), raw.read(), raw.read(5))

data = first + b"second\rthird\n" + b"\xff\xfe" + rest
for newline in (None, "", "\n", "\r", "\r\n"):
    text = io.TextIOWrapper(io.BytesIO(data), encoding="latin-1", newline=newline)
    lines = text.readlines()
    print(f"newline={newline!r}", len(lines), ascii(lines[:4]), text.newlines)
for errors in ("strict", "replace", "surrogateescape", "backslashreplace", "ignore"):
    text = io.TextIOWrapper(io.BytesIO(b"ok\nbad \xff byte\nmore\n"), encoding="utf-8", errors=errors)
    try:
        print(errors, ascii(text.read()))
    except UnicodeDecodeError as error:
        print(errors, error.start, error.object[error.start:error.end])

sys.stdin = io.StringIO("replaced\nsecond line\n")
print("replaced stdin:", input(), sys.stdin.read().splitlines())
sys.stdin = iter(["not a file"])
try:
    input()
except (AttributeError, RuntimeError, TypeError) as error:
    print("object without readline:", type(error).__name__)
sys.stdin = sys.__stdin__
try:
    input()
except EOFError:
    print("original again: EOFError")
