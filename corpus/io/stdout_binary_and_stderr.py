# harness:
#   description: raw bytes, NUL and invalid UTF-8 on stdout, order of text and binary, stderr kept apart
#   tags: [stdout, stderr, binary]
import os
import sys

print("text first", flush=True)
written = sys.stdout.buffer.write(b"\x00\x01\xfe\xff raw bytes \x80\n")
sys.stdout.buffer.flush()
print("wrote", written)
sys.stdout.flush()
sys.stdout.buffer.write(bytes(range(256)).replace(b"\n", b"") + b"\n")
sys.stdout.buffer.write(memoryview(b"a view\n"))
sys.stdout.buffer.write(bytearray(b"a bytearray\n"))
sys.stdout.buffer.writelines([b"one ", b"two\n"])
sys.stdout.flush()
for bad in ("text", 5, None):
    try:
        sys.stdout.buffer.write(bad)
    except TypeError:
        print("binary write of", repr(bad), "-> TypeError")
sys.stdout.flush()
print("descriptor:", sys.stdout.fileno(), sys.stdin.fileno(), sys.stderr.fileno())
sys.stdout.flush()
os.write(1, b"through os.write\n")
print("bytes through os.write:", end=" ", flush=True)
print(os.write(1, "caf\u00e9 ".encode()))

print("to stderr", file=sys.stderr)
sys.stderr.write("no newline at once; ")
sys.stderr.write("same line\n")
sys.stderr.buffer.write(b"binary \xff error\n")
sys.stderr.flush()
print("stderr settings:", sys.stderr.errors, sys.stderr.writable(), sys.stderr is sys.__stderr__)
print("surrogate to stderr: \udc80 \ud800", file=sys.stderr)
try:
    print("surrogate \ud800 to stdout")
except UnicodeEncodeError as error:
    print("UnicodeEncodeError:", error.encoding, error.start, error.end)
sys.stdout.reconfigure(errors="backslashreplace")
print("reconfigured: \ud800 \udcff", sys.stdout.errors)
sys.stdout.reconfigure(encoding="latin-1", errors="xmlcharrefreplace", newline="\r\n")
print("latin-1: caf\u00e9 \u2603 \U0001f600")
sys.stdout.reconfigure(encoding="utf-16-le", newline="\n")
print("wide")
sys.stdout.reconfigure(encoding="utf-8", errors="strict", line_buffering=True)
print("back to utf-8: caf\u00e9", sys.stdout.encoding, sys.stdout.line_buffering)
try:
    sys.stdout.reconfigure(encoding="no-such-encoding")
except LookupError:
    print("LookupError")
print("interleaved", flush=True)
for n in range(3):
    print("out", n)
    print("err", n, file=sys.stderr)
sys.stdout.write("ends without a newline")
