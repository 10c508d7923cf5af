# harness:
#   description: wording of errors for operators between types that do not support them
#   tags: [messages, operators]

import decimal

EXPRESSIONS = """
"a" + 1
[] + ()
() + []
"a" * "b"
[1] * 1.5
"a" - "b"
{} + {}
{1} + {2}
{1} | [2]
None + 1
1 @ 2
1 << 1.5
~1.5
-"a"
+[]
1 < "a"
[1] < ["a"]
{} < {}
None < None
1j < 2j
b"a" + "a"
"a" in 5
5 in "a"
1 in b"a" + "b"
1 if None < 0 else 2
print >> 1
divmod("a", 1)
decimal.Decimal(1) + 1.0
2 ** "x"
abs is not None and -object
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
