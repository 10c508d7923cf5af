# harness:
#   description: binary and in-place operator dispatch, reflected methods, subclass priority, comparisons
#   tags: [operators, dunder]
import operator

OPERATORS = {"add": "+", "sub": "-", "mul": "*", "matmul": "@", "truediv": "/", "floordiv": "//", "mod": "%",
             "divmod": "divmod", "pow": "**", "lshift": "<<", "rshift": ">>", "and": "&", "xor": "^",
             "or": "|"}


def make(name, supported, bases=()):
    namespace = {"__repr__": lambda self: name}
    for op in OPERATORS:
        for prefix in ("", "r", "i"):
            method = f"__{prefix}{op}__"

            def implementation(self, other, *modulus, method=method):
                log.append(f"{name}.{method}")
                return f"{name}{method}{other!r}" if method in supported else NotImplemented

            namespace[method] = implementation
    return type(name, bases, namespace)


log = []
Left = make("Left", {"__add__", "__mul__", "__iadd__", "__pow__"})
Right = make("Right", {"__radd__", "__rsub__", "__rmod__"})
Child = make("Child", {"__radd__", "__rmul__"}, (Left,))


def run(label, function):
    log.clear()
    try:
        outcome = function()
    except Exception as error:
        outcome = type(error).__name__
    print(f"{label}: {outcome} {log}")


for op, symbol in OPERATORS.items():
    if op == "divmod":
        run("divmod(Left, Right)", lambda: divmod(Left(), Right()))
        run("divmod(1, Left)", lambda: divmod(1, Left()))
        continue
    run(f"Left {symbol} Right", lambda: eval(f"l {symbol} r", {"l": Left(), "r": Right()}))
    run(f"1 {symbol} Right", lambda: eval(f"1 {symbol} r", {"r": Right()}))
run("same type", lambda: Left() - Left())
run("child on the right goes first", lambda: Left() + Child())
run("child on the right, missing", lambda: Left() - Child())
run("child on the left", lambda: Child() + Left())
run("child mul", lambda: Left() * Child())
run("pow three", lambda: pow(Left(), 2, 3))
run("rpow three", lambda: pow(2, Left(), 3))


def inplace(symbol, value, other):
    namespace = {"x": value, "o": other}
    exec(f"x {symbol}= o", namespace)
    return namespace["x"]


run("iadd found", lambda: inplace("+", Left(), 1))
run("isub falls to sub then rsub", lambda: inplace("-", Left(), Right()))
run("imul falls to mul", lambda: inplace("*", Left(), 1))
run("ixor nothing", lambda: inplace("^", Left(), Right()))
run("list += str", lambda: inplace("+", [1], "ab"))
run("tuple += list", lambda: inplace("+", (1,), [2]))
run("int //= float", lambda: inplace("//", 7, 2.0))
run("set -= set", lambda: inplace("-", {1, 2}, {2}))
run("set += set", lambda: inplace("+", {1}, {2}))
run("dict |= pairs", lambda: inplace("|", {1: 2}, [(3, 4)]))
run("None @= 1", lambda: inplace("@", None, 1))
run("int **= str", lambda: inplace("**", 2, "a"))
run("str %= tuple", lambda: inplace("%", "%s-%s", (1, 2)))
run("list *= float", lambda: inplace("*", [1], 1.5))


class Ordered:
    def __init__(self, name, **answers):
        self.name, self.answers = name, answers

    def __repr__(self):
        return self.name


for comparison in ("lt", "le", "eq", "ne", "gt", "ge"):
    def method(self, other, comparison=comparison):
        log.append(f"{self.name}.{comparison}")
        return self.answers.get(comparison, NotImplemented)

    setattr(Ordered, f"__{comparison}__", method)


class SubOrdered(Ordered):
    pass


a, b, c = Ordered("a", lt="a<", eq=[], gt="a>"), Ordered("b", gt="b>",
                                                         le="b<="), SubOrdered("c", gt="c>", ne="c!=")
for symbol in ("<", "<=", "==", "!=", ">", ">="):
    for left, right in ((a, b), (b, a), (a, c), (c, a), (b, 5), (5, b)):
        run(f"{left} {symbol} {right}", lambda: eval(f"l {symbol} r", {"l": left, "r": right}))
run("chain stops", lambda: a == b < c)
run("chain goes on", lambda: a < b < c > 5)
run("not equal by default inverts", lambda: (object() != object(),
                                             type("E", (), {"__eq__": lambda s, o: "yes"})() != 1,
                                             type("E", (), {"__eq__": lambda s, o: 0})() != 1))
run("instance methods are ignored", lambda: setattr(a, "__lt__", lambda o: "instance") or a < b)
run("unary", lambda: [operator.neg(True), operator.pos(False), operator.invert(5), -(-3), +-+3, not not 0,
                      - -1.5])
for text in ("-'a'", "+[]", "~1.5", "-None", "~'x'", "abs('a')", "not_ = not []", "+{}", "-object"):
    run(text, lambda: eval(text.replace("not_ = ", "")))
run("operator functions", lambda: [operator.add("a", "b"), operator.concat([1], [2]),
                                   operator.contains("abc", "b"), operator.countOf([1, True, 2], 1),
                                   operator.indexOf("abc", "c"), operator.iadd([1], [2]),
                                   operator.index(True), operator.itemgetter(1, -1)("abc"),
                                   operator.attrgetter("real", "imag")(3),
                                   operator.methodcaller("split", "-")("a-b"), operator.truth([]),
                                   operator.is_not(1, None), operator.matmul.__name__])
run("concat ints", lambda: operator.concat(1, 2))
run("index float", lambda: operator.index(1.0))
