# harness:
#   description: everyday program - tokenizer, recursive descent parser, tree simplifier
#   tags: [program, match]

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import reduce
from typing import Callable, Iterator

TOKEN = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>\*\*|//|[-+*/%(),=]))")


class ParseError(ValueError):
    def __init__(self, message, position):
        super().__init__(f"{message} at column {position}")
        self.position = position


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    position: int


@dataclass(frozen=True)
class Num:
    value: int | float

    def __str__(self):
        return f"{self.value:g}"


@dataclass(frozen=True)
class Name:
    name: str

    def __str__(self):
        return self.name


@dataclass(frozen=True)
class Bin:
    op: str
    left: Node
    right: Node

    def __str__(self):
        return f"({self.left} {self.op} {self.right})"


@dataclass(frozen=True)
class Neg:
    operand: Node

    def __str__(self):
        return f"-{self.operand}"


@dataclass(frozen=True)
class Call:
    name: str
    args: tuple[Node, ...] = field(default=())

    def __str__(self):
        return f"{self.name}({', '.join(map(str, self.args))})"


type Node = Num | Name | Bin | Neg | Call


def tokenize(text: str) -> Iterator[Token]:
    position = 0
    while position < len(text.rstrip()):
        match = TOKEN.match(text, position)
        if not match:
            raise ParseError(f"unexpected {text[position:].strip()[0]!r}", position)
        yield Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup))
        position = match.end()
    yield Token("end", "", len(text))


class Parser:
    LEVELS = [{"+", "-"}, {"*", "/", "//", "%"}]

    def __init__(self, text: str):
        self.tokens = list(tokenize(text))
        self.index = 0

    @property
    def current(self) -> Token:
        return self.tokens[self.index]

    def accept(self, *texts: str) -> Token | None:
        if self.current.kind == "op" and self.current.text in texts:
            self.index += 1
            return self.tokens[self.index - 1]
        return None

    def expect(self, text: str):
        if not self.accept(text):
            raise ParseError(f"expected {text!r}, got {self.current.text or 'end'!r}", self.current.position)

    def parse(self) -> Node:
        node = self.level(0)
        if self.current.kind != "end":
            raise ParseError(f"unexpected {self.current.text!r}", self.current.position)
        return node

    def level(self, depth: int) -> Node:
        if depth == len(self.LEVELS):
            return self.unary()
        node = self.level(depth + 1)
        while token := self.accept(*self.LEVELS[depth]):
            node = Bin(token.text, node, self.level(depth + 1))
        return node

    def unary(self) -> Node:
        if self.accept("-"):
            return Neg(self.unary())
        base = self.atom()
        return Bin("**", base, self.unary()) if self.accept("**") else base

    def atom(self) -> Node:
        token = self.current
        self.index += 1
        match token:
            case Token("num", text):
                return Num(float(text) if "." in text else int(text))
            case Token("name", text) if self.accept("("):
                args = []
                while not self.accept(")"):
                    args.append(self.level(0))
                    if not self.accept(","):
                        self.expect(")")
                        break
                return Call(text, tuple(args))
            case Token("name", text):
                return Name(text)
            case Token("op", "("):
                node = self.level(0)
                self.expect(")")
                return node
        raise ParseError(f"unexpected {token.text or 'end'!r}", token.position)


OPS: dict[str, Callable] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "//": lambda a, b: a // b, "%": lambda a, b: a % b, "**": lambda a, b: a ** b,
}
FUNCTIONS = {"max": max, "min": min, "abs": abs, "sum": lambda *a: reduce(OPS["+"], a, 0), "round": round}


def simplify(node: Node) -> Node:
    match node:
        case Bin(op, left, right):
            left, right = simplify(left), simplify(right)
            match op, left, right:
                case ("+", Num(0), x) | ("+", x, Num(0)) | ("*", Num(1), x) | ("*", x, Num(1)) | ("**", x,
                        Num(1)) | ("-", x, Num(0)):
                    return x
                case ("*", Num(0), _) | ("*", _, Num(0)):
                    return Num(0)
                case (_, Num(a), Num(b)) if op not in ("/", "//", "%") or b:
                    return Num(OPS[op](a, b))
            return Bin(op, left, right)
        case Neg(Neg(inner)):
            return simplify(inner)
        case Neg(operand):
            match simplify(operand):
                case Num(value):
                    return Num(-value)
                case other:
                    return Neg(other)
        case Call(name, args):
            return Call(name, tuple(map(simplify, args)))
    return node


def evaluate(node: Node, env: dict) -> float:
    match node:
        case Num(value):
            return value
        case Name(name):
            return env[name]
        case Neg(operand):
            return -evaluate(operand, env)
        case Bin(op, left, right):
            return OPS[op](evaluate(left, env), evaluate(right, env))
        case Call(name, args):
            return FUNCTIONS[name](*(evaluate(a, env) for a in args))


env = {"x": 3, "y": 4.5, "zero": 0}
for text in ["1 + 2 * 3", "2 ** 3 ** 2", "-2 ** 2", "(1 + 2) * -x", "10 - 4 - 3", "7 // 2 % 3",
             "max(x, y, 2) + min(1, 2)", "x * 1 + 0 * y", "--x", "sum()", "sum(1, 2, x * 2,)",
             "1 / zero", "unknown + 1", "nope(1)", "1 +", "(1", "1 $ 2", "", "3 4", "max(1 2)", "x = 1",
             "round(y) + abs(-x)", "1.5 + 2.25", "x ** 0.5 ** 0", "((((x))))", "0 + x ** 1 - 0"]:
    try:
        tree = Parser(text).parse()
        print(f"{text!r:<28} {tree} | {simplify(tree)} | {evaluate(tree, env):g}")
    except ParseError as exc:
        print(f"{text!r:<28} ParseError: {exc} ({exc.position})")
    except (ArithmeticError, LookupError) as exc:
        print(f"{text!r:<28} {type(exc).__name__}: {exc}")
print(repr(Parser("a + f(1)").parse()), Parser("a+1").parse() == Parser(" a + 1 ").parse(),
      len({Parser("q").parse(), Parser("q ").parse()}))
