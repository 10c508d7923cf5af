# harness:
#   description: in-place operators with __iadd__ and friends, fallback to plain ones
#   tags: [data-model, operators, assignment]


class Acc:
    def __init__(self, items=()):
        self.items = list(items)

    def __repr__(self):
        return f"Acc({self.items})"

    def __iadd__(self, other):
        self.items.append(other)
        return self

    def __add__(self, other):
        return Acc(self.items + ["added", other])

    def __imul__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return Acc(self.items * other)

    def __isub__(self, other):
        return f"replaced by {other}"


a = b = Acc([1])
a += 2
print("iadd same object", a, a is b)
a = a + 3
print("add new object", a, b, a is b)
a = b
a *= 2
print("imul falls back", a, b, a is b)
b -= "x"
print("isub rebinding", b)


class Holder:
    items = [1, 2]


h = Holder()
h.items += [3]
print("class list mutated and bound", Holder.items, h.__dict__, h.items is Holder.items)

pair = ([1], "t")
try:
    pair[0] += [2]
except TypeError as exc:
    print("tuple item:", type(exc).__name__, pair)

x = y = [1]
x += (2, 3)
x += "ab"
x *= 2
print("list takes any iterable", x, x is y)
try:
    x + (2,)
except TypeError:
    print("TypeError")

s = t = "ab"
s += "c"
print("str", s, t)
n = m = 5
n **= 2
n //= 3
n <<= 2
n |= 1
n ^= 0b1010
n %= 19
n -= 2
print("int chain", n, m)
f = 7
f /= 2
print("int to float", f)
d = {"a": 1}
e = d
e |= {"b": 2}
e |= [("c", 3)]
print("dict", d, d is e)
u = v = {1, 2, 3}
u &= {2, 3, 4}
u ^= {3, 9}
u -= {9}
print("set", u, u is v)
fs = gs = frozenset([1])
fs |= {2}
print("frozenset", sorted(fs), sorted(gs))
ba = bb = bytearray(b"x")
ba += b"yz"
ba *= 2
print("bytearray", ba, ba is bb)


class Trace(dict):
    def __getitem__(self, key):
        print("  get", key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        print("  set", key, value)
        super().__setitem__(key, value)


trace = Trace(k=1)
trace["k"] += 4
try:
    trace["k"] += "text"
except TypeError:
    print("TypeError")


class OldStyle:
    def __add__(self, other):
        return NotImplemented


o = OldStyle()
for source in ["o += 1", "o -= 1", "o **= 2", "o @= 1", "o //= 2"]:
    try:
        exec(source)
    except TypeError as exc:
        print(f"{source}: {type(exc).__name__}")
for source in ["a, b += 1", "f() += 1", "(a) += 1", "[a] += 1", "1 += 1", "a += b += 1", "(a := 1) += 1"]:
    try:
        compile(source, "<case>", "exec")
        print(source, "compiles")
    except SyntaxError as exc:
        print(f"{source}: {type(exc).__name__}")
