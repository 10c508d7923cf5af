# harness:
#   description: abstract base classes - abstract members, register, __subclasshook__, error messages
#   tags: [module:abc, classes]
import abc
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    """Base of all shapes."""

    @abstractmethod
    def area(self):
        return 0

    @property
    @abstractmethod
    def name(self):
        ...

    @classmethod
    @abstractmethod
    def unit(cls):
        ...

    @staticmethod
    @abstractmethod
    def dimensions():
        ...


class NamedShape(Shape):
    name = "named"


class Square(NamedShape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return super().area() + self.side ** 2

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def dimensions():
        return 2


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


print("abstract in Shape:", sorted(Shape.__abstractmethods__))
print("abstract in NamedShape:", sorted(NamedShape.__abstractmethods__))
print("abstract in Square:", sorted(Square.__abstractmethods__))
attempt("Shape()", Shape)
attempt("NamedShape()", NamedShape)


class AlmostDone(Square):
    @abstractmethod
    def missing(self):
        ...


attempt("AlmostDone()", AlmostDone, 3)
attempt("unit area", lambda: Square.unit().area())
print("area:", Square(4).area(), "dimensions:", Square.dimensions())

# Removing the obstacle after the fact needs update_abstractmethods.
AlmostDone.missing = lambda self: "filled in later"
attempt("AlmostDone() before update", AlmostDone, 3)
abc.update_abstractmethods(AlmostDone)
attempt("AlmostDone() after update", lambda: AlmostDone(3).missing())


class Sized(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Sized:
            return NotImplemented
        return True if any("__len__" in base.__dict__ for base in other.__mro__) else NotImplemented


class StrictSized(Sized):
    pass


for candidate in (list, dict, int, Square):
    print(candidate.__name__, "Sized:", issubclass(candidate, Sized),
          "StrictSized:", issubclass(candidate, StrictSized))


class Plugin(metaclass=ABCMeta):
    pass


@Plugin.register
class Foreign:
    pass


class ForeignChild(Foreign):
    pass


print("registered:", issubclass(Foreign, Plugin), isinstance(ForeignChild(), Plugin))
print("not in mro:", Plugin in Foreign.__mro__, "mro:", [c.__name__ for c in ForeignChild.__mro__])
token = abc.get_cache_token()
Plugin.register(int)
print("token changed:", abc.get_cache_token() != token, "bool is Plugin:", isinstance(True, Plugin))
token = abc.get_cache_token()
Plugin.register(int)
print("token changed when repeated:", abc.get_cache_token() != token)
attempt("register an instance", Plugin.register, 3)


class Cycle(Plugin):
    pass


attempt("register a cycle", Cycle.register, Plugin)
attempt("isinstance of non-class", issubclass, 5, Plugin)
print("flag on function:", Shape.area.__isabstractmethod__, hasattr(Square.area, "__isabstractmethod__"))
print("flag on property:", Shape.__dict__["name"].__isabstractmethod__,
      Shape.__dict__["unit"].__isabstractmethod__, Shape.__dict__["dimensions"].__isabstractmethod__)
print("doc inherited by ABC:", Shape.__doc__, type(Shape).__name__, ABC.__slots__)
