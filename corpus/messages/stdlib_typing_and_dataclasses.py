# harness:
#   description: wording of errors - typing, dataclasses and enum
#   tags: [messages, "module:typing", "module:dataclasses"]
import dataclasses
import enum
import typing as t

CASES = {
    "union empty": "t.Union[()]",
    "optional two": "t.Optional[int, str]",
    "literal call": "t.Literal(5)",
    "list call": "t.Any[int]",
    "callable": "t.Callable[int]",
    "callable args": "t.Callable[5, int]",
    "type var bound": 't.TypeVar("X", int)',
    "bivariant": 't.TypeVar("X", covariant=True, contravariant=True)',
    "constraints and bound": 't.TypeVar("X", int, str, bound=int)',
    "generic number": "t.Generic[5]",
    "generic twice": 'X = t.TypeVar("X")\nt.Generic[X, X]',
    "subclass union": "class C(t.Union[int, str]): pass",
    "isinstance": "isinstance([], t.List[int])",
    "new type": 't.NewType("N", int)()',
    "annotated": "t.Annotated[int]",
    "cast": "t.cast()",
    "final": "t.Final[int, str]",
    "type guard": "t.TypeGuard[int, str]",
    "hints": "t.get_type_hints(5)",
    "assert never": "t.assert_never(5)",
    "fields": "dataclasses.fields(5)",
    "asdict": "dataclasses.asdict(5)",
    "mutable": 'dataclasses.make_dataclass("C", [("x", list, [])])',
    "order": 'dataclasses.make_dataclass("C", [("a", int, 1), "b"])',
    "keyword": 'dataclasses.make_dataclass("C", ["class"])',
    "frozen": 'dataclasses.make_dataclass("C", ["a"], frozen=True)(1).a = 2',
    "replace": "dataclasses.replace(5)",
    "default twice": "dataclasses.field(default=1, default_factory=list)",
    "order without eq": 'dataclasses.make_dataclass("C", [], order=True, eq=False)',
    "enum value": 'enum.Enum("E", "A B")(7)',
    "enum name": 'enum.Enum("E", "A B")["Z"]',
    "enum extend": 'enum.Enum("F", "A", type=enum.Enum("E", "A"))',
    "enum assign": 'E = enum.Enum("E", "A")\nE.A = 5',
    "flag": 'enum.Flag("F", "A B")(9)',
    "unique": 'enum.unique(enum.Enum("E", {"A": 1, "B": 1}))',
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
