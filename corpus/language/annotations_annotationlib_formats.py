# harness:
#   description: annotationlib formats VALUE, FORWARDREF and STRING, ForwardRef evaluation
#   tags: [annotations, annotationlib]

import annotationlib
from annotationlib import Format, ForwardRef, get_annotations

print([(f.name, f.value) for f in Format])


def function(a: int, b: list[Undefined], c: Undefined.attr | None, d: "quoted", e: f"{1}x" = 0, *,
             k: dict[str, Other] = {}):
    pass


class Klass:
    x: Klass
    y: Undefined[int, "text"]
    z: ("sum" if 1 else q)
    w: -5 + 2 ** 3
    v: (1, [2, ...], {3: 4}, {5})
    u: not True
    t: func(1, *args, k=2)[0:1:2]
    s: a if b else c
    r: [n for n in range(3)]


for name, text in get_annotations(function, format=Format.STRING).items():
    print("STRING", name, "|", text)
for name, text in get_annotations(Klass, format=Format.STRING).items():
    print("STRING", name, "|", text)
try:
    get_annotations(function)
except NameError:
    print("VALUE NameError")
refs = get_annotations(function, format=Format.FORWARDREF)
print("FORWARDREF", refs["a"], refs["b"].__origin__, type(refs["c"]).__name__, refs["d"], refs["e"])
inner = refs["b"].__args__[0]
print(type(inner).__name__, inner.__forward_arg__, repr(inner).split(",")[0], inner == refs["b"].__args__[0])

Undefined = type("Undefined", (), {"attr": bytes, "__class_getitem__": classmethod(lambda cls,
        item: ("item", item))})
Other = float
print("evaluated", inner.evaluate() is Undefined, get_annotations(function)["k"])
print(get_annotations(Klass, format=Format.FORWARDREF)["y"])

ref = ForwardRef("list[int]")
print(ref.evaluate(), ref.__forward_arg__, ref, ForwardRef("x", module="m"))
print(ForwardRef("A") == ForwardRef("A"), ForwardRef("A") == ForwardRef("B"),
      hash(ForwardRef("A")) == hash(ForwardRef("A")))
for kwargs in [{}, {"globals": {"Thing": 1}}, {"locals": {"Thing": 2}},
               {"globals": {"Thing": 1}, "locals": {"Thing": 2}},
               {"format": Format.STRING}]:
    try:
        print(sorted(kwargs), ForwardRef("Thing").evaluate(**kwargs))
    except NameError:
        print(sorted(kwargs), "NameError")
print(ForwardRef("Thing[int]").evaluate(format=Format.FORWARDREF))
for bad in ("1 +", "x = 1", "", "yield x", 5):
    try:
        print(ForwardRef(bad).evaluate())
    except (SyntaxError, TypeError) as exc:
        print(repr(bad), type(exc).__name__)


def outer(T):
    class Local:
        field: T
        other: NotThere

        def method(self, p: T) -> NotThere:
            pass
    return Local


local = outer(complex)
print(get_annotations(local, format=Format.FORWARDREF)["field"], get_annotations(local, format=Format.STRING))
print(get_annotations(local.method, format=Format.STRING))
print({k: type(v).__name__ for k, v in get_annotations(local.method, format=Format.FORWARDREF).items()})

print(annotationlib.call_annotate_function(function.__annotate__, Format.STRING)["b"])
print(annotationlib.call_evaluate_function(lambda format: 1 / 1, Format.VALUE))
print(annotationlib.annotations_to_string({"a": int, "b": list[str], "c": "already", "d": None, "e": ...,
                                           "f": len, "g": 5}))
print([annotationlib.type_repr(v) for v in (int, list[int], str | None, print, "s", None, 1.5,
                                            annotationlib.Format)])
print(callable(annotationlib.get_annotate_from_class_namespace(vars(Klass))))


def strings(a: "int", b: "list[str]" = None, c: "no_such" = None):
    pass


print(get_annotations(strings), get_annotations(strings, format=Format.STRING))
try:
    get_annotations(strings, eval_str=True)
except NameError:
    print("NameError")
print(get_annotations(strings, eval_str=True, locals={"no_such": 7}))
for args, kwargs in [((5,), {}), ((strings,), {"format": Format.STRING, "eval_str": True}),
                     ((strings,), {"format": 99}),
                     ((strings,), {"format": Format.VALUE_WITH_FAKE_GLOBALS})]:
    try:
        print(get_annotations(*args, **kwargs))
    except (TypeError, ValueError) as exc:
        print(type(exc).__name__)


class Wrapper:
    def __init__(self):
        self.__annotations__ = {"own": int}


print(get_annotations(Wrapper()), get_annotations(Wrapper))


class Meta(type):
    meta_field: int


class WithMeta(metaclass=Meta):
    pass


class Base:
    base_field: str


class NoOwn(Base):
    pass


print(get_annotations(WithMeta), get_annotations(Meta), get_annotations(NoOwn), NoOwn.__annotations__)
