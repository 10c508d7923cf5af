# harness:
#   description: functools - singledispatch resolution, wraps and update_wrapper, total_ordering, cmp_to_key
#   tags: [module:functools, protocols]
import functools
from collections import OrderedDict, abc
from functools import cmp_to_key, singledispatch, singledispatchmethod, total_ordering, update_wrapper, wraps


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


@singledispatch
def show(value, deep=False):
    """Default doc."""
    return f"object {value!r}"


@show.register
def _(value: int | float, deep=False):
    return f"number {value}"


@show.register(bool)
def show_bool(value, deep=False):
    return f"truth {value}, then {show.dispatch(int)(value)}"


@show.register
def _(value: abc.Mapping, deep=False):
    return f"mapping of {len(value)}"


@show.register(abc.Sized)
def _(value, deep=False):
    return f"sized {len(value)} {deep}"


@show.register(type(None))
def _(value, deep=False):
    return "nothing"


class Half:
    __len__ = __iter__ = lambda self: 3


for value in (1, 2.5, True, {}, OrderedDict(a=1), "text", [1], None, 1j, Half()):
    if not isinstance(value, Half):
        print("show", repr(value), "->", show(value))
print("sized:", show(Half(), deep=True), show.dispatch(Half) is show.dispatch(list),
      show.dispatch(str).__name__)
print("registry:", sorted(c.__name__ for c in show.registry), show.__name__, show.__doc__, show_bool.__name__)
show.register(abc.Iterable, lambda value, deep=False: "iterable")
attempt("ambiguous", show, Half())
show.register(Half, lambda value, deep=False: "half")
attempt("settled", show, Half())
attempt("no arguments", show)
try:
    show.register(lambda value: 1)
except TypeError as error:
    print("no annotation:", type(error).__name__)
attempt("bad annotation", show.register, "text")
attempt("not a class", show.register, 5, print)


class Base:
    @singledispatchmethod
    def handle(self, item):
        return "default"

    @handle.register
    def _(self, item: int):
        return f"int by {type(self).__name__}"

    @singledispatchmethod
    @classmethod
    def make(cls, item):
        return f"{cls.__name__} from object"

    @make.register
    @classmethod
    def _(cls, item: str):
        return f"{cls.__name__} from str"


class Child(Base):
    pass


print("methods:", Base().handle(1), Child().handle(True), Child().handle("x"), Child.make("s"),
      Child().make(5))
attempt("method without arguments", Base().handle)


def decorator(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return ("wrapped", function(*args, **kwargs))
    return wrapper


def original[T](x: T, y: "str" = "d") -> list[T]:
    """Original doc."""
    return [x, y]


original.extra = "kept"
wrapped = decorator(original)
print("wraps:", wrapped(1), wrapped.__name__, wrapped.__qualname__, wrapped.__doc__, wrapped.extra,
      wrapped.__wrapped__ is original, wrapped.__annotations__["y"],
      wrapped.__type_params__)
print("constants:", functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)


class Callable:
    def __call__(self):
        return 1


target = update_wrapper(Callable(), len, updated=())
print("missing attributes are skipped:", target.__name__, target.__wrapped__ is len,
      hasattr(update_wrapper(Callable(), Callable()), "__name__"))
attempt("missing dict", lambda: vars(update_wrapper(Callable(), type("S", (), {"__slots__": ()})())).keys())


@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented


one, two = Version(1, 2), Version(1, 10)
print("ordering:", one < two, one <= two, one > two, one >= two, one >= Version(1, 2), one <= Version(1, 2),
      Version.__gt__.__name__)
attempt("against int", lambda: one <= 5)
attempt("no ordering", total_ordering, type("Nothing", (), {}))
key = cmp_to_key(lambda a, b: (len(a) > len(b)) - (len(a) < len(b)) or (a > b) - (a < b))
print("cmp:", sorted(["ccc", "a", "bb", "aa", "b"], key=key), key("a") < key("bb"), key("a") == key("a"),
      key("x").obj, max(["q", "zz"], key=key))
attempt("cmp other type", lambda: key("a") < 5)
attempt("cmp hash", lambda: hash(key("a")))
attempt("cmp failure", lambda: sorted([1, "a"], key=cmp_to_key(lambda a, b: a - b)))
