# harness:
#   description: messages when dicts, sets and deques change while they are iterated
#   tags: [errors, messages, dict, set, iteration]


def attempt(text):
    try:
        exec(text, {})
        print(text, "-> fine")
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("d = {1: 1}\nfor k in d: d[k + 1] = 0", "d = {1: 1, 2: 2}\nfor k in d: del d[k]",
             "d = {1: 1}\nfor k in d.items(): d[5] = 0",
             "d = {1: 1, 2: 2}\nfor k in reversed(d): d[k * 10] = 0",
             "d = {1: 1, 2: 2}\nfor k in d:\n    d.pop(k)\n    d[k + 10] = 0",
             "s = {1}\nfor k in s: s.add(k + 1)", "s = {1, 2}\nfor k in s: s.discard(k)",
             "s = {1, 2, 3}\ni = iter(s); next(i); s.clear(); next(i)",
             "from collections import deque\nq = deque([1])\nfor k in q: q.append(2)",
             "from collections import OrderedDict\nd = OrderedDict(a=1)\nfor k in d: d[k * 2] = 1",
             "b = bytearray(b'ab')\nm = memoryview(b)\nfor k in b: b.append(1)",
             "d = {1: 1}\ni = iter(d); d[2] = 2; next(i)", "l = [1, 2]\nl.sort(key=lambda x: l.append(x))"):
    attempt(text)
