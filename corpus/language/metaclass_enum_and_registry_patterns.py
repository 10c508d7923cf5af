# harness:
#   description: hand-written enumeration, interface checker, singleton and multimethod metaclasses
#   tags: [metaclasses, classes]

import inspect


class EnumDict(dict):
    def __init__(self):
        super().__init__()
        self.members = []

    def __setitem__(self, key, value):
        if not (key.startswith("_") or callable(value) or isinstance(value,
                (property, classmethod, staticmethod))):
            if key in self.members:
                raise TypeError(f"{key!r} used twice")
            self.members.append(key)
            if value is ...:
                value = len(self.members)
        super().__setitem__(key, value)


class EnumMeta(type):
    @classmethod
    def __prepare__(mcls, name, bases, *, start=None):
        if any(getattr(base, "_members", None) for base in bases):
            raise TypeError(f"cannot extend {bases[0].__name__}")
        return EnumDict()

    def __new__(mcls, name, bases, namespace, *, start=None):
        values = {k: namespace[k] for k in namespace.members}
        cls = super().__new__(mcls, name, bases, {k: v for k, v in namespace.items() if k not in values})
        cls._members = {}
        for key, value in values.items():
            member = next((m for m in cls._members.values() if m.value == value), None)
            if member is None:
                member = object.__new__(cls)
                member.name, member.value = key, value
            cls._members[key] = member
            type.__setattr__(cls, key, member)
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)

    def __call__(cls, value):
        for member in cls:
            if member.value == value:
                return member
        raise ValueError(f"{value!r} is not a valid {cls.__name__}")

    def __iter__(cls):
        return iter({id(m): m for m in cls._members.values()}.values())

    def __len__(cls):
        return sum(1 for _ in cls)

    def __getitem__(cls, name):
        return cls._members[name]

    def __contains__(cls, item):
        return item in cls._members.values()

    def __setattr__(cls, name, value):
        if name in getattr(cls, "_members", {}):
            raise AttributeError(f"cannot reassign {name}")
        super().__setattr__(name, value)

    def __repr__(cls):
        return f"<enum {cls.__name__}>"


class Enum(metaclass=EnumMeta):
    def __repr__(self):
        return f"{type(self).__name__}.{self.name}"


class Colour(Enum):
    RED = ...
    GREEN = ...
    CRIMSON = 1
    BLUE = "b"

    def shout(self):
        return self.name + "!"

    @property
    def double(self):
        return self.value * 2


print(Colour, list(Colour), len(Colour), Colour.RED, Colour.CRIMSON is Colour.RED, Colour(2), Colour["BLUE"],
      Colour.RED in Colour, 1 in Colour)
print(Colour.GREEN.shout(), Colour.BLUE.double, isinstance(Colour.RED, Colour), type(Colour).__name__,
      {Colour.RED: 1}[Colour("b") and Colour(1)])


def attempt(label, thunk):
    try:
        print(label, thunk())
    except Exception as exc:
        print(label, type(exc).__name__, exc)


attempt("value", lambda: Colour(99))
attempt("name", lambda: Colour["NOPE"])
attempt("assign", lambda: setattr(Colour, "RED", 5))
attempt("extend", lambda: type(Colour)("More", (Colour,), EnumDict()))
attempt("extend by statement", lambda: exec("class More(Colour): pass", {"Colour": Colour}))
attempt("duplicate", lambda: exec("class Dup(Enum):\n    A = 1\n    A = 2", {"Enum": Enum}))


class Interface(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace)
        required = {}
        for base in reversed(cls.__mro__):
            required.update(getattr(base, "__requires__", {}))
        missing = [f"{n}{inspect.signature(f)}" for n,
                   f in required.items() if n not in namespace and not hasattr(cls, n)]
        wrong = [n for n, f in required.items()
                 if n in namespace and inspect.signature(f) != inspect.signature(namespace[n])]
        if bases and not kwargs.get("abstract") and (missing or wrong):
            raise TypeError(f"{name} misses {missing} and has wrong {wrong}")
        return cls

    def __init__(cls, *args, **kwargs):
        super().__init__(*args)


class Shape(metaclass=Interface):
    __requires__ = {"area": lambda self: 0, "scale": lambda self, factor, *, keep=True: 0}


class Square(Shape):
    def area(self):
        return 4

    def scale(self, factor, *, keep=True):
        return factor


attempt("partial", lambda: exec("class P(Shape):\n    def area(self): pass", {"Shape": Shape}))
attempt("wrong", lambda: exec("class P(Shape):\n    def area(self, x): pass\n    def scale(self): pass",
                              {"Shape": Shape}))
attempt("abstract", lambda: exec("class P(Shape, abstract=True): pass\nprint(P.__mro__[1].__name__)",
                                 {"Shape": Shape}))
attempt("inherits", lambda: type(Square)("Sub", (Square,), {})().area())


class Multi(dict):
    def __setitem__(self, key, value):
        if inspect.isfunction(value) and key in self and not key.startswith("__"):
            previous = self[key]
            value = previous.extend(value) if isinstance(previous, Overloads) else Overloads(previous, value)
        super().__setitem__(key, value)


class Overloads:
    def __init__(self, *functions):
        self.functions = functions

    def extend(self, function):
        return Overloads(*self.functions, function)

    def __get__(self, instance, owner):
        def dispatch(*args):
            for function in self.functions:
                kinds = list(function.__annotations__.values())
                if len(kinds) == len(args) and all(map(isinstance, args, kinds)):
                    return function(instance, *args)
            raise TypeError(f"no match for {[type(a).__name__ for a in args]}")
        return dispatch


class MultiMeta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return Multi()


class Calc(metaclass=MultiMeta):
    def do(self, a: int):
        return f"int {a}"

    def do(self, a: str):  # noqa: F811
        return f"str {a}"

    def do(self, a: int, b: int):  # noqa: F811
        return f"two {a + b}"

    def single(self, a: int):
        return a


c = Calc()
print(c.do(1), c.do("x"), c.do(2, 3), c.single(4))
attempt("no match", lambda: c.do(1.5))


class Singleton(type):
    _made = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._made:
            cls._made[cls] = super().__call__(*args, **kwargs)
        return cls._made[cls]


class Config(metaclass=Singleton):
    def __init__(self, value=0):
        self.value = value


class SubConfig(Config):
    pass


print(Config(1) is Config(2), Config().value, SubConfig(5) is Config(), SubConfig().value,
      [k.__name__ for k in Singleton._made])
