# harness:
#   description: contextlib helpers - ExitStack, suppress, closing, nullcontext, redirect_stdout
#   tags: [context-managers, contextlib]

import contextlib
import io
import os
import sys

log = []


class CM:
    def __init__(self, name, result=None, fail=None):
        self.name, self.result, self.fail = name, result, fail

    def __enter__(self):
        log.append(f"enter {self.name}")
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        log.append(f"exit {self.name} {kind.__name__ if kind else '-'}")
        if self.fail:
            raise self.fail
        return self.result


def drain(label):
    print(f"{label}: {'; '.join(log)}")
    log.clear()


with contextlib.ExitStack() as stack:
    names = [stack.enter_context(CM(n)) for n in "abc"]
    stack.callback(lambda *a, **k: log.append(f"callback {a} {k}"), 1, key=2)
    stack.push(lambda kind, value, tb: log.append(f"pushed {kind}"))
    stack.push(CM("pushed manager"))
    print(names)
drain("normal")

with contextlib.ExitStack() as stack:
    stack.enter_context(CM("outer"))
    stack.enter_context(CM("swallows", result=True))
    stack.enter_context(CM("inner"))
    raise ValueError("lost")
drain("swallowed")

try:
    with contextlib.ExitStack() as stack:
        stack.push(CM("last", fail=KeyError("from last")))
        stack.push(CM("first", fail=OSError("from first")))
        raise ValueError("body")
except KeyError as exc:
    chain = []
    while exc:
        chain.append(repr(exc))
        exc = exc.__context__
    print(chain)
drain("chained")


@stack.push
def decorated_exit(kind, value, tb):
    log.append("decorated exit")


@stack.callback
def decorated_callback():
    log.append("decorated callback")


print(decorated_callback.__name__)
stack.close()
drain("close")
with contextlib.ExitStack() as stack:
    stack.enter_context(CM("moved"))
    moved = stack.pop_all()
drain("popped")
moved.close()
moved.close()
drain("closed later")
for bad in (5, object, "text"):
    try:
        with contextlib.ExitStack() as stack:
            stack.enter_context(bad)
    except TypeError:
        print("TypeError")
try:
    contextlib.ExitStack().push(5)
    print("push accepts a non callable until used")
except TypeError:
    print("TypeError")

with contextlib.suppress(KeyError, IndexError):
    {}["missing"]
with contextlib.suppress(LookupError):
    [][1]
with contextlib.suppress():
    log.append("empty suppress")
with contextlib.suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1), ValueError(2)])
try:
    with contextlib.suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except ExceptionGroup as eg:
    print("left over", eg.exceptions)
try:
    with contextlib.suppress(KeyError):
        raise ValueError("not suppressed")
except ValueError as exc:
    print(exc)
drain("suppress")


class Closable:
    def close(self):
        log.append("closed")


with contextlib.closing(Closable()) as thing:
    log.append(type(thing).__name__)
drain("closing")
with contextlib.nullcontext() as nothing, contextlib.nullcontext([1]) as something:
    print(nothing, something)

buffer, errors = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(buffer), contextlib.redirect_stderr(errors):
    print("captured")
    print("error text", file=sys.stderr)
    with contextlib.redirect_stdout(errors):
        print("nested")
print(repr(buffer.getvalue()), repr(errors.getvalue()))


class Deco(contextlib.ContextDecorator):
    def __enter__(self):
        log.append("deco enter")
        return self

    def __exit__(self, *exc):
        log.append(f"deco exit {exc[0].__name__ if exc[0] else None}")
        return exc[0] is KeyError


@Deco()
def job(n):
    log.append(f"job {n}")
    if n == 2:
        raise KeyError(n)
    return n * 10


print(job(1), job(2), job.__name__)
drain("ContextDecorator")
os.mkdir("sub")
before = os.getcwd()
with contextlib.chdir("sub"):
    print(os.path.basename(os.getcwd()), os.path.relpath(before))
print(os.getcwd() == before)


class Abstract(contextlib.AbstractContextManager):
    def __exit__(self, *exc):
        log.append("abstract exit")


with Abstract() as me:
    print(type(me).__name__, isinstance(CM("x"), contextlib.AbstractContextManager),
          issubclass(int, Abstract))
try:
    contextlib.AbstractContextManager()
except TypeError:
    print("TypeError")
drain("abstract")


def dynamic(names):
    with contextlib.ExitStack() as stack:
        files = [stack.enter_context(open(f"{name}.txt", "w+")) for name in names]
        for index, handle in enumerate(files):
            handle.write(f"{names[index]}={index}\n")
            handle.seek(0)
        return [handle.read() for handle in files], files


texts, files = dynamic(["one", "two"])
print(texts, [f.closed for f in files])
