# harness:
#   description: wording of errors for assigning and deleting items of things that do not allow it
#   tags: [messages, indexing]

CASES = {
    "str item": """
s = 'abc'
s[0] = 'x'
""",
    "tuple item": """
t = (1,)
t[0] = 2
""",
    "tuple del": """
t = (1,)
del t[0]
""",
    "bytes item": """
b = b'a'
b[0] = 1
""",
    "range item": """
r = range(3)
r[0] = 1
""",
    "set item": """
s = {1}
s[0] = 1
""",
    "int item": """
n = 5
n[0] = 1
""",
    "int del item": """
n = 5
del n[0]
""",
    "list index": """
x = []
x[0] = 1
""",
    "list del index": """
x = []
del x[0]
""",
    "list text index": """
x = []
x['a'] = 1
""",
    "list slice": """
x = []
x[0:1] = 5
""",
    "extended slice": """
x = [1, 2, 3]
x[::2] = [1]
""",
    "dict unhashable": """
d = {}
d[[]] = 1
""",
    "dict del": """
d = {}
del d['k']
""",
    "frozen function": "len[0] = 1",
    "none item": "None[0] = 1",
    "augmented tuple": """
t = ([],)
t[0] += [1]
""",
    "generator item": """
g = (x for x in [])
g[0] = 1
""",
    "mapping proxy": "int.__dict__['x'] = 1",
    "memoryview": """
m = memoryview(b'a')
m[0] = 1
""",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
