# harness:
#   description: SyntaxWarning and related warnings issued while compiling, with lines, categories, filters
#   tags: [warnings, syntax]

import warnings

CASES = """
x is 5
x is not 'text'
x is ()
5 is x
x is None
x is True
x is ...
x is -1
'a' is x is 'b'
[1](2)
(1)(2)
'text'(1)
{1: 2}(3)
(x for x in y)(1)
(lambda: 0)(1)
[1, 2] [3, 4]
[1][1, 2]
'abc'['a']
(1, 2)[1.5]
{1}[0]
(x for x in y)[0]
5[0]
f'{x}'(1)
None()
...[0]
True[0]
'%s' 'a'
assert (x, 'm')
assert ()
'\\d'
b'\\8'
'\\777'
1if x else 2
0xfor x
1or 2
1in x
1and 2
0b1is 1
lambda: (1)()
[0]['a']
'a'.join
b'a'[b'x']
f'\\d'
def f(): return 5 is 5
class C: x = [1](2)
""".strip().splitlines()

for source in CASES:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<w>", "exec")
        except SyntaxError:
            print(f"{source}: SyntaxError")
            continue
    print(f"{source}: {[(w.category.__name__, w.lineno) for w in caught] or 'no warning'}")

MULTI = """x = 1
y = 2
if x is 5:
    z = '\\q'

def f():
    try:
        pass
    finally:
        return 1
"""
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    compile(MULTI, "<multi>", "exec")
print(sorted((w.lineno, w.filename, w.category.__name__) for w in caught))

for action in ("error", "ignore", "once", "default", "always", "module"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        warnings.simplefilter(action, SyntaxWarning)
        outcome = "fine"
        try:
            for _ in range(2):
                compile("a\nx is 7", "<act>", "exec")
        except SyntaxError as exc:
            outcome = f"{type(exc).__name__} at {exc.lineno}:{exc.offset} in {exc.filename}"
    print(action, outcome, len(caught))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message=".*is not callable.*", category=SyntaxWarning)
    compile("5()\nx is 5", "<f>", "exec")
print("left after the message filter", [w.lineno for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")

    def helper():
        warnings.warn("deeper", stacklevel=2)

    def outer():
        helper()

    outer()
    warnings.warn("plain")
    warnings.warn(DeprecationWarning("instance"))
    warnings.warn("typed", FutureWarning)
    warnings.warn_explicit("explicit", RuntimeWarning, "made.py", 77)
print([(w.category.__name__, str(w.message)) for w in caught], caught[4].filename, caught[4].lineno,
      caught[1].lineno - caught[0].lineno)
for bad in (lambda: warnings.warn("x", int), lambda: warnings.warn("x", "y"), lambda: warnings.warn(),
            lambda: warnings.simplefilter("nope"), lambda: warnings.filterwarnings("ignore", category=5)):
    try:
        bad()
    except (TypeError, ValueError, AssertionError) as exc:
        print(type(exc).__name__)
print(warnings.formatwarning("message", UserWarning, "file.py", 12, "the line"), end="")


@warnings.deprecated("use other", category=DeprecationWarning)
def old(n):
    return n


@warnings.deprecated("old class")
class OldClass:
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(old(5), type(OldClass()).__name__, old.__deprecated__)

    class Sub(OldClass):
        pass
print([(w.category.__name__, str(w.message)) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", UserWarning)
    except UserWarning as exc:
        print("raised", repr(exc))
    try:
        old(1)
    except DeprecationWarning as exc:
        print("raised", repr(exc))
with warnings.catch_warnings(action="ignore"):
    warnings.warn("not seen")
