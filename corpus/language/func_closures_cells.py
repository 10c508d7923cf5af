# harness:
#   description: closures sharing cells, nonlocal writes, unset cells, cell contents
#   tags: [functions, closures, scope]

import types


def counter(start):
    value = start

    def up(by=1):
        nonlocal value
        value += by
        return value

    def down(by=1):
        nonlocal value
        value -= by
        return value

    def peek():
        return value

    return up, down, peek


up, down, peek = counter(10)
up2, _, peek2 = counter(0)
print(up(), up(5), down(2), peek(), up2(), peek2())
print("shared cell", up.__closure__[0] is down.__closure__[0], up.__closure__[0] is up2.__closure__[0])
print("freevars", up.__code__.co_freevars, counter.__code__.co_cellvars, up.__closure__[0].cell_contents)
up.__closure__[0].cell_contents = 100
print("edited cell", peek())


def late_unset(flag):
    def inner():
        return name
    if flag:
        name = "set"
    return inner


print(late_unset(True)())
unset = late_unset(False)
try:
    unset()
except NameError as exc:
    print(type(exc).__name__)
try:
    unset.__closure__[0].cell_contents
except ValueError:
    print("ValueError")


def deleting():
    value = 1

    def inner():
        return value
    first = inner()
    del value
    try:
        inner()
    except NameError as exc:
        return first, type(exc).__name__


print(deleting())


def unbound():
    try:
        print(later)
    except UnboundLocalError:
        print("UnboundLocalError")
    later = 1
    return later


unbound()


def three_levels():
    x = "outer"

    def middle():
        y = x + ">middle"

        def inner():
            nonlocal x
            x = y + ">inner"
            return x
        return inner
    result = middle()()
    return result, x


print(three_levels())


def loop_closures():
    makers = []
    for n in range(3):
        def show(k=n):
            return n, k
        makers.append(show)
    n = "rebound"
    return [m() for m in makers]


print(loop_closures())


def class_in_closure(word):
    class Holder:
        text = word
        word = "class level"

        def get(self):
            return word
    return Holder


try:
    print(class_in_closure("given"))
except NameError as exc:
    print(type(exc).__name__)


def class_reads_closure(word):
    class Holder:
        text = word.upper()

        def get(self):
            return word
    return Holder


holder = class_reads_closure("given")
print(holder.text, holder().get(), hasattr(holder, "word"))

cell = types.CellType("made by hand")
template = (lambda: (lambda value: (lambda: value))(0))()
remade = types.FunctionType(template.__code__, globals(), "remade", None, (cell,))
print(remade(), remade.__name__, remade.__closure__ == (cell,), types.CellType(1) < types.CellType(2))
for closure in (None, (), (cell, cell), (1,)):
    try:
        types.FunctionType(template.__code__, globals(), "bad", None, closure)
    except (TypeError, ValueError) as exc:
        print(type(exc).__name__)
