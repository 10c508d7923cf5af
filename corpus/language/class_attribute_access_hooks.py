# harness:
#   description: __getattr__, __getattribute__, __setattr__, __delattr__, __dir__ and how they interleave
#   tags: [classes, data-model]


class Logged:
    kind = "class attribute"

    def __init__(self):
        object.__setattr__(self, "log", [])
        self.a = 1

    def __getattribute__(self, name):
        log = object.__getattribute__(self, "log")
        log.append(f"getattribute {name}")
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        object.__getattribute__(self, "log").append(f"getattr {name}")
        if name.startswith("x"):
            return name.upper()
        raise AttributeError(f"nothing called {name}")

    def __setattr__(self, name, value):
        object.__getattribute__(self, "log").append(f"setattr {name}={value}")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        object.__getattribute__(self, "log").append(f"delattr {name}")
        super().__delattr__(name)

    def __len__(self):
        return 3

    def __dir__(self):
        return ["zeta", "alpha", "mid"]


def drain(obj):
    log = object.__getattribute__(obj, "log")
    text = ", ".join(log)
    log.clear()
    return text


item = Logged()
print("init:", drain(item))
print(item.a, item.kind, item.xyz, "|", drain(item))
for name in ("missing", "xa", "__len__", "__foo__"):
    print(name, hasattr(item, name), getattr(item, name, "default") == "default", "|", drain(item))
try:
    item.missing
except AttributeError as exc:
    print("AttributeError:", exc, exc.name, exc.obj is item)
drain(item)
print(len(item), "implicit lookup skips hooks |", drain(item))
item.b = 2
del item.b
try:
    del item.b
except AttributeError:
    print("AttributeError")
print(drain(item))
print(dir(item), drain(item))


class BadDir:
    def __dir__(self):
        return 5


try:
    dir(BadDir())
except TypeError:
    print("TypeError")


class PropertyRaises:
    @property
    def value(self):
        return self.absent

    def __getattr__(self, name):
        return f"fallback for {name}"


print(PropertyRaises().value)


class PropertyRaisesNoFallback:
    @property
    def value(self):
        raise AttributeError("inner trouble")


print(hasattr(PropertyRaisesNoFallback(), "value"), getattr(PropertyRaisesNoFallback(), "value", "dflt"))
try:
    PropertyRaisesNoFallback().value
except AttributeError as exc:
    print("AttributeError:", exc)


class Other:
    def __getattr__(self, name):
        raise KeyError(name)


try:
    hasattr(Other(), "k")
except KeyError as exc:
    print("KeyError passes through hasattr:", exc)


class Proxy:
    def __init__(self, target):
        self.__dict__["target"] = target

    def __getattr__(self, name):
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        setattr(self.target, name, value)


class Target:
    pass


target = Target()
proxy = Proxy(target)
proxy.colour = "red"
print(target.colour, proxy.colour, proxy.__dict__.keys(), vars(target))
try:
    len(Proxy([1, 2]))
except TypeError:
    print("TypeError")
print(Proxy([1, 2]).__len__(), Proxy("abc").upper())


class Suggest:
    def __init__(self):
        self.length = 3


for attr in ("lenght", "len", "Length"):
    try:
        getattr(Suggest(), attr)
    except AttributeError as exc:
        print(type(exc).__name__, exc.name)
print(Suggest.__dict__.get("missing"), type(Suggest.__dict__).__name__)
try:
    Suggest.__dict__["x"] = 1
except TypeError:
    print("TypeError")
try:
    Suggest.nothing
except AttributeError:
    print("AttributeError")
