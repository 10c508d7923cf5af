# harness:
#   description: typing - runtime reprs, origins, protocols, TypedDict, NamedTuple, NewType, hints, generics
#   tags: [module:typing, classes]
import collections.abc
import typing as t
from typing import (Annotated, Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, NewType,
                    Optional, Protocol,
                    TypedDict, TypeVar, Union)


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


T, N = TypeVar("T"), TypeVar("N", int, float)
for form in (t.List[int], t.Dict[str, Any], Optional[int], Union[int, str, int], Union[None, T],
             Callable[[int, str], bool], Callable[..., T], Literal["a", 1, None], Literal[1, Literal[2, 1]],
             Annotated[int, "meta", 5], Annotated[Annotated[int, 1], 2], ClassVar[int], Final[str],
             t.Tuple[int, ...], t.Tuple[()], t.Type[T], t.Iterable[T], t.Pattern[str], t.TypeGuard[int],
             t.Concatenate[int, ...], t.Unpack[t.Tuple[int]], Any, t.NoReturn, t.Self, t.Never, t.Union[int],
             t.Deque[int], t.Generator[int, str, None]):
    print(repr(form), "|", t.get_origin(form), t.get_args(form))
print("equality:", Union[int, str] == Union[str, int], Optional[int] == (int | None),
      Literal[1] == Literal[True], Literal[1, 2] == Literal[2, 1], t.List[int] == t.List[int], t.List[T][int],
      t.Dict[T, N][str, int], hash(Union[int, str]) == hash(Union[str, int]))
for source in ("t.List[int, str]", "t.List[1, 2]", "t.Optional[int, str]", "t.Union[()]",
               "t.ClassVar[int, str]", "t.Annotated[int]", "Literal[()]", "t.Any()",
               "isinstance([], t.List[int])", "t.List[int](5)", "t.Generic[int]", "T | 5",
               "TypeVar('X', int)", "TypeVar('X', bound=int, covariant=True, contravariant=True)",
               "t.Callable[int]", "t.Callable[int, str]", "class_of(t.Union[int, str])", "t.Self[int]",
               "t.cast(int, 'x')", "t.assert_type(5, str)", "t.assert_never(5)", "t.reveal_type",
               "t.no_such_name"):
    if not source.endswith("reveal_type"):
        attempt(source, eval, source, globals() | {"class_of": lambda base: type("C", (base,), {})})


class Point(NamedTuple):
    """A point."""

    x: int
    y: int = 0

    def norm(self):
        return self.x + self.y


class Movie(TypedDict, total=False):
    name: t.Required[str]
    year: int


class Child(Movie):
    rating: t.ReadOnly[float]


UserId = NewType("UserId", int)
print("named tuple:", Point(1), Point(1, 2).norm(), Point._field_defaults, Point.__annotations__,
      Point.__doc__)
print("typed dict:", Movie(name="x", extra=1), sorted(Child.__required_keys__),
      sorted(Child.__optional_keys__), sorted(Child.__readonly_keys__), Movie.__total__,
      t.is_typeddict(Child), Child.__annotations__["rating"])
print("new type:", UserId(5), UserId, UserId.__supertype__, UserId.__name__)
attempt("typed dict isinstance", isinstance, {}, Movie)
attempt("new type subclass", lambda: type("S", (UserId,), {}))
attempt("default order", lambda: exec("class P(NamedTuple):\n    a: int = 1\n    b: int", globals()))


@t.runtime_checkable
class Closes(Protocol):
    name: str

    def close(self) -> None: ...


class Plain(Protocol):
    def run(self): ...


class File:
    name = "f"

    def close(self): ...


print("protocol:", isinstance(File(), Closes), isinstance(5, Closes), t.is_protocol(Closes),
      sorted(t.get_protocol_members(Closes)))
attempt("not runtime", isinstance, 5, Plain)
attempt("data protocol subclass", issubclass, File, Closes)
attempt("instantiate", Closes)
attempt("bad base", lambda: exec("class P(Protocol, int): pass", globals()))


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item


class Pair[A, B = int]:
    left: A


print("generic:", Box[int](5).item, Box[int], Box[int].__args__, Box[T].__parameters__,
      Box[int](1).__orig_class__, Pair[str], Pair.__type_params__, Pair[int, str].__origin__.__name__,
      Pair.__orig_bases__)
attempt("too many", lambda: Box[int, str])
attempt("not generic", lambda: File[int])


def hinted(a: "int", b: Optional["Box[int]"] = None, *c: Annotated[str, 1], **d) -> "Point": ...


print("hints:", t.get_type_hints(hinted), t.get_type_hints(hinted, include_extras=True)["c"],
      t.get_type_hints(Point), t.get_type_hints(Child)["name"])
attempt("unresolved", t.get_type_hints, type("U", (), {"__annotations__": {"x": "Missing"}}))
print("typevars:", T, N.__constraints__, TypeVar("D", default=5).__default__, TypeVar("D").has_default(),
      t.ParamSpec("P"), t.ParamSpec("P").args, t.TypeVarTuple("Ts"), TypeVar("B", bound="int").__bound__,
      TypeVar("V", covariant=True), TypeVar("I", infer_variance=True))
type Alias[X] = list[X] | None
print("alias:", Alias, Alias.__value__, Alias[int], Alias[int].__args__, Alias.__type_params__,
      t.TypeAliasType("Other", int).__value__)


@t.overload
def over(x: int) -> int: ...


@t.overload
def over(x: str) -> str: ...


def over(x):
    return x


print("overloads:", len(t.get_overloads(over)), over(5), t.final(File).__final__,
      t.override(lambda: 0).__override__, t.no_type_check(lambda: 0).__no_type_check__,
      issubclass(list, collections.abc.Sequence), t.TYPE_CHECKING)
t.clear_overloads()
attempt("direct overload", t.overload(lambda: 0))
