# harness:
#   description: assignment expressions in conditions, comprehensions, calls and nested scopes
#   tags: [expressions, walrus, scope]

if (size := len("hello")) > 3:
    print("size", size)

data = iter([3, 1, 4, 0, 9])
seen = []
while (item := next(data)) != 0:
    seen.append(item)
print("loop", seen, item)

squares = [last := n * n for n in range(5)]
print("comprehension leaks target", squares, last)

found = any((witness := word).startswith("b") for word in ["apple", "banana", "berry"])
print("witness", found, witness)
missing = all((counter := n) < 3 for n in range(10))
print("all stops", missing, counter)


def nested():
    total = 0
    running = [total := total + n for n in range(1, 6)]
    deeper = [[inner := (x, y) for y in "ab"] for x in (1, 2)]
    return running, total, deeper, inner


print(nested())


def with_nonlocal():
    value = "outer"

    def change():
        nonlocal value
        [value := f"set {n}" for n in range(3)]
        return value

    return change(), value


print("nonlocal", with_nonlocal())


def with_global():
    global shared
    return [shared := n for n in range(3)]


print("global", with_global(), shared)


def in_lambda():
    make = lambda: (local := 5) + local
    return make(), "local" in locals()


print("lambda scope", in_lambda())
print("tuple binding", (pair := 1, 2), pair)
print("call argument", max((big := 7), 3), big)
print("subscript", [10, 20, 30][(index := 1)], index, "abcdef"[(low := 1):(high := 3)], low, high)
print("f-string", f"{(width := 5)}|{7:{width}}|{width=}")
print("chained", (p := (q := 4) + 1), p, q)
print("short circuit", (first := 0) or (second := 8), first, second)
print("set and dict", {(e := 3), e + 1} == {3, 4}, {(k := "key"): (v := 1)}, k, v)

for source in [
    "x := 1",
    "(x.a := 1)",
    "(x[0] := 1)",
    "((a, b) := 1)",
    "[i := 0 for i in range(3)]",
    "[[(j := 0) for i in range(3)] for j in range(3)]",
    "[i for i in (k := [1])]",
    "class C:\n    y = [z := i for i in range(3)]",
    "f(a=b:=1)",
    "(lambda: (yield)) and (1 := 2)",
    "def f(x=y:=1): pass",
]:
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__)
