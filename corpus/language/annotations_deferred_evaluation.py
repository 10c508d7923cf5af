# harness:
#   description: deferred evaluation of annotations - forward references, __annotate__, caching, side effects
#   tags: [annotations, typing]

import annotationlib

log = []


def note(name, value=int):
    log.append(name)
    return value


def forward(a: Later, b: list[Later] = None) -> Missing.attribute:
    return a


print("defined without evaluation", forward(1))
try:
    forward.__annotations__
except NameError as exc:
    print("NameError", exc.name)


class Later:
    pass


Missing = type("Missing", (), {"attribute": str})
print({k: getattr(v, "__name__", v) for k, v in forward.__annotations__.items()})
print(forward.__annotations__ is forward.__annotations__)


def traced(a: note("a"), *args: note("args"), b: note("b", 5), **kw: note("kw")) -> note("return"):
    pass


print("before", log)
print(traced.__annotations__, log)
traced.__annotations__
print("cached", log)
log.clear()


class Body:
    x: note("x") = note("value of x", 1)
    y: note("y")
    (z): note("z never") = 3
    if log:
        w: note("w") = 4
    else:
        never: note("never") = 5
    self_ref: Body
    private: __Hidden
    __mangled: int


print("class body", log, Body.x, Body.z, hasattr(Body, "y"))
log.clear()
try:
    Body.__annotations__
except NameError:
    print("NameError", log)
log.clear()
_Body__Hidden = "resolved mangled"
print({k: v if v is not Body else "itself" for k, v in Body.__annotations__.items()}, log)


def local_annotations():
    log.clear()
    a: note("never evaluated") = 1
    b: undefined_name
    (c): undefined_call = 2
    obj = type("O", (), {})()
    obj.attr: note("attribute target") = 3
    return a, log, sorted(locals())


print(local_annotations())
try:
    def simple_target():
        holder = {}
        holder[note("key", "k")]: note("item annotation") = note("item value", 9)
        return holder
    print(simple_target(), log)
except NameError:
    print("NameError")


def closure_annotations():
    T = "first binding"

    def inner(x: T) -> T:
        return x
    T = "second binding"
    return inner.__annotations__


print(closure_annotations())


class ScopeLookup:
    kind = "class level"

    def method(self, x: kind) -> "kind":
        return x

    alias: kind
    kind = "rebound class level"


print(ScopeLookup.method.__annotations__, ScopeLookup.__annotations__)
f = forward
annotate = f.__annotate__
print(callable(annotate), annotate(annotationlib.Format.VALUE)["a"] is Later)
for fmt in (annotationlib.Format.VALUE_WITH_FAKE_GLOBALS, annotationlib.Format.FORWARDREF,
            annotationlib.Format.STRING):
    try:
        annotate(fmt)
    except NotImplementedError:
        print(fmt.name, "NotImplementedError")
f.__annotate__ = lambda format: {"replaced": format}
print(f.__annotations__)
f.__annotations__ = {"set": "directly"}
print(f.__annotations__, f.__annotate__)
f.__annotate__ = None
print(f.__annotations__)
for attr, value in [("__annotate__", 5), ("__annotations__", 5)]:
    try:
        setattr(f, attr, value)
    except TypeError:
        print("TypeError")


def plain():
    pass


class Plain:
    pass


class Child(Body):
    pass


print(plain.__annotations__, plain.__annotate__, Plain.__annotations__, Plain.__annotate__,
      Child.__annotations__)
print((lambda x: x).__annotations__, hasattr(len, "__annotations__"), "__annotations__" in vars(Plain))
Plain.__annotations__ = {"late": int}
print(Plain.__annotations__)
del Plain.__annotations__
print(Plain.__annotations__)
module_level: note("module") = 5
undefined_later: NotYet  # noqa: F821
log.clear()
print(sorted(annotationlib.get_annotations(__import__("__main__"), format=annotationlib.Format.STRING)))
try:
    __annotations__
except NameError:
    print("NameError")
NotYet = "now defined"
print(__import__("__main__").__annotations__, log)
for source in ["def f(a: (x := 1)): pass", "def f(a: (yield)): pass", "x: (yield)",
               "class C:\n    a: (b := 1)", "x: int, y: str",
               "x: int = 1, 2", "(x, y): int", "x, y: int", "lambda a: int: a", "f(): int", "x: *y",
               "def f(*a: *b): pass",
               "def f(a: *b): pass", "x: int: str", "5: int", "async def f(a: (await b)): pass",
               "x: int += 1", "[x]: int"]:
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__)
