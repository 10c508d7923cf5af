# harness:
#   description: inspect.signature - parameters, binding errors, text form, wrapped functions, classes
#   tags: [module:inspect, functions]
import functools
import inspect
from inspect import Parameter, Signature, signature


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


def full(a, b: int, /, c: "str" = "x", *args: float, d, e: list[int] = (1, 2), **kwargs) -> dict[str, int]:
    """Doc."""


async def asynchronous(x, *, y=None): ...


class Base:
    def __init__(self, one, two=2): ...

    def method(self, x, *, y): ...

    @classmethod
    def made(cls, z): ...

    @staticmethod
    def plain(q=...): ...


class ByNew:
    def __new__(cls, size): ...


class Meta(type):
    def __call__(cls, through_meta): ...


class WithMeta(metaclass=Meta):
    def __init__(self, ignored): ...


class Called:
    def __call__(self, value, /): ...


class Child(Base):
    pass


class Declared:
    __signature__ = Signature([Parameter("given", Parameter.KEYWORD_ONLY)])


def decorate(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs): ...
    return wrapper


for target in (full, asynchronous, Base, Child, Base(1).method, Base.method, Base.made, Base.plain, ByNew,
               WithMeta, Called(), Declared, decorate(full), lambda *a, k=0: 0,
               functools.partial(full, 1, d=4), functools.partial(full, c="z"),
               functools.partial(Base.method, y=5)):
    name = getattr(target, "__name__", type(target).__name__)
    print(name, signature(target))
print("not followed:", signature(decorate(full), follow_wrapped=False))
for bad in (5, "text", None):
    attempt(f"signature of {bad!r}", signature, bad)

parameters = signature(full).parameters
for name, parameter in parameters.items():
    print(name, parameter.kind.name, parameter.kind.description,
          repr(parameter.default) if parameter.default is not Parameter.empty else "none",
          parameter.annotation if parameter.annotation is not Parameter.empty else "none", "|", parameter)
print("return:", signature(full).return_annotation, signature(Base).return_annotation is Signature.empty)

CALLS = [((1, 2), {"d": 4}), ((1,), {"d": 4}), ((1, 2), {}), ((1, 2, 3, 4, 5), {"d": 6, "z": 7}),
         ((1, 2), {"a": 1, "d": 4}), ((1, 2, 3), {"c": 5, "d": 4}), ((1, 2), {"b": 3, "d": 1})]
for args, kwargs in CALLS:
    attempt(f"bind {args} {kwargs}", lambda: dict(signature(full).bind(*args, **kwargs).arguments))
attempt("too many", signature(Base).bind, 1, 2, 3)
attempt("unexpected", signature(Base).bind, 1, three=3)
attempt("bind_partial", lambda: signature(full).bind_partial(1, e=5))
bound = signature(full).bind(1, 2, d=3)
bound.apply_defaults()
print("defaults:", bound.arguments, bound.args, bound.kwargs)
bound.arguments["c"] = "changed"
print("changed:", bound.args, bound == signature(full).bind(1, 2, d=3), bound.signature == signature(full))

attempt("order", Signature, [Parameter("a", Parameter.KEYWORD_ONLY), Parameter("b",
                                                                               Parameter.POSITIONAL_ONLY)])
attempt("default order", Signature, [Parameter("a", Parameter.POSITIONAL_OR_KEYWORD, default=1),
                                     Parameter("b", Parameter.POSITIONAL_OR_KEYWORD)])
attempt("duplicate", Signature, [Parameter("a", Parameter.KEYWORD_ONLY)] * 2)
attempt("parameter name", Parameter, "1a", Parameter.KEYWORD_ONLY)
attempt("keyword name", Parameter, "class", Parameter.KEYWORD_ONLY)
attempt("default for star", Parameter, "a", Parameter.VAR_POSITIONAL, default=1)
attempt("kind", Parameter, "a", 99)
replaced = signature(full).replace(parameters=list(parameters.values())[:2],
                                   return_annotation=Signature.empty)
print("replaced:", replaced, parameters["a"].replace(name="renamed", annotation="T"),
      replaced == signature(lambda a, b, /: 0), hash(replaced) == hash(signature(full).replace(
    parameters=list(parameters.values())[:2], return_annotation=Signature.empty)))
print("format:", signature(full).format(max_width=30).splitlines(),
      signature(full).format(quote_annotation_strings=False)[:30])
print("eval:", signature(full, eval_str=True).parameters["c"].annotation, repr(signature(Called())),
      repr(parameters["e"]))
print("args spec:", inspect.getfullargspec(full)[:6])
attempt("callargs", inspect.getcallargs, full, 1, 2, d=0)
