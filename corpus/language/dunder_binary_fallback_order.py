# harness:
#   description: binary operator dispatch with reflected methods, subclass priority and NotImplemented
#   tags: [data-model, operators]

import operator

log = []


class A:
    name = "A"

    def __add__(self, other):
        log.append(f"{self.name}.add")
        return NotImplemented

    def __radd__(self, other):
        log.append(f"{self.name}.radd")
        return NotImplemented

    def __sub__(self, other):
        log.append(f"{self.name}.sub")
        return f"{self.name}-{type(other).__name__}"

    def __rsub__(self, other):
        log.append(f"{self.name}.rsub")
        return f"{type(other).__name__}-{self.name} (r)"


class SubSame(A):
    name = "SubSame"


class SubOverride(A):
    name = "SubOverride"

    def __radd__(self, other):
        log.append("SubOverride.radd")
        return "from override"

    def __rsub__(self, other):
        log.append("SubOverride.rsub")
        return "override rsub"


class Other:
    name = "Other"

    def __radd__(self, other):
        log.append("Other.radd")
        return "Other took it"


def attempt(label, op, left, right):
    try:
        result = op(left, right)
    except TypeError:
        result = "TypeError"
    print(f"{label:<20} {' '.join(log):<30} {result}")
    log.clear()


attempt("A + A", operator.add, A(), A())
attempt("A + int", operator.add, A(), 1)
attempt("int + A", operator.add, 1, A())
attempt("A + SubSame", operator.add, A(), SubSame())
attempt("A + SubOverride", operator.add, A(), SubOverride())
attempt("SubOverride + A", operator.add, SubOverride(), A())
attempt("A + Other", operator.add, A(), Other())
attempt("Other + A", operator.add, Other(), A())
attempt("A - SubSame", operator.sub, A(), SubSame())
attempt("A - SubOverride", operator.sub, A(), SubOverride())
attempt("str - A", operator.sub, "text", A())
attempt("A += A", operator.iadd, A(), A())
attempt("A * A", operator.mul, A(), A())
attempt("A *= 2", operator.imul, A(), 2)
attempt("A @ A", operator.matmul, A(), A())
attempt("A >> None", operator.rshift, A(), None)


class Blocked:
    __add__ = None
    __radd__ = None


class Takes:
    def __radd__(self, other):
        return "taken"


attempt("None blocks", operator.add, Blocked(), Takes())
attempt("None rblocks", operator.add, Takes(), Blocked())


class IntLike(int):
    def __add__(self, other):
        return "IntLike.add"

    def __radd__(self, other):
        return "IntLike.radd"


print(IntLike(1) + 1, 1 + IntLike(1), 1.0 + IntLike(1), True + IntLike(1), 2 * IntLike(3))
print(A().__add__(1), (1).__add__("x"), (1).__add__(1.5), "a".__mul__(2), "a".__mod__(()))
log.clear()


class StrLike(str):
    def __radd__(self, other):
        return "StrLike.radd"

    def __rmod__(self, other):
        return "StrLike.rmod"


print("x" + StrLike("y"), "%s" % StrLike("y"), StrLike("y") + "x")
for expr in ["1 + 'a'", "'a' + 1", "[] + ()", "() + []", "{} + {}", "None * 2", "'a' * 'b'", "2 ** 'x'",
             "-'a'",
             "~1.5", "divmod('a', 2)", "1 @ 2", "'a' % 1", "b'a' + 'b'", "{1} - [1]", "[1] * 1.5", "3 | 'x'"]:
    try:
        print(expr, "=", eval(expr))
    except TypeError as exc:
        print(f"{expr}: {type(exc).__name__}")
