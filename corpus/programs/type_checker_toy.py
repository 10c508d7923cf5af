# harness:
#   description: Hindley-Milner type inference for a small lambda calculus with let-polymorphism and unification
#   tags: [program, compiler, dataclasses]
"""Infer principal types of little programs."""
import re
from dataclasses import dataclass, field
from itertools import count
from string import ascii_lowercase
from typing import Union


@dataclass(frozen=True)
class Con:
    name: str
    args: tuple = ()


@dataclass(eq=False)
class Var:
    number: int = field(default_factory=count().__next__)
    bound: Union[Con, "Var", None] = None


@dataclass(frozen=True)
class Scheme:
    variables: frozenset
    body: object


INT, BOOL, TEXT = Con("Int"), Con("Bool"), Con("Text")


def arrow(*parts):
    *front, last = parts
    for part in reversed(front):
        last = Con("->", (part, last))
    return last


def listof(inner):
    return Con("List", (inner,))


class TypeProblem(Exception):
    pass


def prune(t):
    while isinstance(t, Var) and t.bound is not None:
        t = t.bound
    return t


def free(t):
    t = prune(t)
    if isinstance(t, Var):
        return {t}
    return set().union(*map(free, t.args))


def show(t, names=None):
    names = {} if names is None else names
    match prune(t):
        case Var() as v:
            return names.setdefault(v, ascii_lowercase[len(names)])
        case Con("->", (a, b)):
            left = show(a, names)
            if isinstance(prune(a), Con) and prune(a).name == "->":
                left = f"({left})"
            return f"{left} -> {show(b, names)}"
        case Con("List", (a,)):
            return f"[{show(a, names)}]"
        case Con("Pair", (a, b)):
            return f"({show(a, names)}, {show(b, names)})"
        case Con(name):
            return name


def unify(a, b):
    a, b = prune(a), prune(b)
    match a, b:
        case Var(), _ if a is b:
            return
        case Var(), _:
            if a in free(b):
                names = {}
                raise TypeProblem(f"infinite type {show(a, names)} = {show(b, names)}")
            a.bound = b
        case _, Var():
            unify(b, a)
        case Con(n, xs), Con(m, ys) if n == m and len(xs) == len(ys):
            for x, y in zip(xs, ys):
                unify(x, y)
        case _:
            names = {}
            raise TypeProblem(f"{show(a, names)} is not {show(b, names)}")


def instantiate(scheme):
    fresh = {v: Var() for v in scheme.variables}

    def copy(t):
        t = prune(t)
        if isinstance(t, Var):
            return fresh.get(t, t)
        return Con(t.name, tuple(map(copy, t.args)))
    return copy(scheme.body)


def infer(node, env):
    match node:
        case bool():
            return BOOL
        case int():
            return INT
        case ("text", _):
            return TEXT
        case str():
            if node not in env:
                raise TypeProblem(f"unknown name {node!r}")
            return instantiate(env[node])
        case ("list", *items):
            inner = Var()
            for item in items:
                unify(inner, infer(item, env))
            return listof(inner)
        case ("fun", name, body):
            argument = Var()
            return arrow(argument, infer(body, env | {name: Scheme(frozenset(), argument)}))
        case ("call", function, argument):
            kind, result = infer(function, env), Var()
            unify(kind, arrow(infer(argument, env), result))
            return result
        case ("if", test, yes, no):
            unify(infer(test, env), BOOL)
            kind = infer(yes, env)
            unify(kind, infer(no, env))
            return kind
        case ("let", name, value, body):
            own = Var()
            kind = infer(value, env | {name: Scheme(frozenset(), own)})
            unify(own, kind)
            outside = set().union(*(free(s.body) - s.variables for s in env.values()))
            return infer(body, env | {name: Scheme(frozenset(free(kind) - outside), kind)})
    raise TypeError(f"cannot infer {node!r}")


TOKENS = re.compile(r"\s*(?:(\d+)|\"([^\"]*)\"|(->|[\\()\[\],=])|(\w+|[-+*<&:]+))")


