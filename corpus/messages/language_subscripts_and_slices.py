# harness:
#   description: wording of errors for wrong indexes, keys, slices and for things without subscripts
#   tags: [messages, indexing]

import warnings

warnings.simplefilter("ignore", SyntaxWarning)
items = [1, 2, 3]

EXPRESSIONS = """
items[3]
items[-4]
items["a"]
items[1.5]
items[None:"x"]
items[::0]
items[1, 2]
items[10 ** 30]
(1, 2)[2]
(1, 2)["a"]
"abc"[3]
"abc"["a"]
b"abc"[3]
b"abc"[1.5]
range(3)[3]
range(3)["a"]
bytearray(b"a")[5]
{}["missing"]
{}[[]]
{1}[0]
5[0]
None[0]
len[0]
object()[0]
int[0]
(x for x in [])[0]
items.__setitem__(5, 0)
items.__delitem__(5)
items.__setitem__(slice(None, None, 2), [1])
items.__setitem__(slice(0, 1), 5)
(1, 2).__setitem__
bytearray(b"a").__setitem__(0, 300)
bytearray(b"a").__setitem__(0, "a")
memoryview(b"a")[5]
memoryview(b"a").__setitem__(0, 1)
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
