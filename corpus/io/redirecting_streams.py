# harness:
#   description: redirect_stdout and redirect_stderr nested and re-entered, ExitStack, suppress
#   tags: [contextlib, stdout]
import contextlib
import io
import sys
from contextlib import ExitStack, closing, nullcontext, redirect_stderr, redirect_stdout, suppress


def noisy(n):
    print("out", n)
    print("err", n, file=sys.stderr)
    return n * 2


out, err = io.StringIO(), io.StringIO()
with redirect_stdout(out) as target, redirect_stderr(err):
    value = noisy(1)
    help(noisy)
    sys.stdout.write("direct\n")
print("captured:", value, target is out, out.getvalue().splitlines(), err.getvalue().splitlines())

outer, inner = io.StringIO(), io.StringIO()
with redirect_stdout(outer):
    print("a")
    with redirect_stdout(inner):
        print("b")
        with redirect_stdout(sys.__stdout__):
            print("to the real one")
    print("c")
print("nested:", repr(outer.getvalue()), repr(inner.getvalue()))
again = io.StringIO()
redirect = redirect_stdout(again)
with redirect:
    print("one")
    with redirect:
        print("two")
    print("three")
print("re-entered:", again.getvalue().split(), sys.stdout is sys.__stdout__)

failed = io.StringIO()
try:
    with redirect_stdout(failed):
        print("before the error")
        raise LookupError("inside")
except LookupError as error:
    print("restored after", error, repr(failed.getvalue()))
merged = io.StringIO()
with redirect_stdout(merged), redirect_stderr(sys.stdout):
    noisy(2)
print("merged:", merged.getvalue().splitlines())
with open("log.txt", "w", encoding="utf-8") as log, redirect_stdout(log):
    print("into a file", "caf\u00e9")
with open("log.txt", encoding="utf-8") as log:
    print("file:", log.read().strip())


class Tee:
    def __init__(self, *streams):
        self.streams = streams

    def write(self, text):
        for stream in self.streams:
            stream.write(text)
        return len(text)

    def flush(self):
        for stream in self.streams:
            stream.flush()


copy = io.StringIO()
with redirect_stdout(Tee(sys.stdout, copy)):
    print("seen twice")
print("tee:", repr(copy.getvalue()))


class Upper(io.TextIOBase):
    def __init__(self, stream):
        self.stream = stream

    def writable(self):
        return True

    def write(self, text):
        return self.stream.write(text.upper())


with redirect_stdout(Upper(sys.stdout)):
    print("shouted", {"key": "value"})

log = []
with ExitStack() as stack:
    files = [stack.enter_context(open(f"part{n}.txt", "w")) for n in range(3)]
    stack.callback(log.append, "first callback")
    stack.push(lambda kind, value, trace: log.append(f"exit sees {kind and kind.__name__}")
               or kind is KeyError)
    stack.enter_context(redirect_stdout(files[1]))
    print("to part 1")
    log.append([stream.closed for stream in files])
    raise KeyError("swallowed")
print("stack:", log, [stream.closed for stream in files], sys.stdout is sys.__stdout__)
with open("part1.txt") as stream:
    print("part 1:", stream.read())
with ExitStack() as stack:
    stack.callback(print, "never called here")
    kept = stack.pop_all()
print("popped, closing now")
kept.close()
with suppress(ZeroDivisionError, LookupError):
    print("suppress:", 1 // 0)
with suppress(ValueError), suppress(ExceptionGroup):
    raise ExceptionGroup("g", [ValueError(1)])
with closing(io.StringIO("closed later")) as stream:
    content = stream.read()
print("closing:", content, stream.closed)
with nullcontext(5) as value, nullcontext():
    print("null:", value)


@contextlib.contextmanager
def tagged(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        print(f"</{name}>")


with tagged("p") as name, tagged("b"):
    print("text", name)
    raise ValueError("inside both")


@tagged("function")
def decorated(n):
    print("body", n)
    return n


print("decorated:", decorated(3), decorated(4))
for make in (lambda: tagged("x").__exit__(None, None, None), lambda: redirect_stdout(),
             lambda: contextlib.contextmanager(lambda: iter([]))().__enter__()):
    try:
        make()
    except Exception as error:
        print(type(error).__name__)
