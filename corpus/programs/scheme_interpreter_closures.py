# harness:
#   description: Scheme subset interpreter with closures, tail calls, let forms, quasiquote, call/cc escape and fractions
#   tags: [program, interpreter, parser]
"""A Scheme interpreter with trampolined tail calls."""
import math
import operator
import re
from fractions import Fraction
from functools import reduce


class Symbol(str):
    def __repr__(self):
        return str(self)


class SchemeError(Exception):
    pass


class Escape(Exception):
    def __init__(self, tag, value):
        self.tag, self.value = tag, value


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        self.outer = outer
        match names:
            case Symbol():
                self[names] = list(values)
            case _:
                names, values = list(names), list(values)
                if Symbol(".") in names:
                    dot = names.index(".")
                    self[names[dot + 1]] = values[dot:]
                    names, values = names[:dot], values[:dot]
                if len(names) != len(values):
                    raise SchemeError(
                        f"expected {len(names)} arguments ({' '.join(names)}), got {len(values)}")
                self.update(zip(names, values))

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise SchemeError(f"unbound variable: {name}")


class Lambda:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env


def read(text):
    tokens = re.findall(r'''\s*(,@|[('`,)]|"(?:\\.|[^\\"])*"|;.*|[^\s('"`,;)]+)''', text)
    tokens = [t for t in tokens if not t.startswith(";")]
    position = 0

    def form():
        nonlocal position
        if position >= len(tokens):
            raise SchemeError("unexpected end of input")
        token = tokens[position]
        position += 1
        if token == "(":
            items = []
            while position < len(tokens) and tokens[position] != ")":
                items.append(form())
            if position >= len(tokens):
                raise SchemeError("missing )")
            position += 1
            return items
        if token == ")":
            raise SchemeError("unexpected )")
        if token in ("'", "`", ",", ",@"):
            word = {"'": "quote", "`": "quasiquote", ",": "unquote", ",@": "unquote-splicing"}[token]
            return [Symbol(word), form()]
        return atom(token)

    while position < len(tokens):
        yield form()


def atom(token):
    if token in ("#t", "#f"):
        return token == "#t"
    if token[0] == '"':
        return token[1:-1].encode().decode("unicode_escape")
    for kind in (int, float, Fraction):
        try:
            return kind(token)
        except ValueError:
            pass
    return Symbol(token)


def show(value):
    match value:
        case True:
            return "#t"
        case False:
            return "#f"
        case None:
            return "#<void>"
        case Symbol():
            return str(value)
        case str():
            return '"' + value.replace('"', '\\"') + '"'
        case [Symbol("quote"), x]:
            return "'" + show(x)
        case list():
            return "(" + " ".join(map(show, value)) + ")"
        case Lambda():
            params = " ".join(value.params) if isinstance(value.params, list) else value.params
            return f"#<procedure ({params})>"
    return str(value) if not callable(value) else "#<builtin>"


def divide(a, b):
    if isinstance(a, float) or isinstance(b, float):
        return a / b
    quotient = Fraction(a, b)
    return quotient.numerator if quotient.denominator == 1 else quotient


def chain(op):
    return lambda *args: all(op(a, b) for a, b in zip(args, args[1:]))


GLOBALS = Env()
GLOBALS.update({Symbol(k): v for k, v in {
    "+": lambda *a: sum(a), "*": lambda *a: reduce(operator.mul, a, 1),
    "-": lambda a, *b: a - sum(b) if b else -a, "/": lambda a, *b: reduce(divide, b, a) if b else divide(1,
        a),
    "<": chain(operator.lt), ">": chain(operator.gt), "=": chain(operator.eq), "<=": chain(operator.le),
    "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda a, b: [a] + b, "list": lambda *a: list(a),
    "null?": lambda x: x == [], "length": len, "append": lambda *a: sum(a, []), "modulo": operator.mod,
    "quotient": lambda a, b: int(a / b), "expt": pow, "sqrt": lambda x: math.isqrt(x) if math.isqrt(x) ** 2
    == x
    else math.sqrt(x), "not": lambda x: x is False, "eq?": lambda a, b: a is b or a == b
    and type(a) is type(b),
    "equal?": operator.eq, "string-append": lambda *a: "".join(a), "number->string": str,
    "exact->inexact": float,
    "apply": lambda f, a: call(f, a), "map": lambda f, *ls: [call(f, a) for a in zip(*ls)],
    "call/cc": lambda f: call_cc(f), "symbol?": lambda x: isinstance(x, Symbol), "reverse": lambda x: x[::-1],
    "error": lambda message, *irritants: throw(SchemeError(" ".join([message, *map(show, irritants)]))),
}.items()})


