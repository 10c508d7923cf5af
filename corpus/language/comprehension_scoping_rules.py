# harness:
#   description: scope of comprehension variables (inlined), closures over them, class bodies, nesting
#   tags: [comprehensions, scope]

import sys

x = "module x"
i = "module i"
print([i for i in range(3)], i, {i: j for i, j in enumerate("ab")}, i, {i for i in (1, 1)}, i)


def shadows():
    i = "local i"
    before = i
    result = [i * 2 for i in range(3)]
    return before, result, i


def unbound_after():
    result = [k for k in "ab"]
    try:
        return result, k
    except NameError as exc:
        return result, type(exc).__name__


def unbound_local_survives():
    if False:
        v = 0
    result = [v for v in range(2)]
    try:
        return result, v
    except UnboundLocalError as exc:
        return result, type(exc).__name__


def iterable_uses_same_name():
    z = [3, 4]
    return [z for z in z], z, [[z for z in [z]] for z in z]


print(shadows(), unbound_after(), unbound_local_survives(), iterable_uses_same_name(), sep="\n")


def closures():
    fs = [lambda: n for n in range(3)]
    gs = [lambda n=n: n for n in range(3)]
    hs = {k: (lambda: (k, v)) for k, v in zip("ab", (1, 2))}
    nested = [[lambda: (a, b) for b in range(2)] for a in range(2)]
    return [f() for f in fs], [g() for g in gs], {k: h() for k,
                                                  h in hs.items()}, [f() for row in nested for f in row]


print(*closures(), sep="\n")


def cell_shared_with_outer():
    y = "outer"

    def read():
        return y
    inner_reads = [read() + str(y) for y in range(2)]
    return inner_reads, y, read()


print(cell_shared_with_outer())


class Body:
    x = "class x"
    items = [1, 2]
    direct = [item for item in items]
    condition = [c for c in x if c != " "][:3]
    module_x = [x for _ in items]
    module_inner = [y for _ in items for y in (x,)]
    try:
        bad = [items[n] for n in range(2)]
    except NameError as exc:
        bad = type(exc).__name__
    lambdas = [(lambda: x) for _ in items]
    gen = list(x for _ in items)


print(Body.direct, Body.condition, Body.module_x, Body.module_inner, Body.bad, Body.lambdas[0](), Body.gen[0],
      sep="\n")
print("item" in vars(Body), "_" in vars(Body), "n" in vars(Body))


def sees_locals():
    a = 1
    names = [sorted(locals()) for b in [2]]
    gen_names = list(sorted(n for n in locals() if n.isidentifier()) for b in [2])
    return names, gen_names, sorted(locals())


print(sees_locals())
print([sys._getframe().f_code.co_name for _ in range(1)],
      next(sys._getframe().f_code.co_name for _ in range(1)))


def writes(flag):
    global G
    G = [flag for flag in range(3)]
    return flag, G


print(writes("flag kept"), G)


def with_del():
    n = 5
    out = [n for n in [1, 2]]
    del n
    try:
        [m for m in [n]]
    except UnboundLocalError as exc:
        return out, type(exc).__name__


print(with_del())


def exception_restores():
    v = "kept"
    try:
        [1 // v for v in (1, 0)]
    except ZeroDivisionError:
        pass
    return v


print(exception_restores())


def order():
    log = []

    def t(name, value):
        log.append(name)
        return value
    r = {t("key", k): t("value", v) for k in t("outer", [1, 2]) if t("test", True) for v in t("inner",
            [3]) if t("t2", k)}
    return r, log


print(order())
print([a for a, in [(1,), (2,)]], [b for a, *b in ["xyz", "pq"]], [d["k"] for d in [{}] for d["k"] in (1, 2)])
print([n for n in range(20) if n % 2 if n % 3], [y for n in range(3) for y in [n * n] if y],
      [*(n for n in "ab")])
print([(m, n) for m in range(3) for n in range(m)], [[0] * n for n in range(3)], [not n for n in (0, 1)])
exec("ex = [x for x in range(2)]\nprint(ex, x)", {"x": "exec x"})
print(eval("[x for y in (1, 2)]", {"x": "global in eval"}),
      eval("[x + str(q) for q in (1,)]", {"x": "g"}, {"x": "local "}))
for source in ["[x for x in 1, 2]", "[*x for x in y]", "{**d for d in y}", "[x, y for x in z]",
               "[(yield) for x in y]",
               "[x for x() in y]", "{x: y, for x in y}", "[x for None in y]", "(x for x in y) = 1",
               "[x if y for y in z]"]:
    try:
        compile(source, "<case>", "exec")
        print(source, "compiles")
    except SyntaxError as exc:
        print(source, "->", type(exc).__name__)
