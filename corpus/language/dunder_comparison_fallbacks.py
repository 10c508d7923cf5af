# harness:
#   description: rich comparison fallbacks, subclass priority, identity default, hash removal
#   tags: [data-model, comparison]

import functools

log = []


def tracer(name, result):
    def method(self, other):
        log.append(f"{type(self).__name__}.{name}")
        return result
    return method


class L:
    __eq__ = tracer("eq", NotImplemented)
    __lt__ = tracer("lt", NotImplemented)
    __le__ = tracer("le", NotImplemented)
    __ge__ = tracer("ge", NotImplemented)


class R:
    __eq__ = tracer("eq", NotImplemented)
    __gt__ = tracer("gt", "R.gt answered")


class SubL(L):
    __eq__ = tracer("eq", "sub first")
    __gt__ = tracer("gt", "sub gt")


def show(label, thunk):
    try:
        result = thunk()
    except TypeError:
        result = "TypeError"
    print(f"{label:<14} {' '.join(log):<28} {result}")
    log.clear()


left, right, sub = L(), R(), SubL()
show("L == R", lambda: left == right)
show("L != R", lambda: left != right)
show("L == L self", lambda: left == left)
show("L < R", lambda: left < right)
show("L <= R", lambda: left <= right)
show("R > L", lambda: right > left)
show("R < L", lambda: right < left)
show("L == SubL", lambda: left == sub)
show("L < SubL", lambda: left < sub)
show("L != SubL", lambda: left != sub)
show("in list", lambda: left in [right, left])
show("count", lambda: [right, right].count(left))
show("index", lambda: [1, right, left].index(left))
show("list ==", lambda: [1, left] == [1, right])
show("tuple ==", lambda: (left,) == (left,))
show("max", lambda: max([1, 5, 3], key=lambda v: -v))

print("hash", L.__hash__, SubL.__hash__, R.__hash__)
try:
    hash(left)
except TypeError:
    print("TypeError")
try:
    {left}
except TypeError:
    print("TypeError")


class Keeps(L):
    __hash__ = object.__hash__


keeps = Keeps()
print("hash kept", hash(keeps) == hash(keeps), isinstance(hash(keeps), int))


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


v1, v2, v3 = Version(1, 2), Version(1, 10), Version(1, 2)
print(v1 <= v2, v1 >= v3, v2 > v1, v1 != v3, sorted([v2, v1, Version(0, 9)]), max(v1, v2, v3))
for op in ("<", "<=", ">", ">="):
    try:
        eval(f"v1 {op} 3")
    except TypeError as exc:
        print(op, type(exc).__name__)
print(v1 == 3, v1 != 3, Version.__hash__)
print(object().__eq__(1), object().__ne__(1), object.__lt__(1, 2), (1).__eq__(1.0), (1.0).__eq__(1),
      "a".__lt__(1))
try:
    @functools.total_ordering
    class Nothing:
        pass
except ValueError:
    print("ValueError")


class NegatedOnly:
    def __ne__(self, other):
        return "my ne"


print(NegatedOnly() != 1, NegatedOnly() == 1)