def throw(error):
    raise error


def call(function, args):
    if isinstance(function, Lambda):
        return evaluate([Symbol("begin"), *function.body], Env(function.params, args, function.env))
    return function(*args)


def call_cc(function):
    tag = object()

    def escape(value):
        raise Escape(tag, value)

    try:
        return call(function, [escape])
    except Escape as signal:
        if signal.tag is not tag:
            raise
        return signal.value


def quasi(form, env):
    match form:
        case [Symbol("unquote"), x]:
            return evaluate(x, env)
        case list():
            out = []
            for item in form:
                match item:
                    case [Symbol("unquote-splicing"), x]:
                        out.extend(evaluate(x, env))
                    case _:
                        out.append(quasi(item, env))
            return out
    return form


def evaluate(form, env):
    while True:
        match form:
            case Symbol():
                return env.find(form)[form]
            case [] | str() | int() | float() | Fraction() | None:
                return form
            case ["quote", x]:
                return x
            case ["quasiquote", x]:
                return quasi(x, env)
            case ["if", test, then, *other]:
                form = then if evaluate(test, env) is not False else (other[0] if other else None)
            case ["cond", *clauses]:
                form = next(([Symbol("begin"), *body] for test, *body in clauses
                             if test == "else" or evaluate(test, env) is not False), None)
            case ["define", [name, *params], *body]:
                env[name] = Lambda(params, body, env)
                return None
            case ["define", Symbol() as name, value]:
                env[name] = evaluate(value, env)
                return None
            case ["set!", name, value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case ["lambda", params, *body]:
                return Lambda(params, body, env)
            case ["let", Symbol() as name, bindings, *body]:
                inner = Env(outer=env)
                inner[name] = Lambda([b[0] for b in bindings], body, inner)
                form, env = [name, *[b[1] for b in bindings]], inner
            case ["let", bindings, *body]:
                env = Env([b[0] for b in bindings], [evaluate(b[1], env) for b in bindings], env)
                form = [Symbol("begin"), *body]
            case ["let*", bindings, *body]:
                for name, value in bindings:
                    env = Env([name], [evaluate(value, env)], env)
                form = [Symbol("begin"), *body]
            case ["and", *forms]:
                result = True
                for item in forms:
                    if (result := evaluate(item, env)) is False:
                        break
                return result
            case ["begin", *forms, last]:
                for item in forms:
                    evaluate(item, env)
                form = last
            case [head, *rest]:
                function = evaluate(head, env)
                args = [evaluate(x, env) for x in rest]
                if not isinstance(function, Lambda):
                    if not callable(function):
                        raise SchemeError(f"not a procedure: {show(function)}")
                    return function(*args)
                env = Env(function.params, args, function.env)
                form = [Symbol("begin"), *function.body]
            case _:
                raise SchemeError(f"bad form {form!r}")


PROGRAM = r"""
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 25)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(loop 2000 0)
(define (make-counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define c1 (make-counter)) (define c2 (make-counter))
(list (c1) (c1) (c2) (c1))
(map (lambda (x y) (* x y)) '(1 2 3) '(4 5 6))
(let fib ((n 15)) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
(/ 1 3) (+ 1/3 1/6) (/ 6 3) (exact->inexact 22/7) (sqrt 16) (sqrt 2)
`(1 ,(+ 1 1) ,@(list 3 4) (nested ,(car '(5))))
(call/cc (lambda (return) (map (lambda (x) (if (> x 2) (return x) x)) '(1 2 3 4)) 'never))
(define (sum . xs) (apply + xs))
(sum 1 2 3.5)
((lambda args (length args)) 1 2 3)
(let* ((x 2) (y (* x x))) (cond ((> y 5) 'big) ((= y 4) 'four) (else 'small)))
(string-append "a\"b" (number->string 7/2))
(list (< 1 2 3) (< 1 3 2) (and 1 2) (and) (not 0) (eq? 1 1.0) (equal? '(1 (2)) '(1 (2))))
''x
sum car
(undefined-name) (fact 1 2) (car '()) ("not a function" 1) (error "custom" '(1 "two" #f) 3/4) (+ 'a 1) (/ 5 0)
"""
for expression in read(PROGRAM):
    try:
        value = evaluate(expression, GLOBALS)
        if value is not None:
            print(f"{show(expression)[:70]:<72}=> {show(value)}")
    except Exception as error:
        print(f"{show(expression)[:70]:<72}!! {type(error).__name__}", error if isinstance(error, SchemeError) else "")
for bad in ("(1 2", ")", "'", "(a . b"):
    try:
        print(list(read(bad)))
    except SchemeError as error:
        print(repr(bad), "->", error)
