# harness:
#   description: generic matrix class over int, float, Fraction and complex with LU, determinant, inverse and eigen iteration
#   tags: [program, data, operators, fractions]
"""A matrix library with exact and floating arithmetic."""
import cmath
import math
from fractions import Fraction
from functools import reduce
from itertools import combinations, permutations
from operator import mul


class ShapeError(ValueError):
    pass


class Matrix:
    def __init__(self, rows):
        self.rows = tuple(tuple(row) for row in rows)
        if len({len(row) for row in self.rows}) > 1:
            raise ShapeError(f"ragged rows {[len(r) for r in self.rows]}")

    @classmethod
    def identity(cls, n, one=1):
        return cls([[one if i == j else one * 0 for j in range(n)] for i in range(n)])

    @classmethod
    def build(cls, height, width, function):
        return cls([function(i, j) for j in range(width)] for i in range(height))

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        match key:
            case (slice() as rows, slice() as columns):
                return Matrix(row[columns] for row in self.rows[rows])
            case (slice() as rows, int(column)):
                return [row[column] for row in self.rows[rows]]
            case (int(row), column):
                return self.rows[row][column]
            case int() | slice():
                return self.rows[key]
        raise TypeError(f"bad index {key!r}")

    def __eq__(self, other):
        return self.rows == other.rows if isinstance(other, Matrix) else NotImplemented

    def __hash__(self):
        return hash(self.rows)

    def zip_with(self, other, operation):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape != other.shape:
            raise ShapeError(f"shapes {self.shape} and {other.shape} differ")
        return Matrix(map(operation, a, b) for a, b in zip(self.rows, other.rows))

    def __add__(self, other):
        return self.zip_with(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self.zip_with(other, lambda a, b: a - b)

    def __mul__(self, scalar):
        if isinstance(scalar, Matrix):
            return NotImplemented
        return Matrix([a * scalar for a in row] for row in self.rows)

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ShapeError(f"cannot multiply {self.shape} by {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([sum(map(mul, row, column)) for column in columns] for row in self.rows)

    def __pow__(self, exponent, modulus=None):
        if exponent < 0:
            return self.inverse() ** -exponent
        result, base = Matrix.identity(self.shape[0]), self
        while exponent:
            if exponent & 1:
                result = result @ base
            base = base @ base
            if modulus:
                result, base = result % modulus, base % modulus
            exponent >>= 1
        return result

    def __mod__(self, modulus):
        return Matrix([a % modulus for a in row] for row in self.rows)

    def lu(self):
        """Return (sign, order, lower, upper) with partial pivoting."""
        n = self.shape[0]
        upper, lower, order, sign = [list(r) for r in self.rows], [[0] * n for _ in range(n)], list(
            range(n)), 1
        for k in range(n):
            pivot = max(range(k, n), key=lambda i: abs(upper[i][k]))
            if not upper[pivot][k]:
                raise ZeroDivisionError("matrix is singular")
            if pivot != k:
                for table in (upper, lower, order):
                    table[k], table[pivot] = table[pivot], table[k]
                sign = -sign
            for i in range(k + 1, n):
                factor = upper[i][k] / upper[k][k]
                lower[i][k] = factor
                upper[i] = [a - factor * b for a, b in zip(upper[i], upper[k])]
        return sign, order, Matrix(lower) + Matrix.identity(n), Matrix(upper)

    def det(self):
        try:
            sign, _, _, upper = self.lu()
        except ZeroDivisionError:
            return 0
        return sign * reduce(mul, (upper[i, i] for i in range(self.shape[0])))

    def leibniz(self):
        n = self.shape[0]
        total = 0
        for order in permutations(range(n)):
            swaps = sum(a > b for a, b in combinations(order, 2))
            total += (-1) ** swaps * math.prod(self.rows[i][j] for i, j in enumerate(order))
        return total

    def inverse(self):
        n = self.shape[0]
        rows = [list(map(Fraction, r)) + list(e) for r,
                e in zip(self.rows, Matrix.identity(n, Fraction(1)).rows)]
        for k in range(n):
            pivot = next((i for i in range(k, n) if rows[i][k]), None)
            if pivot is None:
                raise ZeroDivisionError("matrix is singular")
            rows[k], rows[pivot] = rows[pivot], rows[k]
            rows[k] = [a / rows[k][k] for a in rows[k]]
            for i in range(n):
                if i != k:
                    rows[i] = [a - rows[i][k] * b for a, b in zip(rows[i], rows[k])]
        return Matrix(row[n:] for row in rows)

    def __format__(self, spec):
        cells = [[format(c, spec) for c in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(*cells)]
        return "\n".join("[" + "  ".join(c.rjust(w) for c, w in zip(row, widths)) + "]" for row in cells)

    def __str__(self):
        return format(self, "")

    def __repr__(self):
        return f"Matrix({[list(r) for r in self.rows]})"


A = Matrix([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]])
B = Matrix.build(3, 2, lambda i, j: i * 10 + j)
print("A:", A, sep="\n")
print("A @ B:", repr(A @ B), "T:", repr(B.T), (A @ B).T == B.T @ A.T)
print("det:", A.det(), A.leibniz(), round(A.det(), 9), Matrix([[1, 2], [2, 4]]).det())
print("inverse:", A.inverse(), A.inverse() @ A == Matrix.identity(3), A ** -2 == A.inverse() ** 2, sep="\n")
hilbert = Matrix.build(5, 5, lambda i, j: Fraction(1, i + j + 1))
print("hilbert:", hilbert, "det", hilbert.det(), 1 / hilbert.det(), hilbert.inverse()[4, 4], sep="\n")
print("float hilbert det:", f"{(hilbert * 1.0).det():.6e}", type((hilbert * 1.0)[0, 0]).__name__)
sign, order, lower, upper = (A * 1.0).lu()
print("lu:", sign, order, f"{lower:.4f}", f"{upper:+.3f}", sep="\n")

fibonacci = Matrix([[1, 1], [1, 0]])
print("fib:", (fibonacci ** 90)[0, 1], pow(fibonacci, 10 ** 12, 10 ** 9 + 7)[0, 1], (fibonacci ** 0),
      sep="\n")
print("slices:", A[0], A[:, 1], repr(A[1:, :2]), A[-1, -1], A[0, 1:], A[::2])
print("scalars:", repr(A * 2), repr(Fraction(1, 2) * A)[:40], repr(A * 1j)[:38], hash(A) == hash(A * 1.0),
      A == A * 1.0)

symmetric = Matrix([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]])
vector = Matrix([[1.0], [1.0], [1.0]])
for step in range(60):
    vector = symmetric @ vector
    norm = math.hypot(*vector[:, 0])
    vector = vector * (1 / norm)
print(f"largest eigenvalue {norm:.10f} vector", [f"{v:.6f}" for v in vector[:, 0]])
fourier = Matrix.build(4, 4, lambda i, j: cmath.exp(-2j * cmath.pi * i * j / 4))
signal = Matrix([[1], [2], [0], [-1]])
spectrum = fourier @ signal
print("fourier:", [f"{round(z.real, 9) + 0.0:g}{round(z.imag, 9) + 0.0:+g}j" for z in spectrum[:, 0]])
print("polar:", [f"{abs(z):.5f}" for z in spectrum[:, 0]], complex(1, -0.0), complex("1e3-2j"),
      (1 + 2j).conjugate() ** 2)
rotation = Matrix([[0, -1], [1, 0]])
print("rotation:", [repr(rotation ** n) for n in range(5)])
for label, action in {
    "shape": lambda: A @ Matrix([[1, 2]]), "add": lambda: A + B, "ragged": lambda: Matrix([[1], [1, 2]]),
    "number": lambda: A + 1,
    "matrix *": lambda: A * A, "singular": lambda: Matrix([[1, 2], [2, 4]]).inverse(),
    "index": lambda: A["x"], "range": lambda: A[5],
    "float mod": lambda: pow(fibonacci, 2, 0), "spec": lambda: f"{A:q}",
    "str cell": lambda: Matrix([["x"]]).inverse(),
}.items():
    try:
        print(label, repr(action()))
    except Exception as error:
        print(f"{label}: {type(error).__name__}")
