# harness:
#   description: yield from with sub-generators, plain iterables, return values, delegated throw and close
#   tags: [generators]


def inner(log):
    total = 0
    while True:
        try:
            value = yield total
            if value is None:
                return f"total {total}"
            total += value
        except KeyError as exc:
            log.append(f"inner caught {exc}")
            total = -1
        except GeneratorExit:
            log.append("inner exit")
            raise


def outer(log):
    results = []
    while len(results) < 2:
        result = yield from inner(log)
        log.append(f"outer got {result}")
        results.append(result)
    return results


log = []
g = outer(log)
print(next(g), g.send(5), g.send(6), g.throw(KeyError("k")), g.send(3), next(g), g.send(9))
print(g.gi_yieldfrom.__name__, log)
try:
    next(g)
except StopIteration as exc:
    print(exc.value)

log.clear()
g = outer(log)
next(g)
g.close()
print("closed", log, next(g, "end"))


def chain(*iterables):
    for iterable in iterables:
        got = yield from iterable
        print("  result", got)


print(list(chain([1, 2], "ab", range(2), {"k": 1}, (x * x for x in (3, 4)))))


class Custom:
    def __init__(self):
        self.items = iter("xyz")
        self.log = []

    def __iter__(self):
        return self

    def __next__(self):
        value = next(self.items, None)
        if value is None:
            raise StopIteration("custom result")
        return value

    def send(self, value):
        self.log.append(f"send {value}")
        return f"sent {value}"

    def throw(self, exc):
        self.log.append(f"throw {exc!r}")
        return "thrown"

    def close(self):
        self.log.append("close")


def delegate(target):
    result = yield from target
    yield result


custom = Custom()
g = delegate(custom)
print(next(g), g.send(1), g.throw(ValueError("v")), next(g), next(g), next(g), custom.log)
custom = Custom()
g = delegate(custom)
next(g)
g.close()
print(custom.log)

g = delegate(iter([1, 2]))
next(g)
try:
    g.send("value")
except AttributeError:
    print("AttributeError")
g = delegate(iter([1, 2]))
next(g)
try:
    g.throw(ValueError("plain iterator"))
except ValueError as exc:
    print("ValueError:", exc)
try:
    list(delegate(5))
except TypeError:
    print("TypeError")


def manual_stop():
    result = yield from iter_raising()
    print("  unreachable", result)


def iter_raising():
    yield 1
    raise ZeroDivisionError("from inner")


g = manual_stop()
print(next(g))
try:
    next(g)
except ZeroDivisionError as exc:
    depth, tb = 0, exc.__traceback__
    names = []
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(exc, names)


def swallow():
    try:
        yield from inner([])
    except ValueError as exc:
        yield f"outer handled {exc}"
    return "finished"


g = swallow()
next(g)
print(g.throw(ValueError("thrown through")))
try:
    next(g)
except StopIteration as exc:
    print(exc.value)


def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)


print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))


def accumulate_results():
    return (yield from collect()), "outer"


def one(n):
    yield n
    return n * 10


def collect():
    out = []
    for n in range(3):
        out.append((yield from one(n)))
    return out


g = accumulate_results()
print([next(g), next(g), next(g)])
try:
    next(g)
except StopIteration as exc:
    print(exc.value)


def recursive(n):
    if n:
        yield n
        yield from recursive(n - 1)
        return


print(sum(recursive(100)), (lambda: (yield from [1, 2]))().__next__())
