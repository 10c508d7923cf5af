# harness:
#   description: method resolution order for diamonds and deep lattices, C3 conflicts, mro() overrides
#   tags: [classes, mro]


def names(cls):
    return " ".join(c.__name__ for c in cls.__mro__)


class O1: pass  # noqa: E701
class A(O1): pass  # noqa: E302, E701
class B(O1): pass  # noqa: E302, E701
class C(A, B): pass  # noqa: E302, E701
class D(B): pass  # noqa: E302, E701
class E(C, D): pass  # noqa: E302, E701
class F(A, D, B): pass  # noqa: E302, E701


for cls in (C, D, E, F, bool, type, OSError, UnicodeDecodeError):
    print(cls.__name__, "->", names(cls))

lattice = {"K1": "ABX", "K2": "XYB", "K3": "AY"}
made = {letter: type(letter, (), {}) for letter in "ABXY"}
for name, bases in lattice.items():
    made[name] = type(name, tuple(made[b] for b in bases), {})
try:
    made["Z"] = type("Z", (made["K1"], made["K2"], made["K3"]), {})
    print(names(made["Z"]))
except TypeError:
    print("TypeError")
made["Z"] = type("Z", (made["K1"], made["K3"]), {})
print(names(made["Z"]))

for bases in [(object, O1), (O1, A), (C, A, O1), (A, A), (int, str), (O1, int), (5,), (B, C)]:
    try:
        print(names(type("T", bases, {})))
    except TypeError:
        print("TypeError")


class Loud:
    def greet(self):
        return ["Loud"]


class Left(Loud):
    def greet(self):
        return ["Left"] + super().greet()


class Right(Loud):
    def greet(self):
        return ["Right"] + super().greet()


class Both(Left, Right):
    def greet(self):
        return ["Both"] + super().greet()


print(Both().greet(), super(Left, Both()).greet(), Left.greet(Both()))


class ReverseMeta(type):
    def mro(cls):
        order = super().mro()
        return [order[0]] + order[1:-1][::-1] + [order[-1]]


class Flipped(Left, Right, metaclass=ReverseMeta):
    pass


print(names(Flipped), Flipped().greet())


class BadMeta(type):
    def mro(cls):
        return [cls, 5]


try:
    class Bad(metaclass=BadMeta):
        pass
except TypeError:
    print("TypeError")


class First:
    who = "first"


class Second:
    who = "second"


class Movable(First):
    pass


class Child(Movable):
    pass


child = Child()
print(child.who, names(Child))
Movable.__bases__ = (Second, First)
print(child.who, names(Child), Movable.__base__.__name__, First.__subclasses__() == [Movable])
for bases in [(), (Child,), [First], (First,), (5,)]:
    try:
        Movable.__bases__ = bases
        print("set", names(Movable))
    except TypeError:
        print("TypeError")
print([c.__name__ for c in Loud.__subclasses__()], O1.__subclasses__() == [A, B], issubclass(E, B),
      E.__bases__ == (C, D))
print(Flipped.mro()[1].__name__, type.mro(Flipped)[1].__name__)
