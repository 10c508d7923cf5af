# harness:
#   description: Pratt parser for arithmetic with functions, variables, comparison chains and pretty printing
#   tags: [program, parser, arithmetic]
"""Expression parser with precedence climbing; trees are evaluated, printed and simplified."""
import math
import re
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Num:
    value: object


@dataclass(frozen=True)
class Name:
    id: str


@dataclass(frozen=True)
class Unary:
    op: str
    arg: object


@dataclass(frozen=True)
class Binary:
    op: str
    left: object
    right: object


@dataclass(frozen=True)
class Call:
    func: str
    args: tuple


TOKEN = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+)|(?P<name>[A-Za-z_]\w*)"
                   r"|(?P<op>\*\*|//|[-+*/%(),!])|(?P<bad>\S))")
LEFT = {"+": 10, "-": 10, "*": 20, "/": 20, "//": 20, "%": 20, "**": 41, "!": 50}
OPS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "//": lambda a, b: a // b, "%": lambda a, b: a % b, "**": lambda a, b: a ** b,
}
FUNCS = {"sqrt": math.sqrt, "max": max, "min": min, "abs": abs, "gcd": math.gcd, "round": round,
         "hyp": math.hypot}


def tokenize(text):
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "bad":
            raise SyntaxError(f"unexpected character {match['bad']!r} at {match.start('bad')}")
        yield kind, match[kind]
    yield "end", ""


class Parser:
    def __init__(self, text, number=lambda s: float(s) if set(s) & set(".eE") else int(s)):
        self.tokens = list(tokenize(text.rstrip()))
        self.index = 0
        self.number = number

    @property
    def current(self):
        return self.tokens[self.index]

    def take(self, value=None):
        kind, text = self.current
        if value is not None and text != value:
            raise SyntaxError(f"expected {value!r} but got {text or 'end'!r}")
        self.index += 1
        return kind, text

    def parse(self):
        tree = self.expression(0)
        if self.current[0] != "end":
            raise SyntaxError(f"trailing {self.current[1]!r}")
        return tree

    def expression(self, power):
        kind, text = self.take()
        match kind, text:
            case "num", _:
                left = Num(self.number(text))
            case "name", _ if self.current[1] == "(":
                left = Call(text, tuple(self.arguments()))
            case "name", _:
                left = Name(text)
            case "op", "-" | "+":
                left = Unary(text, self.expression(30))
            case "op", "(":
                left = self.expression(0)
                self.take(")")
            case _:
                raise SyntaxError(f"cannot start with {text or 'end'!r}")
        while (op := self.current[1]) in LEFT and LEFT[op] > power:
            self.take()
            if op == "!":
                left = Unary("!", left)
            else:
                left = Binary(op, left, self.expression(29 if op == "**" else LEFT[op]))
        return left

    def arguments(self):
        self.take("(")
        while self.current[1] != ")":
            yield self.expression(0)
            if self.current[1] == ",":
                self.take()
        self.take(")")


def evaluate(node, env):
    match node:
        case Num(value):
            return value
        case Name(id=name):
            return env[name]
        case Unary("-", arg):
            return -evaluate(arg, env)
        case Unary("!", arg):
            return math.factorial(evaluate(arg, env))
        case Unary(_, arg):
            return +evaluate(arg, env)
        case Binary(op, left, right):
            return OPS[op](evaluate(left, env), evaluate(right, env))
        case Call(func, args):
            return FUNCS[func](*(evaluate(a, env) for a in args))


def show(node):
    match node:
        case Num(value=v):
            return str(v)
        case Name(id):
            return id
        case Unary("!", arg):
            return f"({show(arg)} !)"
        case Unary(op, arg):
            return f"({op}{show(arg)})"
        case Binary(op, left, right):
            return f"({show(left)} {op} {show(right)})"
        case Call(func, args):
            return f"{func}({', '.join(map(show, args))})"


def simplify(node):
    match node:
        case Binary(op, left, right):
            left, right = simplify(left), simplify(right)
            match op, left, right:
                case _, Num(a), Num(b) if not (op in "//%" and b == 0):
                    return Num(OPS[op](a, b))
                case ("+" , Num(0), x) | ("+", x, Num(0)) | ("*", Num(1), x) | ("*", x, Num(1)):
                    return x
                case ("*", Num(0), _) | ("*", _, Num(0)):
                    return Num(0)
            return Binary(op, left, right)
        case Unary("-", Unary("-", inner)):
            return simplify(inner)
        case _:
            return node


ENV = {"x": 7, "y": -2, "pi": math.pi, "half": 0.5}
for source in ["1 + 2 * 3", "2 ** 3 ** 2", "-2 ** 2", "2 ** -1", "(1 + 2) * 3 - 4 / 8", "-7 // 2 % 3",
               "7 % -3",
               "x * y - - y", "max(1, x, 3) + min(2, y)", "sqrt(2) * sqrt(2)", "5! / 3!", "2 * 3!",
               "1e3 + .5",
               "round(2.5) + round(3.5)", "hyp(3, 4)", "pi * x ** 2", "10 ** 25 // 3", "1 / 3 + half", "-x!"]:
    tree = Parser(source).parse()
    try:
        value = repr(evaluate(tree, ENV))
    except Exception as error:
        value = f"{type(error).__name__}: {error}"
    print(f"{source:<26} {show(tree):<34} = {value}")

for source in ["0 + x * 1", "x * 0 + y", "2 * 3 + x", "--x", "1 / 0 + 0", "(2 + 3) * (4 - 1) * z"]:
    print(f"simplify {source:<22} -> {simplify(Parser(source).parse())}")

exact = Parser("1 / 3 + 1 / 6 - .25 * 3", Fraction).parse()
print("exact:", evaluate(exact, {}), repr(evaluate(exact, {})))
print("hash and eq:", Parser("a+b").parse() == Parser(" a + b ").parse(),
      len({Parser("1").parse(), Num(1), Num(1.0)}))
for bad in ["1 +", "(1 + 2", "1 2", "* 3", "4 $ 4", "f(1", "", "1 / 0", "nope", "sqrt(-1)", "nofunc(1)",
            "(-1)!"]:
    try:
        print(f"{bad!r}: {evaluate(Parser(bad).parse(), ENV)}")
    except Exception as error:
        print(f"{bad!r}: {type(error).__name__}: {error}")
