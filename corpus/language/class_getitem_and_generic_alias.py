# harness:
#   description: __class_getitem__, subscripted built-ins as types.GenericAlias, unions with |
#   tags: [classes, typing]

import types
import typing
from collections import OrderedDict, defaultdict, deque


class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"


class SubBox(Box):
    pass


print(Box[int], SubBox[1, "a"], Box[()], Box[1:2], Box[...])
try:
    Box()[0]
except TypeError:
    print("TypeError")


class Meta(type):
    def __getitem__(cls, item):
        return f"meta {cls.__name__} {item}"


class Both(metaclass=Meta):
    def __class_getitem__(cls, item):
        return "never"


print(Both["k"])
for target in (int, object, type, str, 5, len):
    try:
        print("type[...]", target[int])
    except TypeError:
        print("TypeError")

alias = list[int]
print(alias, alias.__origin__, alias.__args__, type(alias).__name__, alias(), alias("ab"),
      type(alias()).__name__)
print(dict[str, list[int]], tuple[int, ...], tuple[()], set["Name"], type[int], frozenset[str], deque[int])
print(defaultdict[str, int](int), OrderedDict[str, int], list[int] == list[int], list[int] == list[str])
print(len({list[int], list[int], list[str]}), list[int] is list[int], list[typing.Any], list[None],
      list[[1, 2]])
T = typing.TypeVar("T")
U = typing.TypeVar("U")
print(dict[T, list[U]].__parameters__, dict[T, list[U]][int, str], dict[T, T][int])
for bad in [lambda: list[int][str], lambda: dict[T, U][int], lambda: isinstance([], list[int]),
            lambda: issubclass(list, list[int])]:
    try:
        print(bad())
    except TypeError:
        print("TypeError")
print(alias.append is list.append, alias.__name__, alias.__doc__ == list.__doc__, isinstance(alias, type))
print(typing.get_origin(alias), typing.get_args(dict[str, int]), list[int].__mro_entries__(()) == (list,))


class Typed(dict[str, int]):
    pass


print(Typed.__bases__, Typed.__orig_bases__, Typed(a=1), Typed.__class_getitem__(int).__origin__.__name__)
unpacked = tuple[*tuple[int, ...]]
print(unpacked, *list[int], [x for x in tuple[int]])
print(types.GenericAlias(list, (int,)), types.GenericAlias(int, str), types.GenericAlias(Box, (1,)).__args__)

union = int | str | None
print(union, type(union).__name__, union.__args__, isinstance(None, union), isinstance(1.5, union))
print(int | int, int | str | int, (int | str) == (str | int), list[int] | None, typing.Optional[int],
      None | int)
print(hash(int | str) == hash(str | int), issubclass(bool, int | str), isinstance(3, int | (str | bytes)))
print(typing.Union[int, str], typing.Union[int, str] == (int | str), typing.Union[int], T | int, "Fwd" | T)
for bad in [lambda: int | 5, lambda: 5 | int, lambda: isinstance(1, int | list[int]), lambda: "a" | int,
            lambda: (int | str)()]:
    try:
        print(bad())
    except TypeError:
        print("TypeError")
