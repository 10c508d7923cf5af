# harness:
#   description: return values on every path, return in finally and loops, bare return
#   tags: [functions, control-flow]

import warnings


def nothing():
    pass


def docstring_only():
    """Only text."""


def bare(flag):
    if flag:
        return
    return flag, "end"


def tuple_return():
    return 1, *[2, 3], 4


def in_loop(limit):
    for n in range(10):
        for m in range(10):
            if n * m > limit:
                return n, m
    else:
        return "exhausted"


def in_while():
    n = 0
    while True:
        n += 1
        try:
            if n == 3:
                return f"returned {n}"
        finally:
            if n < 3:
                continue_marker.append(n)


def try_else():
    try:
        value = 1
    except ValueError:
        return "except"
    else:
        return f"else {value}"
    finally:
        order.append("finally ran")


def mutate_after_return():
    items = [1]
    number = 1
    try:
        return items, number
    finally:
        items.append(2)
        number += 1


def nested_finally():
    try:
        try:
            return "inner value"
        finally:
            order.append("inner finally")
    finally:
        order.append("outer finally")


def with_return():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, *exc):
            order.append(f"exit {exc}")
            return True
    with Manager():
        return "from with"


def swallowed():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, *exc):
            return True
    with Manager():
        raise ValueError
    return "after swallow"


def falls_through_swallow():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, *exc):
            return True
    with Manager():
        return 1 / 0


order = []
continue_marker = []
print(nothing(), docstring_only(), docstring_only.__doc__, bare(True), bare(0))
print(tuple_return(), in_loop(20), in_loop(200))
print(in_while(), continue_marker)
print(try_else(), order)
print(mutate_after_return())
order.clear()
print(nested_finally(), order)
order.clear()
print(with_return(), order)
print(swallowed(), falls_through_swallow())

SOURCE = """
def override():
    try:
        raise KeyError("lost")
    finally:
        return "finally wins"

def loop_override():
    out = []
    for n in range(4):
        try:
            out.append(1 // (n - 2))
        except ZeroDivisionError:
            out.append("zero")
            raise
        finally:
            continue
    return out

def broken():
    while True:
        try:
            return "from try"
        finally:
            break
    return "after break"
"""
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    namespace = {}
    exec(compile(SOURCE, "<finally>", "exec"), namespace)
print([(w.category.__name__, w.lineno) for w in caught])
print(namespace["override"](), namespace["loop_override"](), namespace["broken"]())
print((lambda: (yield))().__class__.__name__, (lambda: None)(), (lambda *a: a)(1, 2))
for source in ["return 1", "class C:\n    return 1", "yield 1",
               "def f():\n    return\n    yield\nprint(list(f()))"]:
    try:
        exec(compile(source, "<case>", "exec"))
    except SyntaxError as exc:
        print(repr(source), type(exc).__name__)
