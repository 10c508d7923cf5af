# harness:
#   description: wording of errors for generic classes, type variables and aliases
#   tags: [messages, typing]

import typing
from typing import Generic, ParamSpec, TypeAliasType, TypeVar, TypeVarTuple

T = TypeVar("T")


class Box[V]:
    pass


class Pair[K, V]:
    pass


type Alias[V] = list[V]
type Plain = int

CASES = {
    "too many": "Box[int, str]",
    "too few": "Pair[int]",
    "empty": "Box[()]",
    "isinstance": "isinstance(1, Box[int])",
    "issubclass": "issubclass(int, Box[int])",
    "not generic": """
class X: pass
X[int]
""",
    "twice": "Box[int][str]",
    "dict with one": "typing.Dict[int]",
    "list with two": "list[int, str].missing",
    "plain alias": "Plain[int]",
    "alias called": "Alias()",
    "alias as base": "class X(Plain): pass",
    "alias isinstance": "isinstance(1, Plain)",
    "alias name": "TypeAliasType(5, int)",
    "alias parameters": "TypeAliasType('A', int, type_params=[T])",
    "alias attribute": "Alias.__value__ = 5",
    "one constraint": "TypeVar('X', int)",
    "constraints and bound": "TypeVar('X', int, str, bound=int)",
    "both variances": "TypeVar('X', covariant=True, contravariant=True)",
    "name": "TypeVar(5)",
    "no name": "TypeVar()",
    "Generic of int": "Generic[int]",
    "Generic twice": "Generic[T, T]",
    "Generic empty": "Generic[()]",
    "plain Generic base": "class X(Generic): pass",
    "Generic and protocol": "class X(Generic[T], typing.Protocol[T]): pass",
    "variable as base": "class X(T): pass",
    "isinstance of variable": "isinstance(1, T)",
    "default order": "class X(Generic[TypeVar('A', default=int), T]): pass",
    "ParamSpec as base": "class X(ParamSpec('P')): pass",
    "two tuples": """
class X[*A, *B]: pass
X[int]
""",
    "tuple arguments": "Generic[TypeVarTuple('Ts')]",
    "bound undefined": """
class X[V: undefined_bound]: pass
X.__type_params__[0].__bound__
""",
    "value undefined": """
type X = undefined_value
X.__value__
""",
    "Optional of two": "typing.Optional[int, str]",
    "Union of nothing": "typing.Union[()]",
    "Literal called": "typing.Literal()",
    "Callable form": "typing.Callable[int]",
    "Callable list": "typing.Callable[int, str]",
    "union with int": "int | 5",
    "union with text": "int | 'text'",
    "ClassVar of ClassVar": "typing.ClassVar[typing.ClassVar[int]]",
    "Annotated short": "typing.Annotated[int]",
    "cast": "typing.cast(int)",
    "NewType": "typing.NewType('N')",
    "TypedDict bases": "class X(typing.TypedDict, int): pass",
    "NamedTuple fields": "typing.NamedTuple('N', [('a', int), ('a', str)])",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
