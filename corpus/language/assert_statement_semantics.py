# harness:
#   description: assert evaluation, messages of any type, shadowed AssertionError, tuples with warnings
#   tags: [assert, exceptions]

import warnings

log = []


def t(name, value):
    log.append(name)
    return value


assert t("condition", True), t("message never", "text")
try:
    assert t("condition", 0), t("message", "text")
except AssertionError as exc:
    print(log, exc.args, str(exc), repr(exc))
for message in ("m", 5, None, (1, 2), ("one",), [1], ValueError("inner"), {"k": 1}, ""):
    try:
        assert False, message
    except AssertionError as exc:
        print(repr(exc), exc.args, repr(str(exc)))
try:
    assert []
except AssertionError as exc:
    print(repr(exc), exc.args)


class Odd:
    def __bool__(self):
        raise LookupError("truth")


try:
    assert Odd(), "unused"
except LookupError as exc:
    print("LookupError:", exc)
try:
    assert False, 1 / 0
except ZeroDivisionError as exc:
    print("message evaluation failed:", exc, exc.__context__)

saved = AssertionError
AssertionError = KeyError
try:
    assert False, "builtin still used"
except saved as exc:
    print(type(exc).__name__, exc)
del AssertionError


def chain():
    try:
        assert 1 > 2, "first"
    except AssertionError as exc:
        assert exc.args == ("second",), f"expected second got {exc.args[0]}"


try:
    chain()
except AssertionError as exc:
    print(exc, "| context:", exc.__context__)

SOURCE = """assert x > 3, f'too small {x}'
result = 'passed'
if __debug__:
    debug = True
else:
    debug = False
"""
for optimize in (0, 1, 2):
    scope = {"x": 1}
    try:
        exec(compile(SOURCE, "<opt>", "exec", optimize=optimize), scope)
        print(optimize, scope["result"], scope["debug"])
    except AssertionError:
        print(optimize, "AssertionError")
DOC = 'def f():\n    "doc"\n    return 1\nclass C:\n    "cdoc"\n'
for optimize in (0, 1, 2):
    scope = {}
    exec(compile(DOC, "<doc>", "exec", optimize=optimize), scope)
    print(optimize, scope["f"].__doc__, scope["C"].__doc__, scope["f"]())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    compile("assert (x, 'message')", "<tuple>", "exec")
    compile("assert ()", "<tuple>", "exec")
    compile("assert (x,)", "<tuple>", "exec")
    compile("assert [x, 'm']", "<tuple>", "exec")
print([w.category.__name__ for w in caught])
for text in ["assert", "assert x,", "assert x, y, z", "assert x = 1", "assert (x := 1), y",
             "assert x if y else z, w", "assert *x", "assert x, *y",
             "assert lambda: 0", "assert yield", "__debug__ = 1", "assert x; assert y",
             "assert not x, 'a' 'b'", "assert x == 1, (yield)"]:
    try:
        compile(text, "<case>", "exec")
        print(repr(text), "compiles")
    except SyntaxError as exc:
        print(repr(text), type(exc).__name__)
print(__debug__)
try:
    exec("__debug__ = False")
except SyntaxError as exc:
    print(type(exc).__name__)


def invariants(values):
    total = 0
    for index, value in enumerate(values):
        assert isinstance(value, int), (index, type(value).__name__)
        assert value >= 0, f"{value=} at {index=}"
        total += value
    return total


for values in ([1, 2], [1, "a"], [3, -1]):
    try:
        print(invariants(values))
    except AssertionError as exc:
        print(exc.args[0])
