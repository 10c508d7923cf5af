# harness:
#   description: grouping of operators, shown by a recording operand that rebuilds a fully bracketed text
#   tags: [expressions, precedence]

import ast


class Sym:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text

    def _bin(op, reflected=False):
        def method(self, other):
            left, right = (other, self) if reflected else (self, other)
            return Sym(f"({left} {op} {right})")
        return method

    __add__, __radd__ = _bin("+"), _bin("+", True)
    __sub__, __rsub__ = _bin("-"), _bin("-", True)
    __mul__, __rmul__ = _bin("*"), _bin("*", True)
    __truediv__, __rtruediv__ = _bin("/"), _bin("/", True)
    __floordiv__, __mod__, __matmul__ = _bin("//"), _bin("%"), _bin("@")
    __pow__, __rpow__ = _bin("**"), _bin("**", True)
    __lshift__, __rshift__ = _bin("<<"), _bin(">>")
    __and__, __or__, __xor__ = _bin("&"), _bin("|"), _bin("^")
    __lt__, __gt__, __le__ = _bin("<"), _bin(">"), _bin("<=")
    __eq__, __ne__ = _bin("=="), _bin("!=")

    def __neg__(self):
        return Sym(f"(-{self})")

    def __pos__(self):
        return Sym(f"(+{self})")

    def __invert__(self):
        return Sym(f"(~{self})")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Sym(f"{self}.{name}")

    def __call__(self, *args):
        return Sym(f"{self}({', '.join(map(repr, args))})")

    def __getitem__(self, key):
        return Sym(f"{self}[{key}]")


a, b, c, d = (Sym(x) for x in "abcd")

CASES = """
a + b * c - d
a - b - c
a / b * c // d % a @ b
-a ** b
-a ** -b
a ** b ** c
a ** -b ** c
2 ** a
~a ** b
-a.x
-a(b)[c]
a ** b.x(c)
a << b + c
a >> b << c
a & b | c ^ d
a | b & c
a ^ b & c << d + a * b
a < b | c
a == b & c
- + ~ a
+a - -b
a * -b
(a if b else c) + d
a if b else c + d
a or b and c
not a == b
not a or b
a[b](c).x ** d
lambda: a + b
""".strip().splitlines()

for source in CASES:
    value = eval(source)
    print(f"{source:<28} {value() if callable(value) and source.startswith('lambda') else value!r}")

print("-- shapes by ast")
for source in ["not a in b", "a if b else c if d else a", "lambda x: x if x else y", "a, b == c, d",
               "a < b in c is not d", "x := 3", "*a, b", "-1 ** 2", "await_ + 1"]:
    wrapped = f"({source})"
    print(f"{source:<28} {ast.unparse(ast.parse(wrapped, mode='eval'))}")

print("-- with integers")
print(-2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, -7 // 2, -(7 // 2), ~5 ** 2, 1 | 2 == 3, (1 | 2) == 3)
print(not 1 == 2, not (True and False) or True, 5 & 3 == 3, 6 ^ 3 & 1, 1 << 2 + 3, 10 - 4 - 3)
print(1 if False else 2 if False else 3, (lambda: 1 or 2)(), "a" "b" * 2, "a" + "b" * 2)
