# harness:
#   description: type() in both forms, isinstance and issubclass with unions, ABC registration and hooks
#   tags: [types, abc]
import abc
import collections
import collections.abc
import numbers
import typing


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


class Base:
    pass


Made = type("Made", (Base, dict), {"x": 1, "hello": lambda self: f"hi {self.x}", "__doc__": "made by hand"})
made = Made(a=1)
print("three-argument type:", Made.__name__, Made.__qualname__, Made.__bases__ == (Base, dict), Made.__doc__,
      made.hello(), made, Made.__module__, [c.__name__ for c in Made.__mro__])
print("one-argument type:", type(5).__name__, type(type(5)), type(None), type(type) is type,
      type(made) is Made, type(Base()) == Base, type(print).__name__, type(len) is type(abs),
      type(lambda: 0).__name__)
for args in ((), (1, 2), ("A", (), {}, 1), (5, (), {}), ("A", [], {}), ("A", (), []), ("A", (5,), {}),
             ("A", (int, str), {}), ("A", (bool,), {}), ("A", (Base, Base), {}), ("A", (object, Base), {}),
             ("A\0", (), {}), ("", (), {}), ("has space", (), {}), ("A", (int,), {"__slots__": ("a",)}),
             ("A", (), {"__slots__": "1a"}), ("A", (type(None),), {}), ("A", (type(lambda: 0),), {})):
    try:
        print("type", repr(args[0]) if args else "()", "->", type(*args).__name__.encode())
    except (TypeError, ValueError) as error:
        print("type", repr(args[0]) if args else "()", "->", type(error).__name__)

print("isinstance:", isinstance(True, int), isinstance(1, (str, (float, (int,)))), isinstance(1, ()),
      isinstance(1, int | str), isinstance(None, int | None), isinstance("", typing.Union[int, str]),
      isinstance(made, dict), isinstance(Made, type), isinstance(type, object), isinstance(1.0, numbers.Real),
      isinstance(1, numbers.Rational), isinstance([], collections.abc.Sequence))
print("issubclass:", issubclass(bool, int), issubclass(int, (str, object)), issubclass(int, int),
      issubclass(bool, int | str), issubclass(Made, Base), issubclass(object, Base), issubclass(type, object))
attempt("isinstance non-class", isinstance, 1, 5)
attempt("isinstance nested non-class", isinstance, 1, (str, 5))
attempt("isinstance hit before non-class", isinstance, 1, (int, 5))
attempt("isinstance list", isinstance, 1, [int])
attempt("isinstance generic", isinstance, [], list[int])
attempt("isinstance generic in union", isinstance, [], list[int] | str)
attempt("isinstance string", isinstance, 1, "int")
attempt("isinstance None", isinstance, None, None)
attempt("issubclass instance", issubclass, 1, int)
attempt("issubclass none", issubclass, int, None)
attempt("isinstance Any", isinstance, 1, typing.Any)
attempt("isinstance typing.List", isinstance, [], typing.List)

ABCS = ("Hashable", "Iterable", "Iterator", "Reversible", "Sized", "Container", "Collection", "Callable",
        "Sequence", "MutableSequence", "Set", "MutableSet", "Mapping", "MutableMapping", "Generator",
        "Buffer")
samples = {"int": 1, "str": "a", "bytes": b"", "bytearray": bytearray(), "list": [], "tuple": (), "dict": {},
           "set": set(), "frozenset": frozenset(), "range": range(1), "memoryview": memoryview(b""),
           "keys": {}.keys(), "values": {}.values(), "generator": (x for x in ()), "iterator": iter([]),
           "function": len, "class": Base, "zip": zip(), "deque": collections.deque(),
           "counter": collections.Counter(), "None": None, "slice": slice(1)}
for name, value in samples.items():
    print(f"{name:>10}", *(a for a in ABCS if isinstance(value, getattr(collections.abc, a))))


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...


class Half(Shape):
    def area(self):
        return 1


class Quacks(metaclass=abc.ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Quacks:
            return any("quack" in vars(base) for base in other.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def quack(self): ...


class Louder(Quacks):
    pass


attempt("abstract", Shape)
attempt("half abstract", Half)
print("abstract names:", sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__))
print("hook:", isinstance(Duck(), Quacks), issubclass(int, Quacks), isinstance(Duck(), Louder),
      issubclass(Louder, Quacks))
print("register:", isinstance(3.5, Quacks), Quacks.register(float) is float, isinstance(3.5, Quacks),
      issubclass(float, Quacks), isinstance(3.5, Louder), Quacks in float.__mro__)
attempt("register cycle", Louder.register, Quacks)
attempt("register non-class", Quacks.register, 5)


class Everything(type):
    def __instancecheck__(cls, value):
        return f"truthy {value}"

    def __subclasscheck__(cls, value):
        return []


class Odd(metaclass=Everything):
    pass


class Pretender:
    __class__ = int


print("metaclass hooks:", isinstance(5, Odd), issubclass(int, Odd), isinstance(Odd(), Odd),
      isinstance(5, (str, Odd)))
print("__class__ lies:", isinstance(Pretender(), int), type(Pretender()).__name__,
      isinstance(Pretender(), Pretender), isinstance(Pretender(), str))
changing = Base()
changing.__class__ = Duck
print("__class__ assignment:", type(changing).__name__, isinstance(changing, Base))
attempt("incompatible layout", setattr, Base(), "__class__", int)
attempt("not a class", setattr, Base(), "__class__", 5)
