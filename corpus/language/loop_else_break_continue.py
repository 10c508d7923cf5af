# harness:
#   description: for and while with else, break, continue, loop variable after the loop
#   tags: [loops, control-flow]

log = []


def show(label, value=""):
    print(f"{label}: {' '.join(map(str, log))} {value}".rstrip())
    log.clear()


for n in range(3):
    log.append(n)
else:
    log.append("else")
show("exhausted", n)
for n in range(9):
    if n == 2:
        break
    log.append(n)
else:
    log.append("else")
show("broken", n)
for never in []:
    pass
else:
    log.append("empty else")
show("empty", "never" in globals())
i = 5
while i:
    i -= 1
    if i % 2:
        continue
    log.append(i)
else:
    log.append(f"else i={i}")
show("while")
while True:
    log.append("once")
    break
else:
    log.append("not reached")
show("while true")
while False:
    pass
else:
    log.append("else of false")
show("while false")

for a in range(3):
    for b in range(3):
        if b == a:
            log.append(f"skip{a}{b}")
            break
        log.append(f"{a}{b}")
    else:
        log.append("inner else")
        continue
    if a == 2:
        break
else:
    log.append("outer else")
show("nested", (a, b))


def find(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            return index
    else:
        return -1


def search(matrix, wanted):
    for r, row in enumerate(matrix):
        for c, value in enumerate(row):
            if value == wanted:
                break
        else:
            continue
        break
    else:
        return None
    return r, c


print(find("abc", "c"), find("abc", "z"), search([[1, 2], [3, 4]], 3), search([[1]], 9))

items = [1, 2, 3, 4, 5, 6]
for item in items:
    if item % 2 == 0:
        items.remove(item)
    log.append(item)
show("removing", items)
items = [1, 2, 3]
for item in items:
    if len(items) < 7:
        items.append(item * 10)
    log.append(item)
show("appending", len(items))
for item in items[:]:
    items.remove(item)
show("copy", items)
for x in [1, 2, 3]:
    log.append(x)
    x = 99
show("rebinding", x)
n = 3
for n in range(n):
    log.append(n)
show("same name", n)


class Box:
    pass


box, store = Box(), {}
for box.value in "ab":
    log.append(box.value)
for store["k"] in (1, 2):
    log.append(store["k"])
for store["i"], [box.x, *box.rest] in [(0, "pqr"), (1, "st")]:
    log.append(f"{store['i']}{box.x}{box.rest}")
show("targets", (vars(box), store))
for (i), [j], (k,) in [(1, [2], (3,))]:
    log.append(i + j + k)
for i, j in zip(range(3), "ab"):
    log.append(f"{i}{j}")
for i in 1, 2, *(3, 4):
    log.append(i)
show("tuples")


class Finite:
    def __init__(self, n):
        self.n, self.closed = n, False

    def __iter__(self):
        log.append("iter")
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


source = Finite(4)
for value in source:
    if value == 2:
        break
for value in source:
    log.append(value)
else:
    log.append("resumed to the end")
show("shared iterator")
for word in "a,b,,c".split(","):
    if not word: continue  # noqa: E701
    log.append(word)
show("one line if")
for ch in "xy": log.append(ch); log.append(ch * 2)  # noqa: E701, E702
show("one line body")
total = 0
while (total := total + 3) < 10: log.append(total)  # noqa: E701
else: log.append("end")  # noqa: E701
show("walrus while", total)
for value in reversed(range(0, 10, 4)):
    log.append(value)
for key in {"one": 1, "two": 2}:
    log.append(key)
for index, (key, value) in enumerate({"p": 1}.items(), start=5):
    log.append(f"{index}{key}{value}")
for left, right in zip("ab", [1, 2], strict=True):
    log.append(f"{left}{right}")
show("iterables")
numbers = iter(range(10))
for number in numbers:
    log.append((number, next(numbers, None), next(numbers, "end")))
show("consuming inside")
for text in ["break", "continue", "for x in y: pass\nelse: break", "while 1: pass\nelse: continue",
             "def f(): break",
             "for x in y:\n    def g(): break", "for x in y:\n    class C: continue", "if 1: break",
             "for f() in x: pass", "for x in: pass",
             "for 1 in x: pass", "for x, in y: pass", "for x y: pass", "while: pass", "for x in y pass",
             "else: pass", "for x in *y: pass",
             "for (x in y): pass", "lambda: break", "with x:\n    continue"]:
    try:
        compile(text, "<case>", "exec")
        print(repr(text), "compiles")
    except SyntaxError as exc:
        print(repr(text), type(exc).__name__)
