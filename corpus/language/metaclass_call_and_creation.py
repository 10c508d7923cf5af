# harness:
#   description: metaclass __prepare__, __new__, __init__, __call__ order, keyword arguments
#   tags: [metaclasses]

import types

log = []


class Tracked(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            log.append(f"bind {key}")
        super().__setitem__(key, value)

    def __missing__(self, key):
        if key.startswith("auto_"):
            log.append(f"invent {key}")
            return len(key)
        raise KeyError(key)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        log.append(f"prepare {name} {[b.__name__ for b in bases]} {kwargs}")
        return Tracked()

    def __new__(mcls, name, bases, namespace, **kwargs):
        log.append(f"new {type(namespace).__name__}")
        return super().__new__(mcls, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **kwargs):
        log.append(f"init {sorted(kwargs)}")
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        log.append(f"call {cls.__name__} {args}")
        return super().__call__(*args, **kwargs)


def drain(label):
    print(label, *log, sep="\n    ")
    log.clear()


class Plain(metaclass=Meta, flag=True):
    x = 1
    y = auto_value
    x = 2

    def __init__(self, n):
        self.n = n


drain("definition")
print(Plain(5).n, Plain.x, Plain.y, type(Plain).__name__)
drain("instance")


class Derived(Plain):
    z = 3


drain("derived")


class Other(type):
    pass


class SubMeta(Meta):
    pass


class UsesOther(metaclass=Other):
    pass


try:
    class Clash(Plain, UsesOther):
        pass
except TypeError:
    print("TypeError")
log.clear()


class Promoted(Plain, metaclass=SubMeta):
    pass


class Ignored(Promoted, metaclass=type):
    pass


print(type(Promoted).__name__, type(Ignored).__name__)
log.clear()


class BadPrepare(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return 5


try:
    class Bad(metaclass=BadPrepare):
        pass
except TypeError:
    print("TypeError")


def function_meta(name, bases, namespace, **kwargs):
    return (name, bases, sorted(k for k in namespace if not k.startswith("__")), kwargs)


class Fake(int, str, metaclass=function_meta, option=1):
    a = 1

    def b(self):
        pass


print(Fake)


class Entries:
    def __mro_entries__(self, bases):
        return (int,) if len(bases) == 1 else (dict, list)[:1]


class FromEntries(Entries()):
    pass


print(FromEntries.__bases__, type(FromEntries.__orig_bases__[0]).__name__, FromEntries(5) + 1)
print(types.resolve_bases((Entries(), int)), types.get_original_bases(FromEntries)[0].__class__.__name__)
meta, namespace, kwds = types.prepare_class("N", (Plain,), {"metaclass": SubMeta, "k": 1})
print(meta.__name__, type(namespace).__name__, kwds)
log.clear()
made = types.new_class("Made", (Plain,), {"flag": 2}, lambda ns: ns.update(value=10))
print(made.value, made.__name__, type(made).__name__)
drain("new_class")
try:
    class NotMeta(metaclass=5):
        pass
except TypeError:
    print("TypeError")
try:
    class NotBase(5):
        pass
except TypeError:
    print("TypeError")


class Counting(type):
    instances = 0

    def __call__(cls, *args):
        Counting.instances += 1
        return Counting.instances


class Numbered(metaclass=Counting):
    def __init__(self):
        raise AssertionError("never run")


print(Numbered(), Numbered(), Numbered(1, 2, 3))


class Iterable(type):
    def __iter__(cls):
        return iter(sorted(k for k in vars(cls) if k.isupper()))

    def __len__(cls):
        return 3

    def __contains__(cls, item):
        return item in vars(cls)

    def __add__(cls, other):
        return type(cls)(cls.__name__ + other.__name__, (cls, other), {})

    def __getattr__(cls, name):
        return f"{cls.__name__} has no {name}"


class Colours(metaclass=Iterable):
    RED = 1
    GREEN = 2


class Shapes(metaclass=Iterable):
    ROUND = 1


print(list(Colours), len(Colours), "RED" in Colours, Colours + Shapes, Colours.blue, [*(Colours + Shapes)])
