# harness:
#   description: truth testing through __bool__ and __len__, their precedence and refused results
#   tags: [truthiness, data-model]

import decimal
import fractions


class Both:
    def __bool__(self):
        return False

    def __len__(self):
        raise AssertionError("never asked")


class OnlyLen:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class BadBool:
    def __bool__(self):
        return 1


class NoneBool:
    __bool__ = None


class OnInstance:
    pass


print("bool wins", bool(Both()), bool(OnlyLen(0)), bool(OnlyLen(3)))

for label, obj in [("int from bool", BadBool()), ("negative len", OnlyLen(-1)), ("float len", OnlyLen(1.0)),
                   ("none bool", NoneBool()), ("huge len", OnlyLen(2 ** 70)), ("str len", OnlyLen("3"))]:
    for op in (bool, len):
        try:
            print(label, op.__name__, op(obj))
        except Exception as exc:
            print(label, op.__name__, type(exc).__name__)

one = OnInstance()
one.__bool__ = lambda: False
one.__len__ = lambda: 0
print("instance attribute ignored", bool(one))


class Meta(type):
    def __bool__(cls):
        return cls.__name__.startswith("Y")


class Yes(metaclass=Meta):
    pass


class No(metaclass=Meta):
    pass


print("class truth", bool(Yes), bool(No), bool(Yes()), bool(No()))


class IndexLen:
    def __len__(self):
        class Five:
            def __index__(self):
                return 5
        return Five()


print("len through index", len(IndexLen()), bool(IndexLen()))

values = [0, 0.0, -0.0, 0j, "", b"", bytearray(), (), [], {}, set(), frozenset(), range(0), range(3, 1), None,
          False,
          decimal.Decimal(0), fractions.Fraction(0), memoryview(b"")]
print("falsy", [bool(v) for v in values].count(True), len(values))
truthy = [float("nan"), "0", " ", [0], {0: 0}, (None,), range(1), object(), NotImplementedError, lambda: 0,
          -1, 1e-300]
print("truthy", all(truthy), len(truthy))
try:
    print(bool(NotImplemented))
except TypeError:
    print("TypeError")
print("ellipsis", bool(...), not ...)
print("bool calls", bool(), bool([]), bool("False"), int(True), isinstance(True, int), bool.__mro__)
for args, kwargs in [((1, 2), {}), ((), {"x": 1})]:
    try:
        bool(*args, **kwargs)
    except TypeError:
        print("TypeError")
try:
    class Sub(bool):
        pass
except TypeError:
    print("TypeError")
