# harness:
#   description: literal, value, capture, wildcard, or- and as-patterns with guards and their comparison rules
#   tags: [match]

import enum
import types


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


config = types.SimpleNamespace(limit=10, inner=types.SimpleNamespace(name="deep"))


def literal(x):
    match x:
        case 0:
            return "zero"
        case -1:
            return "minus one"
        case 1.5:
            return "one and a half"
        case 2 + 3j:
            return "complex"
        case -2 - 1j:
            return "negative complex"
        case "a" "b":
            return "joined string"
        case b"raw":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "false"
        case _:
            return "other"


for value in (0, 0.0, False, -1, 1.5, 2 + 3j, -2 - 1j, "ab", b"raw", None, True, 1, 1.0, "raw", [], ...):
    print(f"{value!r}: {literal(value)}")


def values(x):
    match x:
        case Colour.RED:
            return "red"
        case config.limit:
            return "limit"
        case config.inner.name:
            return "deep name"
        case Colour.RED | Colour.BLUE as colour:
            return f"other colour {colour.name}"
        case 1 | 2 | 3 as small if small != 2:
            return f"small {small}"
        case int(n) | float(n) if n > 100:
            return f"big {n}"
        case str() as text if (size := len(text)) > 3:
            return f"text of {size}"
        case captured:
            return f"captured {captured!r}"


for value in (Colour.RED, Colour.BLUE, 10, 10.0, "deep", 1, 2, 3, 500, 100.5, "long text", "abc"):
    print(values(value))

log = []


class Noisy:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        log.append(f"{self.name}=={other!r}")
        return other == self.name


def order(x):
    match x:
        case 1 | "a" | None:
            return "first"
        case "b" | 2 if log.append("guard"):
            return "guard true"
        case config.limit:
            return "value"
        case _ if log.append("wild guard") is None:
            return "wild"


for name in ("a", "b", 10, "none"):
    print(order(Noisy(name)), log)
    log.clear()


def no_case(x):
    result = "untouched"
    match x:
        case 5:
            result = "five"
    return result


print(no_case(5), no_case(6))


def bindings(x):
    match x:
        case (a, b) if a > b:
            return "descending"
        case (a, 0):
            return f"zero {a}"
        case [first, *_] | {"first": first}:
            return f"first {first}, a={locals().get('a')}"
    return sorted(k for k in locals() if k != "x")


print(bindings((3, 1)), bindings((-5, 0)), bindings((1, 5)), bindings({"first": "m"}), bindings(5),
      bindings([]))

match = {"match": 1}
case = 5
_ = "soft keyword variable"
type = "also soft"
print(match["match"], case, _, type, match  ["match"])
match (case):
    case 5:
        print("parenthesised subject")
match 1, 2:
    case 1, second:
        print("tuple subject", second)
match *[1, 2], 3:
    case [*everything]:
        print("starred subject", everything)
match -case:
    case -5:
        print("negated subject")
match not case:
    case False:
        print("not subject")
match (walrus := 7):
    case 7:
        print("walrus", walrus)
match lambda: 5:
    case f:
        print("lambda subject", f())
del type

for source in ["match x:\n case a: pass\n case b: pass", "match x:\n case _: pass\n case 1: pass",
               "match x:\n case a | b: pass", "match x:\n case (a, a): pass", "match x:\n case a | 1: pass",
               "match x:\n case [a] | [b]: pass", "match x:\n case 1 + 2: pass", "match x:\n case -a: pass",
               "match x:\n case f'x': pass", "match x:\n case a.b(): pass",
               "match x:\n case {**rest, 'a': 1}: pass",
               "match x:\n case {'a': 1, 'a': 2}: pass", "match x:\n case [*a, *b]: pass",
               "match x:\n case C(a=1, 2): pass",
               "match x:\n case C(a=1, a=2): pass", "match x:\n case a as _: pass",
               "match x:\n case {**_}: pass",
               "match x:\n case 1 as a.b: pass", "match x:\npass", "match x:\n pass",
               "match x:\n case {a: 1}: pass",
               "match x:\n case 1j + 1: pass", "match x:\n case -None: pass"]:
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), type(exc).__name__)
