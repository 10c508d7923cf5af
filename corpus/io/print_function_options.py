# harness:
#   description: print with sep, end, file and flush, write calls it makes, odd files, errors in the middle
#   tags: [stdout, print]
import io
import sys


def attempt(label, function):
    try:
        function()
        print(label, "-> fine")
    except Exception as error:
        print(label, "->", type(error).__name__)


print()
print("a", 1, None, 2.5, [1], sep="")
print("a", "b", sep="\n", end="|\n")
print("x", "y", sep=" <-> ", end="")
print("", end=None)
print("default sep", "kept", sep=None)
print(*range(5), sep=", ")
print(*[], sep="never", end="only end\n")
print("", "", sep="*")
print("tab\tseparated\rtext"[:13], "null\0byte".encode(), "\u00e9\u2603\U0001f600")
attempt("bad sep", lambda: print(1, 2, sep=5))
attempt("bad end", lambda: print(1, end=5))
attempt("bad keyword", lambda: print(1, stop=5))
attempt("no write", lambda: print(1, file=5))
attempt("bytes sep", lambda: print(1, sep=b" "))


class Recorder:
    def __init__(self):
        self.calls = []

    def write(self, text):
        self.calls.append(text)

    def flush(self):
        self.calls.append("<flush>")


recorder = Recorder()
print("a", 5, sep="-", file=recorder)
print("b", end="", file=recorder, flush=True)
print(file=recorder)
print(end="", file=recorder)
print("c", "d", "e", sep="", file=recorder, flush=0)
print("calls:", recorder.calls)


class NoFlush:
    def write(self, text):
        return len(text)


attempt("flush missing", lambda: print("x", file=NoFlush(), flush=True))


class Angry:
    def __str__(self):
        raise ValueError("no text")


recorder.calls.clear()
attempt("error half way", lambda: print("before", Angry(), "after", file=recorder))
print("written so far:", recorder.calls)
attempt("error on stdout", lambda: print("before", Angry(), "after"))


class Quiet(str):
    def __str__(self):
        return "from __str__"


print(Quiet("value"), repr(Quiet("value")), f"{Quiet('value')}", Quiet("value") + "!")
out = io.StringIO()
saved, sys.stdout = sys.stdout, out
try:
    print("captured")
    sys.stdout.write("returns ")
    count = sys.stdout.write("caf\u00e9")
finally:
    sys.stdout = saved
print("captured text:", repr(out.getvalue()), count)
print("file None means stdout", file=None)
print("writelines:", end=" ")
sys.stdout.writelines(["a", "b", "c\n"])
attempt("write int", lambda: sys.stdout.write(5))
attempt("write bytes", lambda: sys.stdout.write(b"x"))
attempt("writelines of int", lambda: sys.stdout.writelines([1]))
print("stdout:", sys.stdout.writable(), sys.stdout.readable(), sys.stdout.encoding.lower(), sys.stdout.errors,
      sys.stdout.name, sys.stdout.mode, sys.stdout.buffer.mode, sys.stdout.line_buffering,
      sys.stdout is sys.__stdout__)
attempt("read stdout", lambda: sys.stdout.read())
