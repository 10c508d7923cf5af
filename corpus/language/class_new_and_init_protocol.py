# harness:
#   description: __new__ and __init__ cooperation, foreign returns, immutable subclasses, singletons
#   tags: [classes, data-model]

log = []


class Traced:
    def __new__(cls, *args, **kwargs):
        log.append(f"new {cls.__name__} {args} {kwargs}")
        return super().__new__(cls)

    def __init__(self, *args, **kwargs):
        log.append(f"init {args} {kwargs}")


Traced(1, k=2)
print(log)


class Foreign:
    def __new__(cls, value):
        return value

    def __init__(self, value):
        log.append("never for foreign")


log.clear()
print(Foreign(5), Foreign("text"), log)


class SubReturn(Traced):
    pass


class ReturnsSub(Traced):
    def __new__(cls, *args):
        return object.__new__(Deeper)


class Deeper(ReturnsSub):
    def __init__(self, *args):
        log.append(f"Deeper.init {args}")


log.clear()
print(type(ReturnsSub(7)).__name__, log)


class Celsius(float):
    def __new__(cls, value, unit="C"):
        self = super().__new__(cls, value if unit == "C" else (value - 32) / 1.8)
        self.unit = unit
        return self

    def __repr__(self):
        return f"Celsius({float(self):.1f} from {self.unit})"


print(Celsius(20.5), Celsius(212, unit="F"), Celsius(1) + 1, sorted([Celsius(3), Celsius(-2)]))


class Pair(tuple):
    def __new__(cls, a, b):
        return tuple.__new__(cls, (a, b))

    first = property(lambda self: self[0])


print(Pair(1, 2), Pair(1, 2).first, Pair(1, 2) == (1, 2), Pair(*"xy") + (3,))


class Singleton:
    instance = None
    inits = 0

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self):
        Singleton.inits += 1


print(Singleton() is Singleton(), Singleton.inits)


class InitReturns:
    def __init__(self):
        return 5


class OnlyNew:
    def __new__(cls, x):
        return object.__new__(cls)


class OnlyInit:
    def __init__(self, x):
        self.x = x


class NewPassesOn:
    def __new__(cls, *args):
        return object.__new__(cls, *args)


class InitPassesOn:
    def __init__(self, *args):
        object.__init__(self, *args)


class Neither:
    pass


ATTEMPTS = """
InitReturns()
OnlyNew(1)
OnlyNew()
OnlyInit(1).x
OnlyInit()
OnlyInit(1, 2)
NewPassesOn()
NewPassesOn(1)
InitPassesOn()
InitPassesOn(1)
Neither(1)
Neither(x=1)
object(1)
object.__new__()
object.__new__(5)
object.__new__(int)
object.__new__(Neither, 1)
object.__init__(Neither(), 1)
int.__new__(str)
int.__new__(bool, 1)
tuple.__new__(list)
list.__new__(list, 5)
dict.__new__(dict, 1, 2, 3)
str.__new__(str, b"x", "ascii")
type.__new__(type, "T", (), {}).__name__
NewPassesOn.__new__(int)
""".strip().splitlines()
for source in ATTEMPTS:
    try:
        value = eval(source)
        print(source, "->", value if isinstance(value, (int, str, list, dict)) else type(value).__name__)
    except TypeError:
        print(source, "-> TypeError")

blank = OnlyInit.__new__(OnlyInit)
print(blank.__dict__, hasattr(blank, "x"))
blank.__init__(3)
print(blank.__dict__)
print(type(Traced.__dict__["__new__"]).__name__, Traced.__new__ is Traced.__new__,
      Neither.__new__ is object.__new__)
