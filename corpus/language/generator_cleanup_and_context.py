# harness:
#   description: finally blocks in generators on close, break, exceptions and with statements
#   tags: [generators, context-managers]

import contextlib

log = []


@contextlib.contextmanager
def resource(name):
    log.append(f"open {name}")
    try:
        yield name.upper()
    except ValueError as exc:
        log.append(f"{name} saw {exc}")
        raise
    finally:
        log.append(f"close {name}")


def reader(name, count):
    with resource(name) as handle:
        for n in range(count):
            yield f"{handle}{n}"


def drain(label):
    print(f"{label}: {'; '.join(log)}")
    log.clear()


print(list(reader("a", 2)))
drain("exhausted")
g = reader("b", 5)
for item in g:
    if item.endswith("1"):
        break
drain("after break, still referenced")
g.close()
drain("after close")
g = reader("c", 3)
next(g)
try:
    g.throw(ValueError("thrown in"))
except ValueError as exc:
    print("out:", exc)
drain("throw")
with contextlib.closing(reader("d", 9)) as closing:
    print(next(closing))
drain("closing")


def nested():
    try:
        yield 1
        try:
            yield 2
        finally:
            log.append("inner finally")
            yield 3
    finally:
        log.append("outer finally")


g = nested()
print(next(g), next(g))
try:
    g.close()
except RuntimeError:
    print("RuntimeError")
drain("yield in finally")
print(list(nested()))
drain("normal")

for label, block in [("no yield", lambda: (_ for _ in ())), ("two yields", lambda: iter_two())]:
    def iter_two():
        yield 1
        yield 2

    manager = contextlib.contextmanager(block)
    try:
        with manager() as value:
            print(label, value)
    except RuntimeError:
        print(label, "RuntimeError")


@contextlib.contextmanager
def swallow(*types):
    try:
        yield "swallowing"
    except types as exc:
        log.append(f"swallowed {exc!r}")


with swallow(KeyError, TypeError) as text:
    raise KeyError("gone")
drain(text)
try:
    with swallow(KeyError):
        raise OSError("passes")
except OSError as exc:
    print("passed", exc)


@contextlib.contextmanager
def replaces():
    try:
        yield
    except KeyError as exc:
        raise LookupError("replaced") from exc


try:
    with replaces():
        raise KeyError("orig")
except LookupError as exc:
    print(repr(exc), repr(exc.__cause__))


@resource("deco")
def decorated(n):
    log.append(f"body {n}")
    return n


print(decorated(1), decorated(2), decorated.__name__)
drain("decorator")
manager = resource("once")
with manager:
    pass
try:
    with manager:
        pass
except (RuntimeError, AttributeError) as exc:
    print(type(exc).__name__)
log.clear()

try:
    with contextlib.contextmanager(lambda: iter([1]))() as value:
        print("plain iterator", value)
except (TypeError, AttributeError) as exc:
    print(type(exc).__name__)

with resource("stop") as value:
    try:
        raise StopIteration("inside with")
    except StopIteration as exc:
        print(repr(exc))
try:
    with resource("stop"):
        raise StopIteration("through")
except StopIteration as exc:
    print("went through", exc)
drain("stop")


def delegating():
    with resource("outer"):
        yield from reader("inner", 2)


g = delegating()
print(next(g), g.close())
drain("delegated close order")
