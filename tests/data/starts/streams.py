import os, sys
for stream in (sys.stdin, sys.stdout, sys.stderr):
    print(stream.name, stream.fileno(), stream.encoding, stream.errors, stream.line_buffering)
    print(stream.isatty(), stream is getattr(sys, f"__{stream.name[1:-1]}__"))
print(repr(sys.stdin.read()))
sys.stdout.write("no newline at the end")
sys.stderr.write("to the other one")
