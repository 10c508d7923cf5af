# harness:
#   description: structural pattern matching over tuples, dicts, classes and literals in an expression simplifier and events
#   tags: [benchmark, match]
#   args: {small: ["40"], full: ["3600"]}
"""Symbolic differentiation and event dispatch with match statements."""
import sys
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Click:
    x: int
    y: int
    button: str = "left"


@dataclass(frozen=True)
class Key:
    code: int
    mods: tuple = ()


def derive(tree, name):
    match tree:
        case int() | float():
            return 0
        case str():
            return int(tree == name)
        case ("+", a, b):
            return ("+", derive(a, name), derive(b, name))
        case ("*", a, b):
            return ("+", ("*", derive(a, name), b), ("*", a, derive(b, name)))
        case ("^", a, int(n)):
            return ("*", ("*", n, ("^", a, n - 1)), derive(a, name))
        case ("sin", a):
            return ("*", ("cos", a), derive(a, name))
        case ("cos", a):
            return ("*", ("*", -1, ("sin", a)), derive(a, name))
    raise ValueError(tree)


def simplify(tree):
    match tree:
        case (op, a):
            return (op, simplify(a))
        case (op, a, b):
            match op, simplify(a), simplify(b):
                case "+", int(x), int(y):
                    return x + y
                case "*", int(x), int(y):
                    return x * y
                case ("+", 0, other) | ("+", other, 0) | ("*", 1, other) | ("*", other, 1) | ("^", other, 1):
                    return other
                case ("*", 0, _) | ("*", _, 0):
                    return 0
                case "^", _, 0:
                    return 1
                case "*", int(x), ("*", int(y), rest):
                    return ("*", x * y, rest)
                case new:
                    return new
    return tree


def size(tree):
    match tree:
        case (_, *parts):
            return 1 + sum(map(size, parts))
        case _:
            return 1


def build(n):
    tree = ("^", "x", n % 4 + 1)
    for i in range(n % 6 + 1):
        match (n + i) % 4:
            case 0:
                tree = ("*", tree, ("+", "x", i))
            case 1:
                tree = ("sin", tree)
            case 2:
                tree = ("+", ("*", i, "y"), tree)
            case _:
                tree = ("cos", ("*", tree, 2))
    return tree


def describe(event):
    match event:
        case Click(0, 0) | Click(x=0, y=0):
            return "origin"
        case Click(x, y, button="right") if x > y:
            return "menu"
        case Click(button="left" | "middle" as button):
            return button
        case Key(27):
            return "escape"
        case Key(code, mods=("ctrl", *others)) if code > 64:
            return f"ctrl{len(others)}"
        case {"type": "scroll", "by": int(by), **rest} if rest:
            return "scroll+" if by > 0 else "scroll-"
        case {"type": str(kind)}:
            return kind
        case [int() | float() as first, *_, str(last)]:
            return f"{type(first).__name__}:{last}"
        case [] | {} | None:
            return "empty"
        case bool(flag):
            return f"flag {flag}"
        case int(n) if n < 0:
            return "negative"
        case "quit" | b"quit":
            return "quit"
        case _:
            return "other"


def events(count):
    for i in range(count):
        yield Click(i % 3, i % 5, ("left", "right", "middle")[i % 3])
        yield Key((27, 66, 90)[i % 3], ("ctrl", "alt")[:i % 3])
        yield {"type": "scroll", "by": i % 7 - 3, "x": 1} if i % 2 else {"type": f"t{i % 4}"}
        yield [i, "mid", "end"] if i % 3 else (i / 2, "tail")
        yield (None, [], i % 2 == 0, -i, "quit", b"quit", {1: 2}, 3.5, "text")[i % 9]


n = int(sys.argv[1])
results = [simplify(derive(build(i), "x")) for i in range(n // 2)]
print("derivatives:", sum(map(size, results)), sum(r == 0 for r in results))
for index in (3, 4, 9, 12):
    print(f"  d/dx {build(index)} = {results[index]}")
print("events:", sorted(Counter(map(describe, events(n))).items()))
print("no match:", end=" ")
try:
    derive(("?", 1), "x")
except ValueError as error:
    print(error)
