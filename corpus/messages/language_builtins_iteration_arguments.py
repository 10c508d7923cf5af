# harness:
#   description: wording of errors for wrong arguments to len, iter, sum, max, sorted, zip and the like
#   tags: [messages, builtins]

EXPRESSIONS = """
len(5)
iter(5)
next([])
next(iter([]))
next(iter([]), "end")
sum("abc")
sum(["a"])
sum([[1]], start=[0])
sum(["a"], start="")
max([])
max([], default=None)
max(1)
min(1, "a")
sorted([1, "a"])
sorted([3, 1], key=None, reverse=1)
sorted([1], key=5)
zip([1], [1, 2], strict=True)
list(zip([1], [1, 2], strict=True))
list(zip([1, 2], [1], strict=True))
list(zip([1], [1], [], strict=True))
list(map(lambda a, b: a, [1, 2]))
list(enumerate("ab", start="x"))
reversed({1})
reversed(5)
hash([])
classmethod(1)(2)
any(5)
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
