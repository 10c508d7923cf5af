# harness:
#   description: with statement protocol - lookup on the type, order, targets, suppression, errors in enter
#   tags: [context-managers]

log = []
items_wanted = True


class CM:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        log.append(f"enter {self.name}")
        if self.fail == "enter":
            raise OSError(f"{self.name} enter")
        return self.name

    def __exit__(self, kind, value, tb):
        log.append(f"exit {self.name} {kind.__name__ if kind else None} {value} {tb is not None}")
        if self.fail == "exit":
            raise LookupError(f"{self.name} exit")
        return self.swallow


def drain(label):
    print(f"{label}:", *log, sep="\n    ")
    log.clear()


with CM("a") as a, CM("b") as b, CM("c"):
    log.append(f"body {a} {b}")
drain("three")
try:
    with CM("a"), CM("b", fail="enter"), CM("c"):
        log.append("never")
except OSError as exc:
    log.append(f"caught {exc}")
drain("enter fails")
try:
    with CM("a"), CM("b", fail="exit"):
        raise ValueError("body")
except LookupError as exc:
    log.append(f"caught {exc} context {exc.__context__!r}")
drain("exit fails")
with CM("a", swallow=1), CM("b", swallow=[]):
    raise ValueError("body")
drain("swallowed by truthy outer")
with (CM("p") as p, CM("q") as q,):
    log.append(p + q)
with CM("unused") if not items_wanted else CM("cond") as v:
    log.append(v)
with (yes := CM("walrus")) as w:
    log.append(f"{w} {yes.name}")
drain("parenthesised")


class Target:
    pass


target, items = Target(), {}
with CM("attr") as target.x, CM("item") as items["k"], CM("xyz") as (one, *rest):
    log.append(f"{target.x} {items} {one} {rest}")
drain("targets")
try:
    with CM("unpack", swallow=True) as (one, two):
        log.append("never")
except ValueError as exc:
    log.append(f"escaped {exc}")
drain("target failure is inside")


class Meta(type):
    def __enter__(cls):
        return f"entered class {cls.__name__}"

    def __exit__(cls, *exc):
        return True


class WithMeta(metaclass=Meta):
    pass


with WithMeta as text:
    print(text)
    raise ValueError


class NoExit:
    def __enter__(self):
        return 1


class NoEnter:
    def __exit__(self, *exc):
        return None


class OnInstance:
    pass


inst = OnInstance()
inst.__enter__ = lambda: 1
inst.__exit__ = lambda *a: None


class WrongExit:
    def __enter__(self):
        return 1

    def __exit__(self):
        return None


class ExitBool:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return self

    def __bool__(self):
        raise RuntimeError("truth of exit result")


for manager in (NoExit(), NoEnter(), inst, 5, WrongExit(), WithMeta()):
    try:
        with manager:
            pass
        print(type(manager).__name__, "worked")
    except (TypeError, AttributeError) as exc:
        print(type(exc).__name__)
with ExitBool():
    print("result not tested without exception")
try:
    with ExitBool():
        raise ValueError("v")
except RuntimeError as exc:
    print("RuntimeError:", exc, repr(exc.__context__))


def flow():
    out = []
    for n in range(4):
        with CM(f"n{n}"):
            if n == 0:
                continue
            if n == 2:
                break
            out.append(n)
    with CM("ret"):
        return out, "returned"


print(flow())
drain("flow")


class Reraise:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if value:
            raise value


try:
    with Reraise():
        raise KeyError("same object")
except KeyError as exc:
    print(repr(exc), exc.__context__)


class Reusable:
    depth = 0

    def __enter__(self):
        self.depth += 1
        return self.depth

    def __exit__(self, *exc):
        self.depth -= 1


r = Reusable()
with r as d1, r as d2:
    with r as d3:
        print(d1, d2, d3)
print(r.depth)
for source in ["with x as 5: pass", "with x as f(): pass", "with: pass", "with x, : pass",
               "with (x as y): pass",
               "with (x, y as z): pass", "with x as y, z as 1: pass", "with (x): pass", "with (): pass",
               "with x as *y: pass",
               "with (x as y) as z: pass"]:
    try:
        compile(source, "<case>", "exec")
        print(source, "-> compiles")
    except SyntaxError as exc:
        print(source, "->", type(exc).__name__)
