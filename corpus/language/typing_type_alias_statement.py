# harness:
#   description: the type statement - lazy values, parameters, recursion, scope rules, attributes
#   tags: [typing, annotations]

import typing
from typing import TypeAliasType

log = []


def note(x):
    log.append(x)
    return x


type Simple = int
type Lazy = note(NotDefinedYet)
type Pair[A, B = str] = tuple[A, B]
type Tree = dict[str, Tree | int]
type Nested[T] = list[Pair[T, Nested[T]]]
type Constrained[N: (int, float), *Ts, **P] = tuple[N, *Ts] | typing.Callable[P, N]
type Bounded[B: Undefined] = B

print(Simple, Simple.__name__, Simple.__value__, Simple.__type_params__, type(Simple).__name__,
      Simple.__module__)
print(log)
try:
    Lazy.__value__
except NameError:
    print("NameError")
NotDefinedYet = bytes
print(Lazy.__value__, Lazy.__value__, log)
print(Pair, Pair.__type_params__, Pair.__value__, Pair[int, float], Pair[int, float].__args__, Pair[int])
print(Pair[int, float].__value__, Pair[int, float].__origin__ is Pair,
      typing.get_origin(Pair[int, str]) is Pair)
print(Tree.__value__, Nested.__value__, Nested[int].__value__)
for param in Constrained.__type_params__:
    print(type(param).__name__, param.__name__, repr(param), param.has_default(),
          getattr(param, "__constraints__", None), getattr(param, "__bound__", None))
print(Constrained.__value__)
try:
    Bounded.__type_params__[0].__bound__
except NameError:
    print("NameError")
print(Pair.__type_params__[1].__default__, Pair.__type_params__[0].__default__ is typing.NoDefault)

print(Simple | None, None | Simple, Simple | Pair[int, str], list[Simple], typing.Optional[Simple],
      Simple == Simple)
for thunk in (lambda: isinstance(1, Simple), lambda: Simple(), lambda: Simple[int], lambda: Simple.missing,
              lambda: setattr(Simple, "__name__", "x"), lambda: setattr(Simple, "new", 1),
              lambda: type("S", (Simple,), {}),
              lambda: issubclass(int, Simple), lambda: delattr(Simple, "__value__")):
    try:
        print(thunk())
    except (TypeError, AttributeError) as exc:
        print(type(exc).__name__)

T = typing.TypeVar("T")
manual = TypeAliasType("manual", list[T], type_params=(T,))
print(manual, manual.__value__, manual[int], manual.__parameters__, repr(manual[int]))
for args, kwargs in [((), {}), (("n",), {}), ((1, int), {}), (("n", int), {"type_params": 5}),
                     (("n", int), {"type_params": [T]})]:
    try:
        TypeAliasType(*args, **kwargs)
    except TypeError:
        print("TypeError")


class Scope:
    inner = "class value"
    type Alias = inner
    type Generic[X] = tuple[X, Scope]

    def method(self):
        type Local = inner_local
        inner_local = "function value"
        return Local.__value__


print(Scope.Alias.__value__, Scope.Generic.__value__, Scope().method(), Scope.Alias.__name__)
A = "module level A"
type Shadow[A] = list[A]
print(Shadow.__value__, A, Shadow[int].__args__)
type = "soft keyword as a name"
print(type)
type = lambda x: f"called with {x}"  # noqa: E731
print(type(5), type (6))
del type
type X = 1; type Y = X  # noqa: E702
print(X.__value__, Y.__value__.__value__)
if True: type Cond = "string value"  # noqa: E701
print(repr(Cond.__value__))
evaluate = Simple.evaluate_value
print(evaluate(1), callable(Constrained.__type_params__[0].evaluate_constraints),
      Pair.__type_params__[1].evaluate_default(1))

for source in ["type X", "type X = ", "type X[T] ", "type X.y = int", "type X, Y = int", "type X[] = int",
               "type X[T, T] = int",
               "type X[T: int = str] = T", "type X[T = int, U] = T", "type X[*T: int] = T",
               "type X[**P: int] = P",
               "type X[*Ts = *tuple[int]] = Ts", "type X = (yield)", "type X = (y := 1)",
               "type X[T: (yield)] = T",
               "type 5 = int", "type X: int = 5", "type(X) = int", "type X = await y", "type __debug__ = int",
               "class C[T]:\n    type X = T", "def f():\n    nonlocal T\n    type X[T] = T",
               "type X[T] = (T := 1)"]:
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__)
