# harness:
#   description: __index__, __int__, __float__, __complex__, __round__ and kin, and which built-ins use which
#   tags: [data-model, numbers]

import math
import operator


class Idx:
    def __index__(self):
        return 3


class Flt:
    def __float__(self):
        return 2.5


class Integral:
    def __int__(self):
        return 7


class Cplx:
    def __complex__(self):
        return 1 + 2j


class Rounder:
    def __round__(self, ndigits="absent"):
        return f"round {ndigits}"

    def __trunc__(self):
        return "trunc"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __abs__(self):
        return "abs"

    def __divmod__(self, other):
        return f"divmod {other}"

    def __rdivmod__(self, other):
        return f"rdivmod {other}"

    def __pow__(self, other, mod=None):
        return f"pow {other} {mod}"

    def __rpow__(self, other, mod=None):
        return f"rpow {other} {mod}"

    def __neg__(self):
        return "neg"


class Bad:
    def __index__(self):
        return 1.5

    __int__ = __float__ = __complex__ = lambda self: "text"


class SubInt(int):
    pass


def attempt(label, thunk):
    try:
        print(f"{label}: {thunk()!r}")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}")


i = Idx()
attempt("list index", lambda: [10, 20, 30, 40][i])
attempt("slice", lambda: list(range(10))[:i])
attempt("range", lambda: range(i))
attempt("repeat", lambda: "ab" * i)
attempt("repeat left", lambda: i * [1])
attempt("hex", lambda: (hex(i), oct(i), bin(i), chr(i), operator.index(i)))
attempt("int/float/complex", lambda: (int(i), float(i), complex(i)))
attempt("format", lambda: "%d %x" % (i, i))
attempt("bytes", lambda: bytes(i))
attempt("shift", lambda: 1 << i)
attempt("round digits", lambda: round(3.14159, i))
attempt("math", lambda: (math.factorial(i), math.gcd(i, 9), math.sqrt(i)))
attempt("float only int", lambda: int(Flt()))
attempt("float only", lambda: (float(Flt()), complex(Flt()), math.floor(Flt().__float__())))
attempt("float index", lambda: [1, 2, 3][Flt()])
attempt("float %d", lambda: "%d" % Flt())
attempt("float %f", lambda: "%.2f" % Flt())
attempt("int only", lambda: int(Integral()))
attempt("int only float", lambda: float(Integral()))
attempt("int only %d", lambda: "%d" % Integral())
attempt("int only %x", lambda: "%x" % Integral())
attempt("int only range", lambda: range(Integral()))
attempt("complex", lambda: complex(Cplx()))
attempt("complex float", lambda: float(Cplx()))
r = Rounder()
attempt("round", lambda: (round(r), round(r, 2), round(r, None)))
attempt("math funcs", lambda: (math.trunc(r), math.floor(r), math.ceil(r), abs(r), -r))
attempt("divmod", lambda: (divmod(r, 1), divmod(1, r)))
attempt("pow", lambda: (pow(r, 2), pow(r, 2, 5), r ** 3, 2 ** r, pow(4, r, 7)))
attempt("int trunc only", lambda: int(r))
b = Bad()
attempt("bad index", lambda: [1][b])
attempt("bad int", lambda: int(b))
attempt("bad float", lambda: float(b))
attempt("bad complex", lambda: complex(b))
attempt("plain object int", lambda: int(object()))
attempt("plain object float", lambda: float(object()))
attempt("plain round", lambda: round(object()))
attempt("sub int", lambda: (type(SubInt(5) + 1), type(int(SubInt(5))), type(-SubInt(5)),
                            type(operator.index(SubInt(5)))))
attempt("slice indices", lambda: slice(i, None, i).indices(10))
for container in ("abc", b"abc", [1], (1,), range(3), bytearray(2), memoryview(b"xy")):
    for key in ("1", 0.0, None, 5):
        attempt(f"{type(container).__name__}[{key!r}]", lambda: container[key])