def parse(text):
    tokens = [m.groups() for m in TOKENS.finditer(text)]
    tokens.append((None, None, "end", None))

    def peek(*wanted):
        return tokens[0][2] in wanted or tokens[0][3] in wanted

    def need(wanted):
        token = tokens.pop(0)
        if wanted not in token[2:]:
            found = next((t for t in token if t is not None), None)
            raise SyntaxError(f"expected {wanted!r}, found {found!r}")

    def name():
        token = tokens.pop(0)
        if token[3] is None or not token[3].isidentifier():
            raise SyntaxError(f"expected a name, found {next(t for t in token if t is not None)!r}")
        return token[3]

    def expression():
        if peek("\\"):
            tokens.pop(0)
            names = [name()]
            while not peek("->"):
                names.append(name())
            need("->")
            body = expression()
            for item in reversed(names):
                body = ("fun", item, body)
            return body
        if peek("let"):
            tokens.pop(0)
            variable = name()
            need("=")
            value = expression()
            need("in")
            return ("let", variable, value, expression())
        if peek("if"):
            tokens.pop(0)
            test = expression()
            need("then")
            yes = expression()
            need("else")
            return ("if", test, yes, expression())
        left = application()
        while tokens[0][3] and not tokens[0][3].isidentifier() and not tokens[0][3].isdigit():
            operator = tokens.pop(0)[3]
            left = ("call", ("call", operator, left), application())
        return left

    def application():
        left = atom()
        while tokens[0][0] or tokens[0][1] is not None or peek("(", "[") or (tokens[0][3]
                or "-").isidentifier() and not peek("then", "else", "in"):
            left = ("call", left, atom())
        return left

    def atom():
        number, string, mark, word = tokens.pop(0)
        if number:
            return int(number)
        if string is not None:
            return ("text", string)
        if word in ("True", "False"):
            return word == "True"
        if word and word.isidentifier():
            return word
        if mark == "(":
            inner = expression()
            need(")")
            return inner
        if mark == "[":
            items = []
            while not peek("]"):
                items.append(expression())
                if not peek("]"):
                    need(",")
            need("]")
            return ("list", *items)
        raise SyntaxError(f"unexpected {mark or word!r}")

    tree = expression()
    need("end")
    return tree


A, B = Var(), Var()


def poly(*parts):
    body = arrow(*parts)
    return Scheme(frozenset(free(body)), body)


TYPES = {
    "+": poly(INT, INT, INT), "-": poly(INT, INT, INT), "*": poly(INT, INT, INT), "<": poly(INT, INT, BOOL),
    "==": poly(A, A, BOOL),
    "&": poly(TEXT, TEXT, TEXT), "head": poly(listof(A), A), "tail": poly(listof(A), listof(A)),
    "empty": poly(listof(A), BOOL),
    "cons": poly(A, listof(A), listof(A)), "pair": poly(A, B, Con("Pair", (A, B))),
    "first": poly(Con("Pair", (A, B)), A),
    "second": poly(Con("Pair", (A, B)), B), "show": poly(A, TEXT),
}
PROGRAMS = r"""
1 + 2 * 3
\x -> x
\f g x -> f (g x)
let id = \x -> x in pair (id 5) (id True)
let fact = \n -> if n < 2 then 1 else n * fact (n - 1) in fact 20
let map = \f xs -> if empty xs then [] else cons (f (head xs)) (map f (tail xs)) in map
let map = \f xs -> if empty xs then [] else cons (f (head xs)) (map f (tail xs)) in \
map (\n -> show (n * n)) [1, 2, 30]
let fold = \f z xs -> if empty xs then z else fold f (f z (head xs)) (tail xs) in \
pair (fold (\a b -> a + b) 0 [1, 2, 3]) (fold (\a b -> a & b) "" ["x", "y"])
let compose = \f g x -> f (g x) in compose show first
\p -> pair (second p) (first p)
\x y -> if x < 1 then [y] else []
[]
[\x -> x, \y -> y + 1]
let twice = \f x -> f (f x) in twice twice (\n -> n * 2) 1
let const = \a b -> a in const 1 (head [])
\x -> x x
1 + True
if 1 then 2 else 3
[1, "two"]
head 5
\f -> pair (f 1) (f True)
let x = y in x
show 1 2
(1
\ -> 3
let 5 = 3 in 1
if True then 1
"""
for line in PROGRAMS.strip().replace("\\\n", " ").splitlines():
    short = line if len(line) < 62 else line[:59] + "..."
    try:
        tree = parse(line)
        print(f"{short:<62} : {show(infer(tree, TYPES))}")
    except (TypeProblem, SyntaxError) as error:
        print(f"{short:<62} ! {type(error).__name__}: {error}")
print(parse(r"\a -> f a [1]"), Con("Int") == INT, hash(Con("X", (INT,))) == hash(Con("X", (INT,))),
      Var() == Var())
print(show(arrow(arrow(INT, BOOL), listof(TEXT))), show(poly(A, B, A).body), len(poly(A, B, A).variables))
