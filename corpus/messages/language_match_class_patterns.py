# harness:
#   description: wording of errors for class patterns that cannot work
#   tags: [messages, pattern-matching]

class Point:
    __match_args__ = ("x", "y")
    x = y = 1


class NoArgs:
    pass


class ListArgs:
    __match_args__ = ["x"]
    x = 1


class NumberArgs:
    __match_args__ = (1,)


class IntArgs:
    __match_args__ = 5


class Twice:
    __match_args__ = ("x", "x")
    x = 1


not_a_class = 5

CASES = {
    "too many": """
match Point():
    case Point(1, 1, 1): pass
""",
    "none declared": """
match NoArgs():
    case NoArgs(1): pass
""",
    "two none declared": """
match NoArgs():
    case NoArgs(1, 2): pass
""",
    "list declared": """
match ListArgs():
    case ListArgs(1): pass
""",
    "number declared": """
match NumberArgs():
    case NumberArgs(1): pass
""",
    "int declared": """
match IntArgs():
    case IntArgs(1): pass
""",
    "same twice": """
match Twice():
    case Twice(1, 1): pass
""",
    "position and keyword": """
match Point():
    case Point(1, x=1): pass
""",
    "int with two": """
match 5:
    case int(1, 2): pass
""",
    "dict with one": """
match {}:
    case dict(1, 2): pass
""",
    "object with one": """
match 5:
    case object(1): pass
""",
    "not a class": """
match 5:
    case not_a_class(): pass
""",
    "function": """
match 5:
    case len(): pass
""",
    "undefined": """
match 5:
    case undefined_class(): pass
""",
    "missing value": """
match 5:
    case Point.nothing: pass
""",
    "undefined value": """
match 5:
    case undefined_name.value: pass
""",
    "failing guard": """
match 5:
    case x if x / 0: pass
""",
    "wrong type in guard": """
match 5:
    case x if x < 'a': pass
""",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
