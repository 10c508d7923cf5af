# harness:
#   description: chained comparisons with short-circuit, mixed operators and objects returning non-booleans
#   tags: [expressions, comparison]


class Num:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"N{self.value}"

    def __lt__(self, other):
        print(f"  {self} < {other}")
        return self.value < other.value

    def __le__(self, other):
        print(f"  {self} <= {other}")
        return self.value <= other.value

    def __eq__(self, other):
        print(f"  {self} == {other}")
        return self.value == other.value

    __hash__ = None


def n(value):
    print(f"  make {value}")
    return Num(value)


print("full chain")
print(n(1) < n(2) <= n(2) == n(2))
print("stops early")
print(n(3) < n(2) < n(9) < n(10))
print("reflected greater uses lt of the right")
print(n(5) > n(4))
print("not-equal falls back on eq")
print(n(5) != n(5))


class Fancy:
    """Comparison results are lists or strings: the chain gives back the deciding one."""

    def __init__(self, result):
        self.result = result

    def __lt__(self, other):
        return self.result

    def __gt__(self, other):
        return ("reflected", self.result)


print("non-boolean", Fancy([1]) < 5 < 9, Fancy([]) < 5 < 9, Fancy("x") < 3, 3 < Fancy("y"))
print("last value", 1 < 2 < Fancy("z"), 1 < Fancy("z") < 2)

print("mixed", 1 < 3 > 2 != 4 in [4] is not None)
print("in chain", 1 in [1, 2] == True, (1 in [1, 2]) == True, 1 in [1] in [[1]])
print("is chain", None is None is None, None is None is not False)
print("same operands", 1 == 1.0 == True == (1 + 0j), "a" < "b" < "c" > "b")
print("not", not 1 < 2 < 3, not 1 < 2 > 3)


class Explodes:
    def __bool__(self):
        raise ValueError("no truth here")


class GivesExploding:
    def __lt__(self, other):
        return Explodes()


print("unconsulted truth", type(GivesExploding() < 1).__name__)
try:
    GivesExploding() < 1 < 2
except ValueError as exc:
    print("consulted truth:", exc)

for left, right in [(1, "a"), ([], ()), (None, 0), (1j, 2j), ({}, {}), (object, 3)]:
    try:
        print(left < right)
    except TypeError:
        print("TypeError")

values = [0, 3, 5, 10, 11]
print([v for v in values if 0 < v <= 10], [0 < v == 5 for v in values])
nan = float("nan")
print("nan", nan == nan, nan != nan, nan < nan, nan in [nan], [nan] == [nan], 1 < nan < 2, not nan < 1)
