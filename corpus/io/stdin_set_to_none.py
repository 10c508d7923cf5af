# harness:
#   description: input() when sys.stdin, sys.stdout or sys.stderr is None or deleted
#   tags: [stdin, input]
#   stdin: "one\ntwo\nthree\nfour\nfive\n"
import io
import sys


def attempt(label, name, value=None, delete=False):
    saved = getattr(sys, name)
    if delete:
        delattr(sys, name)
    else:
        setattr(sys, name, value)
    try:
        outcome = repr(input())
    except Exception as error:
        outcome = type(error).__name__
    setattr(sys, name, saved)
    print(label, "->", outcome)


attempt("normal", "stdin", sys.stdin)
attempt("stdin is None", "stdin")
attempt("stdin deleted", "stdin", delete=True)
attempt("stdout is None", "stdout")
attempt("stderr is None", "stderr")
attempt("stdin in memory", "stdin", io.StringIO("from memory\n"))
print("left:", sys.stdin.read().split())
