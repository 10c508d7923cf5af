# harness:
#   description: input() with prompts, conversion, empty and unterminated lines, EOFError at the end
#   tags: [stdin, input]
#   stdin: "Ada\n36\n\n  padded \ttext \ncaf\u00e9 \u2603\nlast line without newline"
import sys

name = input("name? ")
age = int(input("age? "))
print(f"\n{name} is {age}, next year {age + 1}")
print("empty:", repr(input()))
print("kept as is:", repr(input("")))
word = input()
print("unicode:", word, len(word), ascii(word))
print("stdin state:", sys.stdin.readable(), sys.stdin.writable(), sys.stdin.closed, sys.stdin.name,
      sys.stdin.mode)
print("last:", repr(input()))
for attempt in range(2):
    try:
        input("more? ")
    except EOFError as error:
        print("\nEOFError:", len(error.args), attempt)
print("read at the end:", repr(sys.stdin.read()), repr(sys.stdin.readline()), list(sys.stdin))
for arguments in ((1, 2), ()):
    try:
        input(*arguments)
    except (TypeError, EOFError) as error:
        print(type(error).__name__)
