# harness:
#   description: decorators with arguments, classes as decorators, stacking order, arbitrary expressions
#   tags: [decorators, functions]

import functools

log = []


def tag(name):
    log.append(f"make {name}")

    def apply(function):
        log.append(f"apply {name} to {function.__name__}")

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return f"<{name}>{function(*args, **kwargs)}</{name}>"
        return wrapper
    return apply


@tag("outer")
@tag("inner")
def text(value):
    """Docstring."""
    return value


print(text("x"), text.__name__, text.__doc__, text.__wrapped__("y"), text.__wrapped__.__wrapped__("z"))
print(log)


class CountCalls:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.calls, self.function(*args)

    def __get__(self, instance, owner):
        return self if instance is None else functools.partial(self, instance)


@CountCalls
def add(a, b=10):
    return a + b


class Host:
    @CountCalls
    def method(self, n):
        return type(self).__name__, n

    @classmethod
    @functools.lru_cache
    def cached(cls, n):
        log.append(f"computed {n}")
        return n * 2

    @staticmethod
    @CountCalls
    def static(n):
        return -n

    @property
    @functools.cache
    def prop(self):
        log.append("prop computed")
        return 7


log.clear()
host = Host()
print(add(1), add(1, 2), add.calls, add.__name__, host.method(5), host.method(6), Host.method.calls)
print(host.cached(4), Host.cached(4), Host.static(3), host.static(4), host.prop, host.prop, log)

registry = {}
decorators = {"double": lambda f: lambda *a: f(*a) * 2,
              "list": [lambda f: registry.setdefault(f.__name__, f)]}


@decorators["double"]
@decorators["list"][0]
@(lambda f: f)
@(upper := tag("U"))
def expression_target(x):
    return x


print(expression_target("e"), sorted(registry), callable(upper))


@(lambda f: print("decorating", f.__name__))
def printed_as_decorator_is_lost():
    pass


@(lambda cls: cls.__name__)
class Replaced:
    pass


@functools.partial(setattr, Host, "extra")
def stored(self):
    return "stored on class"


@(lambda f: f()) if registry else print
def immediately():
    return "called at once"


print(printed_as_decorator_is_lost, repr(Replaced), stored, host.extra(), immediately)


def optional(function=None, *, prefix="default"):
    if function is None:
        return lambda f: optional(f, prefix=prefix)

    @functools.wraps(function, assigned=("__name__",), updated=())
    def wrapper(*args):
        return f"{prefix}:{function(*args)}"
    return wrapper


@optional
def bare(x):
    """lost doc"""
    return x


@optional(prefix="custom")
def configured(x):
    return x


print(bare(1), configured(2), bare.__doc__, bare.__name__, configured.__wrapped__(3))


def class_decorator(**attrs):
    def wrap(cls):
        for name, value in attrs.items():
            setattr(cls, name, value)
        original = cls.__init__

        @functools.wraps(original)
        def __init__(self, *args, **kwargs):
            original(self, *args, **kwargs)
            self.decorated = True
        cls.__init__ = __init__
        return cls
    return wrap


@class_decorator(kind="k", level=3)
class Decorated:
    def __init__(self, n):
        self.n = n


d = Decorated(4)
print(d.n, d.decorated, d.kind, d.level, Decorated.__init__.__qualname__)


@functools.singledispatch
def describe(value):
    return f"object {value}"


@describe.register
def _(value: int | float):
    return f"number {value}"


@describe.register(list)
@describe.register(tuple)
def _(value):
    return f"sequence of {len(value)}"


@describe.register
def _(value: bool):
    return f"flag {value}"


print([describe(v) for v in (1, 2.5, [1], (), True, "s", None)], describe.dispatch(bool).__name__)
try:
    @describe.register
    def _(value):
        pass
except TypeError:
    print("TypeError")


class Formatter:
    @functools.singledispatchmethod
    def show(self, value):
        return f"? {value}"

    @show.register
    def _(self, value: int):
        return f"int {value}"

    @show.register
    @classmethod
    def _(cls, value: str):
        return f"{cls.__name__} str {value}"


print(Formatter().show(1), Formatter().show("s"), Formatter().show([]))
try:
    @functools.wraps(5)
    def odd():
        pass
    print(odd.__name__, odd.__wrapped__)

    @tag
    def wrong():
        pass
    wrong()
except TypeError:
    print("TypeError")
for source in ["@x\ny = 1", "@\ndef f(): pass", "@x y\ndef f(): pass", "@(yield)\ndef f(): pass",
               "@a, b\ndef f(): pass"]:
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__)
