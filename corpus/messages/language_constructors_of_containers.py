# harness:
#   description: wording of errors for arguments that list, dict, set, tuple and type refuse
#   tags: [messages, builtins]

EXPRESSIONS = """
list(5)
tuple(5)
dict(5)
dict([1])
dict([(1, 2, 3)])
set(5)
set([[]])
type("X", (), 5)
type("X", 5, {})
type(5, (), {})
set().pop()
set().remove("k")
dict([(1, 2), 3])
dict(["ab", "c"])
list(None)
set(None)
{}.fromkeys(5)
{**5}
[*5]
{*5}
dict(**5)
dict(a=1, **{"a": 2})
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
