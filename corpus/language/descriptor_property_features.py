# harness:
#   description: property getters, setters, deleters, doc and names, inheritance, overriding
#   tags: [descriptors, property]

import functools


class Temp:
    def __init__(self, celsius):
        self._c = celsius

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._c

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("below zero")
        self._c = value

    @celsius.deleter
    def celsius(self):
        self._c = 0

    @property
    def fahrenheit(self):
        return self._c * 9 / 5 + 32

    kelvin = property(lambda self: self._c + 273.15, doc="explicit doc")
    write_only = property(None, lambda self, value: setattr(self, "_c", value))
    nothing = property()


t = Temp(20)
t.celsius += 5
print(t.celsius, t.fahrenheit, t.kelvin)
del t.celsius
t.write_only = 3
print(t.celsius, Temp.celsius.__doc__, Temp.kelvin.__doc__, Temp.fahrenheit.__doc__)
print(Temp.celsius.__name__, Temp.kelvin.fget.__name__, Temp.celsius.fset is not None, Temp.kelvin.fset)
for action in [lambda: setattr(t, "fahrenheit", 1), lambda: delattr(t, "fahrenheit"), lambda: t.write_only,
               lambda: t.nothing, lambda: setattr(t, "celsius", -300), lambda: setattr(t, "kelvin", 1),
               lambda: setattr(t, "nothing", 1), lambda: delattr(t, "nothing")]:
    try:
        action()
    except ValueError as exc:
        print("ValueError:", exc)
    except AttributeError:
        print("AttributeError")


class Child(Temp):
    @Temp.celsius.getter
    def celsius(self):
        return f"child {self._c}"

    @property
    def fahrenheit(self):
        return round(super().fahrenheit)

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9


c = Child(100)
print(c.celsius, c.fahrenheit, Child.celsius.__doc__)
c.fahrenheit = 50
print(c.celsius, c._c, Child.celsius.fset is Temp.celsius.fset, Child.celsius is Temp.celsius)


class Grand(Child):
    celsius = 7


print(Grand(1).celsius, Temp.celsius.__get__(Grand(1)), Temp.celsius.fget(Grand(2)))


class Sub(property):
    """Sub doc."""


class UsesSub:
    @Sub
    def a(self):
        """doc of a"""
        return 1

    @Sub
    def b(self):
        return 2


print(UsesSub.a.__doc__, UsesSub.b.__doc__, type(UsesSub.a).__name__, UsesSub().a + UsesSub().b)
p = property(doc="first")
try:
    p.__doc__ = "second"
    print(p.__doc__)
    p.fget = len
except AttributeError:
    print("AttributeError")
try:
    property().__name__
except AttributeError:
    print("AttributeError")
named = property(lambda self: 1)
print(named.__name__, property(len).__name__)


class Named:
    first = named
    other = property(lambda self: self.missing_thing)


print(Named.first.__name__, Named.other.__name__)
try:
    Named().other
except AttributeError:
    print("AttributeError")


class Cached:
    calls = 0

    @functools.cached_property
    def heavy(self):
        """heavy doc"""
        Cached.calls += 1
        return [Cached.calls]


k = Cached()
print(k.heavy is k.heavy, Cached.calls, k.__dict__, Cached.heavy.__doc__)
k.heavy = "assigned"
print(k.heavy)
del k.heavy
print(k.heavy, Cached.calls)


class NoDict:
    __slots__ = ()
    heavy = functools.cached_property(lambda self: 1)


try:
    NoDict().heavy
except TypeError:
    print("TypeError")
loose = functools.cached_property(len)
try:
    loose.__get__([], list)
except TypeError:
    print("TypeError")


class ClassLevel:
    _n = 0

    @classmethod
    def bump(cls):
        cls._n += 1
        return cls._n

    static = staticmethod(len)


class ClassSub(ClassLevel):
    pass


print(ClassLevel.bump(), ClassSub.bump(), ClassSub.bump(), ClassLevel._n, ClassSub.__dict__["_n"],
      ClassSub.static("ab"))
print(classmethod(len).__wrapped__ is len, staticmethod(len)([1]), classmethod(len).__func__ is len)
