# harness:
#   description: __init_subclass__ keywords and cooperation, __set_name__ order and errors
#   tags: [classes, hooks]

log = []


class Field:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name
        log.append(f"set_name {owner.__name__}.{name}")

    def __get__(self, instance, owner=None):
        return self if instance is None else instance.__dict__.get(self.name, self.kind())

    def __set__(self, instance, value):
        instance.__dict__[self.name] = self.kind(value)


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, *, abstract=False, **kwargs):
        log.append(f"init_subclass {cls.__name__} {sorted(kwargs)}")
        super().__init_subclass__(**kwargs)
        if not abstract:
            cls.registry[name or cls.__name__.lower()] = cls


class Base(Plugin, abstract=True):
    a = Field(int)
    b = Field(str)


class One(Base, name="uno"):
    c = Field(float)


class Two(One):
    pass


print(log)
print({k: v.__name__ for k, v in Plugin.registry.items()})
one = One()
one.a, one.c = "42", "1.5"
print(one.a, repr(one.b), one.c, one.__dict__, One.a.name)

log.clear()
late = Field(int)
One.late = late
print("late assignment", log, hasattr(late, "name"))

log.clear()
shared = Field(int)
Shared = type("Shared", (), {"first": shared, "second": shared})
print(log, shared.name)


class BadName:
    def __set_name__(self, owner, name):
        raise RuntimeError(f"refused {name}")


try:
    class Broken:
        ok = Field(int)
        bad = BadName()
except RuntimeError as exc:
    print(type(exc).__name__, exc, exc.__notes__, exc.__cause__)

for bases, kwargs in [((), {"extra": 1}), ((Plugin,), {"unknown": 1, "abstract": True}),
                      ((Plugin,), {"cls": 2})]:
    try:
        type("T", bases, {}, **kwargs)
    except TypeError:
        print("TypeError")

try:
    Plugin.__init_subclass__()
    print("callable directly", "plugin" in Plugin.registry)
except TypeError:
    print("TypeError")


class Left:
    def __init_subclass__(cls, left="no left", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.left = left


class Right:
    def __init_subclass__(cls, right="no right", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.right = right


class Both(Left, Right, right="R", left="L"):
    pass


class Defaulted(Both):
    pass


print(Both.left, Both.right, Defaulted.left, Defaulted.right)
print(type(Plugin.__dict__["__init_subclass__"]).__name__)


class Sees:
    def __init_subclass__(cls):
        cls.snapshot = sorted(k for k in cls.__dict__ if not k.startswith("__"))
        cls.added = True


class Seen(Sees):
    x = 1
    y: int = 2

    def method(self):
        return self.added


print(Seen.snapshot, Seen().method(), hasattr(Sees, "added"))


class Meta(type):
    def __new__(mcls, name, bases, ns, **kwargs):
        log.append("meta new start")
        cls = super().__new__(mcls, name, bases, ns, **kwargs)
        log.append("meta new end")
        return cls

    def __init__(cls, name, bases, ns, **kwargs):
        log.append("meta init")
        super().__init__(name, bases, ns)


log.clear()


class Ordered(Plugin, metaclass=Meta, abstract=True):
    f = Field(int)


print(log)
