# harness:
#   description: typing.get_type_hints with inheritance, string annotations, Annotated, Optional defaults
#   tags: [annotations, typing]

import dataclasses
import functools
import inspect
import typing
from typing import Annotated, ClassVar, Final, NotRequired, Optional, Required, TypedDict, Union
from typing import get_args, get_origin


class Base:
    a: int
    b: "str"
    shared: "Base"


class Child(Base):
    b: "list['Child']"
    c: ClassVar[int] = 3
    d: Final[str] = "d"
    e: Annotated["Child", "meta", 5]
    f: "Optional[Later]" = None


Later = dict
hints = typing.get_type_hints(Child)
for name, hint in hints.items():
    print(name, hint)
print(typing.get_type_hints(Child, include_extras=True)["e"])
print(list(Child.__annotations__), list(hints))


def function(a: "int", b: "Undefined" = None, *args: "str", c: None = None, d: "int" = None,
             **kw: Annotated[float, "m"]) -> None:
    pass


try:
    typing.get_type_hints(function)
except NameError:
    print("NameError")
print(typing.get_type_hints(function, localns={"Undefined": bytes}))
print(typing.get_type_hints(function, globalns={}, localns={"Undefined": "str", "int": bool}))


@functools.wraps(function)
def wrapper(*args, **kwargs):
    return function(*args, **kwargs)


print(typing.get_type_hints(wrapper, localns={"Undefined": int})["d"])
for bad in (5, "text", None, functools.partial(function)):
    try:
        print(typing.get_type_hints(bad))
    except TypeError:
        print("TypeError")


class Wrong:
    x: "1 +"


class NotType:
    x: "5"
    y: 7


for cls in (Wrong, NotType):
    try:
        print(typing.get_type_hints(cls))
    except (SyntaxError, TypeError) as exc:
        print(type(exc).__name__)


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int


class Sequel(Movie):
    number: NotRequired["int"]
    director: str


print(Sequel.__required_keys__ == {"title", "director"}, sorted(Sequel.__optional_keys__), Movie.__total__,
      Sequel.__total__)
print(typing.get_type_hints(Sequel), typing.get_type_hints(Sequel, include_extras=True)["number"],
      Sequel(title="t", number=2))
print(list(Sequel.__annotations__), Sequel.__mro__[1:], typing.is_typeddict(Sequel))


@dataclasses.dataclass
class Data:
    x: "int"
    y: ClassVar["str"] = "not a field"
    z: list["Data"] = dataclasses.field(default_factory=list)
    k: dataclasses.InitVar[int] = 0


print([(f.name, f.type) for f in dataclasses.fields(Data)], Data(1))
print(inspect.signature(Data))
print({k: v for k, v in typing.get_type_hints(Data).items() if k != "k"})


class Record(typing.NamedTuple):
    first: int
    second: "Undefined2" = "dflt"


print(Record(1), Record._field_defaults, Record.__annotations__["first"], Record._fields)

print(get_origin(Union[int, str]), get_args(Optional[int]), get_args(Annotated[int, 1, "x"]),
      get_origin(ClassVar[int]))
print(get_args(typing.Callable[[int, str], bool]), get_args(typing.Callable[..., int]),
      get_args(typing.Literal[1, "a", None]))
print(get_origin(list), get_origin(typing.List[int]), get_args(int), get_args(tuple[()]),
      get_args(dict[str, list[int]])[1])
print(Optional[Optional[int]], Union[int, Union[str, int]], Union[int], Annotated[Annotated[int, 1], 2],
      typing.Literal[1, 1, True])
print(typing.List[int] == list[int], typing.Callable[[int], str], typing.Tuple[int, ...], typing.Type[int],
      typing.Any, typing.NoReturn)
for bad in (lambda: Optional[1, 2], lambda: Union[()], lambda: Annotated[int], lambda: ClassVar[int, str],
            lambda: typing.Callable[int],
            lambda: Optional[5], lambda: list["x"].__args__[0] + 1, lambda: typing.List[int, str],
            lambda: isinstance(1, typing.Any),
            lambda: typing.Any(), lambda: typing.Literal[[1]].__args__,
            lambda: typing.cast(int, "not checked")):
    try:
        print(bad())
    except TypeError:
        print("TypeError")


@typing.no_type_check
def unchecked(a: "!!!"):
    pass


@typing.overload
def over(a: int) -> int: ...
@typing.overload
def over(a: str) -> str: ...
def over(a):  # noqa: E302
    return a


print(typing.get_type_hints(unchecked), len(typing.get_overloads(over)), over("x"),
      typing.get_type_hints(over))
