# harness:
#   description: abstract classes, virtual subclasses, __subclasshook__, __instancecheck__
#   tags: [classes, abc]

import abc
import collections.abc
import typing


class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self):
        """area"""

    @abc.abstractmethod
    def name(self):
        return "shape"

    @classmethod
    @abc.abstractmethod
    def unit(cls):
        return cls()

    @staticmethod
    @abc.abstractmethod
    def helper():
        pass


class Partial(Shape):
    def name(self):
        return "partial " + super().name()


class Square(Partial):
    area = property(lambda self: 4)
    helper = staticmethod(lambda: "h")

    @classmethod
    def unit(cls):
        return "unit"


class OneLeft(Square):
    @abc.abstractmethod
    def extra(self):
        pass


print(sorted(Shape.__abstractmethods__), sorted(Partial.__abstractmethods__),
      sorted(Square.__abstractmethods__))
print(Square().name(), Square().area, Square.unit(), Square.helper())
for cls in (Shape, Partial, OneLeft):
    try:
        cls()
    except TypeError:
        print("TypeError")
OneLeft.extra = lambda self: "added later"
try:
    OneLeft()
except TypeError as exc:
    print("still abstract:", type(exc).__name__)
abc.update_abstractmethods(OneLeft)
print(OneLeft().extra(), OneLeft.__abstractmethods__)


class Registered:
    pass


print(issubclass(Registered, Shape), Shape.register(Registered) is Registered, issubclass(Registered, Shape))
print(isinstance(Registered(), Shape), Shape in Registered.__mro__, isinstance(Square(), Shape))


class Duck(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Duck:
            return any("quack" in vars(base) for base in other.__mro__) or NotImplemented
        return NotImplemented


class Mallard:
    def quack(self):
        return "q"


class SubDuck(Duck):
    pass


print(issubclass(Mallard, Duck), isinstance(Mallard(), Duck), issubclass(int, Duck),
      issubclass(Mallard, SubDuck))
print(issubclass(SubDuck, Duck), isinstance(5, Duck))


class Checker(type):
    def __instancecheck__(cls, instance):
        return instance == 42

    def __subclasscheck__(cls, sub):
        return sub.__name__.startswith("M")


class Answer(metaclass=Checker):
    pass


print(isinstance(42, Answer), isinstance(41, Answer), issubclass(Mallard, Answer), issubclass(int, Answer))
print(isinstance(Answer(), Answer), isinstance(41, (str, Answer)), isinstance(42, (str, (float, (Answer,)))))


@typing.runtime_checkable
class Closable(typing.Protocol):
    def close(self) -> None: ...


@typing.runtime_checkable
class Named(typing.Protocol):
    name: str


class Plain(typing.Protocol):
    def go(self): ...


class File:
    name = "f"

    def close(self):
        pass


print(isinstance(File(), Closable), isinstance(5, Closable), isinstance(File(), Named),
      issubclass(File, Closable))
for thunk in (lambda: isinstance(File(), Plain), lambda: issubclass(File, Named), lambda: Plain(),
              lambda: Closable()):
    try:
        print(thunk())
    except TypeError:
        print("TypeError")


class Sized5:
    def __len__(self):
        return 5


class Iter:
    def __iter__(self):
        return iter(())


class Blocked(Sized5):
    __len__ = None


C = collections.abc
print([issubclass(c, C.Sized) for c in (Sized5, Iter, Blocked, list, int)], issubclass(Iter, C.Iterable))
print([n for n in ("Hashable", "Iterable", "Sized", "Container", "Collection", "Sequence", "MutableSequence",
                   "Mapping",
                   "Set", "Callable", "Reversible", "Iterator", "Buffer") if issubclass(list, getattr(C, n))])
print([n for n in ("Hashable", "Iterable", "Collection", "Sequence", "MutableMapping", "Mapping",
                   "Reversible")
       if isinstance({}, getattr(C, n))], isinstance(range(3), C.Sequence), isinstance("", C.Sequence))
print(isinstance((x for x in ()), C.Generator), isinstance(len, C.Callable),
      isinstance({}.keys(), C.KeysView))


class MySeq(C.Sequence):
    def __getitem__(self, i):
        return "abca"[i]

    def __len__(self):
        return 4


m = MySeq()
print(list(m), "b" in m, m.index("a", 1), m.count("a"), list(reversed(m)))
try:
    C.MutableSequence()
except TypeError:
    print("TypeError")
