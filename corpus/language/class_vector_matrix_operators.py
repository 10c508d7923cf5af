# harness:
#   description: a small vector and matrix library with @, scalar mixing, in-place forms, indexing, iteration
#   tags: [classes, operators]

import math


class Vector:
    __slots__ = ("items",)
    __match_args__ = ("items",)

    def __init__(self, *items):
        self.items = tuple(items)

    def __repr__(self):
        return f"Vector({', '.join(map(repr, self.items))})"

    def __format__(self, spec):
        if spec.endswith("p"):
            return f"<{abs(self):{spec[:-1]}} at {math.atan2(*reversed(self.items[:2])):{spec[:-1]}}>"
        return "(" + ", ".join(format(x, spec) for x in self.items) + ")"

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Vector(*self.items[index])
        return self.items[index]

    def __bool__(self):
        return any(self.items)

    def __eq__(self, other):
        return self.items == other.items if isinstance(other, Vector) else NotImplemented

    def __hash__(self):
        return hash(self.items)

    def __abs__(self):
        return math.hypot(*self)

    def __neg__(self):
        return Vector(*(-x for x in self))

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError(f"lengths differ: {len(self)} and {len(other)}")
        return Vector(*(a + b for a, b in zip(self, other)))

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __sub__(self, other):
        return self + -other

    def __mul__(self, scalar):
        return Vector(*(x * scalar for x in self)) if isinstance(scalar, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, scalar):
        return self * (1 / scalar)

    def __matmul__(self, other):
        match other:
            case Vector(items):
                return sum(a * b for a, b in zip(self.items, items, strict=True))
            case Matrix():
                return Vector(*(self @ column for column in other.columns()))
        return NotImplemented

    def __pow__(self, n, mod=None):
        return Vector(*(pow(x, n, mod) for x in self))

    def __round__(self, ndigits=None):
        return Vector(*(round(x, ndigits) for x in self))

    def __contains__(self, item):
        return any(item == x for x in self)

    def __reversed__(self):
        return iter(self.items[::-1])

    def __lshift__(self, n):
        return Vector(*self.items[n % len(self):], *self.items[:n % len(self)])

    def __call__(self, function):
        return Vector(*map(function, self))


class Matrix:
    def __init__(self, *rows):
        self.rows = [list(row) for row in rows]

    def __repr__(self):
        return "Matrix" + repr(self.rows)

    def columns(self):
        return [Vector(*column) for column in zip(*self.rows)]

    def __matmul__(self, other):
        if isinstance(other, Vector):
            return Vector(*(Vector(*row) @ other for row in self.rows))
        if isinstance(other, Matrix):
            return Matrix(*(Vector(*row) @ other for row in self.rows))
        return NotImplemented

    def __rmatmul__(self, other):
        return f"{type(other).__name__} @ Matrix"

    def __imatmul__(self, other):
        self.rows = (self @ other).rows
        return self

    def __getitem__(self, key):
        match key:
            case int() as r:
                return Vector(*self.rows[r])
            case (int() as r, int() as c):
                return self.rows[r][c]
            case (slice() as r, int() as c):
                return Vector(*(row[c] for row in self.rows[r]))
            case (slice() as r, slice() as c):
                return Matrix(*(row[c] for row in self.rows[r]))
        raise TypeError(f"bad key {key!r}")

    def __setitem__(self, key, value):
        r, c = key
        self.rows[r][c] = value

    def __invert__(self):
        return Matrix(*zip(*self.rows))

    def __pow__(self, n):
        result = Matrix(*([int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))))
        base = self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows


v, w = Vector(3, 4), Vector(1, -2)
print(v + w, v - w, v * 2, 2 * v, v / 2, -v, abs(v), v @ w, v == Vector(3, 4), v == (3, 4), v != w,
      bool(Vector(0, 0)), len(v))
print(sum([v, w, v]), v ** 2, pow(v, 2, 5), round(v / 3, 2), 4 in v, 5 in v, [*reversed(v)],
      Vector(1, 2, 3) << 1, v(str), {v: 1}[Vector(3, 4)])
print(f"{v}", f"{v:.1f}", f"{v:.2fp}", f"{w:>4}", Vector(1, 2, 3)[1:], Vector(1, 2, 3)[-1], max(v), sorted(w),
      tuple(v), dict(zip("xy", v)))
first, second = v
*rest, last = Vector(1, 2, 3)
v += w
print(first, second, rest, last, v, isinstance(v, Vector), v.items)
m, n = Matrix((1, 2), (3, 4)), Matrix((0, 1), (1, 0))
print(m @ n, n @ m, m @ Vector(1, 1), Vector(1, 1) @ m, [1] @ m, ~m, m ** 5, m ** 0, m == ~~m, m[0], m[1, 0],
      m[:, 1], m[0:1, :])
alias = m
m @= n
m[0, 1] = 99
print(alias is m, alias, Matrix((1, 1), (1, 0)) ** 50)
for thunk in (lambda: v + 1, lambda: 1 + v, lambda: v * v, lambda: v * "a", lambda: v @ 5,
              lambda: v + Vector(1), lambda: v @ Vector(1), lambda: v / 0, lambda: m @ 3, lambda: m["k"],
              lambda: m[1, 2, 3],
              lambda: v < w, lambda: v // 2, lambda: +v, lambda: ~v, lambda: setattr(v, "x", 1), lambda: v[5],
              lambda: v["a"], lambda: f"{v:q}", lambda: int(v), lambda: m[5], lambda: hash(m), lambda: v & w,
              lambda: sum([1, v])):
    try:
        print(thunk())
    except Exception as exc:
        print(type(exc).__name__)
