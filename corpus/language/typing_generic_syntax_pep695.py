# harness:
#   description: generic classes and functions with bracket syntax, scopes of type parameters, defaults
#   tags: [typing, generics]

import typing
from typing import Generic, ParamSpec, TypeVar, TypeVarTuple


class Stack[T]:
    items: list[T]

    def __init__(self, *items: T):
        self.items = list(items)

    def map[U](self, f: typing.Callable[[T], U]) -> "Stack[U]":
        return Stack(*map(f, self.items))

    @classmethod
    def of(cls, item: T):
        return cls(item)

    def params(self):
        return T, Stack.__type_params__


class IntStack(Stack[int]):
    pass


class Keyed[K, V: (str, bytes) = str](dict[K, V], Stack[V]):
    pass


def identity[A, *Rest, **Ps](x: A, *args: *Rest, f: typing.Callable[Ps, A] = None) -> tuple[A, *Rest]:
    return x, A.__name__


print(Stack.__type_params__, Stack.__parameters__, Stack.__bases__, Stack.__orig_bases__,
      Stack.__mro__[1].__name__)
print(Stack[int], Stack[int](1, 2).items, Stack[int].of(3).items, Stack[int].__origin__ is Stack,
      Stack[int].__args__)
print(Stack(1, 2).map(str).items, Stack().params()[0] is Stack.__type_params__[0],
      Stack[int](5).__orig_class__)
print(IntStack.__orig_bases__, IntStack.__parameters__, IntStack.__type_params__, IntStack(7).items)
print(Keyed.__orig_bases__, Keyed[int], Keyed[int, bytes].__args__, Keyed.__parameters__, Keyed(a=1))
print(identity(5), identity.__type_params__, identity.__annotations__, Stack.map.__type_params__)
print(Stack.map.__annotations__["f"], Stack.map.__annotations__["return"])
for param in identity.__type_params__ + Keyed.__type_params__:
    print(repr(param), type(param).__name__, [getattr(param, a, "-") for a in ("__infer_variance__",
            "__covariant__", "__bound__",
                                                                              "__constraints__")],
                                                                                      param.has_default())
for bad in (lambda: Stack[int, str], lambda: Stack[()], lambda: IntStack[int], lambda: Keyed[int, str, bytes],
            lambda: Keyed[()],
            lambda: isinstance(Stack(), Stack[int]), lambda: issubclass(Stack, Stack[int])):
    try:
        print(bad())
    except TypeError:
        print("TypeError")
print(isinstance(IntStack(), Stack), Stack[Stack[int]], Stack[typing.Any], Stack["Fwd"],
      Stack[int] == Stack[int])

T = "module T"


class Shadow[T]:
    seen = T
    T = "class T"
    again = T

    def method(self, a: T):
        return T

    def inner[T](self):
        return T

    class Nested[Q]:
        pair = (T, Q)


print(type(Shadow.seen).__name__, Shadow.again, type(Shadow().method(1)).__name__,
      Shadow.method.__annotations__)
print(Shadow().inner() is Shadow.inner.__type_params__[0], [str(p) for p in Shadow.Nested.pair], T)


def deco(tag):
    return lambda f: (f, tag)


@deco(T)
def decorated[T](x: T = T) -> T:
    return x


print(decorated[1], decorated[0](), type(decorated[0].__annotations__["x"]).__name__)


def closure[R]():
    def inner(v: R) -> R:
        return R
    return inner, R


inner, R = closure()
print(inner(1) is R, inner.__annotations__["v"] is R, inner.__type_params__, closure.__qualname__,
      inner.__qualname__)


class LazyBound[B: Undefined, D = AlsoUndefined]:
    pass


for attr, param in zip(("__bound__", "__default__"), LazyBound.__type_params__):
    try:
        getattr(param, attr)
    except NameError:
        print(attr, "NameError")
Undefined, AlsoUndefined = int, str
print(LazyBound.__type_params__[0].__bound__, LazyBound.__type_params__[1].__default__)


class Variadic[*Ts]:
    pass


class Params[**P, X]:
    pass


print(Variadic[int, str], Variadic[()], Variadic[*tuple[int, ...]], Variadic[int, *tuple[str, ...]].__args__,
      Variadic.__parameters__)
print(Params[[int, str], bool], Params[..., int], Params[[], int].__args__, list(Variadic.__type_params__[0]))
Old, Ps, TT = TypeVar("Old", bound=int, covariant=True), ParamSpec("Ps"), TypeVarTuple("TT")
print(Old, TypeVar("In", contravariant=True), TypeVar("Inf", infer_variance=True), Ps.args, Ps.kwargs, TT,
      Ps.args.__origin__ is Ps)


class OldStyle(Generic[Old]):
    pass


print(OldStyle[bool], OldStyle.__parameters__, OldStyle.__type_params__, OldStyle.__orig_bases__)
for bad in (lambda: TypeVar("X", int), lambda: TypeVar("X", int, str, bound=int),
            lambda: Generic[int],
            lambda: TypeVar("X", covariant=True, contravariant=True), lambda: Generic[Old, Old],
            lambda: type("S", (Old,), {}), lambda: TypeVar("X", default=int).__default__,
            lambda: isinstance(1, Old)):
    try:
        print(bad())
    except (TypeError, ValueError) as exc:
        print(type(exc).__name__)
for source in ["class C[T](Generic[T]): pass", "class C[T, T]: pass", "def f[T]():\n    nonlocal T",
               "class C[T]:\n    global T",
               "def f[T: (yield)](): pass", "class C[T](y := 1): pass", "def f[T](x: (y := T)): pass",
               "class C[]: pass",
               "lambda[T] x: x", "class C[int]: x: int", "def f[__debug__](): pass",
               "class C[T = 1, *U]: pass"]:
    try:
        exec(compile(source, "<case>", "exec"), {"Generic": Generic})
        print(repr(source), "runs")
    except (SyntaxError, TypeError) as exc:
        print(repr(source), type(exc).__name__)
