# harness:
#   description: sys.stdin read by iteration, readline with limits, readlines, read, then its binary buffer
#   tags: [stdin]
#   stdin: "alpha beta\ngamma\n\ndelta;epsilon;zeta\none two three\n4 5 6\n7 8 9\nrest of\nthe text\n"
import sys

print("readline:", repr(sys.stdin.readline()))
print("limited:", repr(sys.stdin.readline(3)), repr(sys.stdin.readline()), repr(sys.stdin.readline(0)))
for number, line in enumerate(sys.stdin):
    print("iteration", number, repr(line))
    if number == 1:
        break
print("next:", repr(next(sys.stdin)))
matrix = [[int(cell) for cell in sys.stdin.readline().split()] for _ in range(2)]
print("matrix:", matrix, [sum(column) for column in zip(*matrix)])
print("partial:", repr(sys.stdin.read(5)), repr(sys.stdin.read(0)))
print("readlines:", sys.stdin.readlines())
print("after the end:", repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines(),
      next(sys.stdin, "no more"))
print("buffer:", sys.stdin.buffer.read(), sys.stdin.buffer.readline(), type(sys.stdin.buffer).__name__,
      type(sys.stdin).__name__)
print("encoding:", sys.stdin.encoding.lower(), sys.stdin.line_buffering, sys.stdin.buffer.readable())
try:
    sys.stdin.write("x")
except OSError as error:
    print(type(error).__name__)
