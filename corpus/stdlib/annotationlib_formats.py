# harness:
#   description: annotationlib - deferred annotations, the three useful formats, forward references
#   tags: [module:annotationlib, annotations]
import annotationlib
from annotationlib import Format, ForwardRef, call_annotate_function, get_annotations


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def later(a: Missing, b: list[Missing] = (), *c: int | Other,
          **d: "text") -> Undefined.attr[1]: ...  # noqa: F821


class Holder:
    x: Missing  # noqa: F821
    y: int = 5
    z: "Holder"
    if y > 3:
        w: dict[str, Missing]  # noqa: F821

    def method(self) -> Holder: ...


for target in (later, Holder):
    for fmt in (Format.VALUE, Format.FORWARDREF, Format.STRING):
        attempt(f"{target.__name__} {fmt.name}", lambda: get_annotations(target, format=fmt)
                if fmt is not Format.FORWARDREF else {k: type(v).__name__ for k,
                                                      v in get_annotations(target, format=fmt).items()})
attempt("plain attribute", lambda: later.__annotations__)
print("method:", Holder.method.__annotations__["return"] is Holder,
      get_annotations(Holder.method, format=Format.STRING))
Missing = int
print("defined later:", Holder.__annotations__["x"], Holder.__annotations__["w"],
      get_annotations(Holder, eval_str=True)["z"] is Holder)
Missing = str
print("cached:", Holder.__annotations__["x"], get_annotations(Holder, format=Format.STRING)["x"])

EXPRESSIONS = ["a + b * -c", "a[b, c:d]", "f(x, *y, k=1)", "a.b.c", "(a, b)", "[a, *b]", "{a: b}", "{a}",
               "a if b else c", "not a", "a < b < c", "a | None", "'str'", "1.5", "a @ b",
               "~a", "f'{a}'", "a or b", "...", "b'x'", "a // 2", "[x for x in a]", "a == 'q'"]
for source in EXPRESSIONS:
    space = {}
    exec(f"def g(p: {source}): ...", space)
    try:
        print("string of", source, "->", get_annotations(space["g"], format=Format.STRING))
    except Exception as error:
        print("string of", source, "->", type(error).__name__)


def annotate(format, /):
    if format in (Format.VALUE, Format.VALUE_WITH_FAKE_GLOBALS):
        return {"made": undefined_here}  # noqa: F821
    raise NotImplementedError(format)


print("call:", call_annotate_function(annotate, Format.STRING),
      call_annotate_function(annotate, Format.FORWARDREF)["made"].__forward_arg__)
attempt("call value", call_annotate_function, annotate, Format.VALUE)
later.__annotate__ = lambda format: {"new": float}
print("replaced:", later.__annotations__, get_annotations(later))
later.__annotations__ = {"direct": bytes}
print("assigned:", later.__annotations__, later.__annotate__)
attempt("bad annotate", setattr, later, "__annotate__", 5)
attempt("bad annotations", setattr, later, "__annotations__", 5)

reference = ForwardRef("list[Missing]")
print("reference:", reference, reference.evaluate(globals={"Missing": int, "list": list}),
      reference.__forward_arg__, reference == ForwardRef("list[Missing]"),
      ForwardRef("x", is_class=True).__forward_is_class__)
attempt("unresolved", ForwardRef("nothing_here").evaluate, globals={})
attempt("kept", ForwardRef("nothing_here").evaluate, globals={}, format=Format.FORWARDREF)
attempt("as string", ForwardRef("a + b").evaluate, format=Format.STRING)
attempt("syntax", lambda: ForwardRef("a +").evaluate(globals={}))
attempt("type", ForwardRef, 5)
attempt("direct call", ForwardRef("x"))
attempt("no annotations", get_annotations, 5)
attempt("format value", get_annotations, later, format=99)
attempt("eval_str and string", get_annotations, later, eval_str=True, format=Format.STRING)
print("to string:", [annotationlib.type_repr(v) for v in (int, list[int], None, ..., "text", len, 5, Holder)],
      annotationlib.annotations_to_string({"a": int, "b": "c"}))
print("formats:", [(f.name, f.value) for f in Format],
      annotationlib.get_annotate_from_class_namespace(vars(Holder)) is not None)


class Child(Holder):
    pass


def outer(kind):
    class Local:
        field: kind
        other: Unknown  # noqa: F821
    return Local


print("inherited:", get_annotations(Child), list(Holder.__annotations__))
attempt("closure", lambda: get_annotations(outer(complex), format=Format.FORWARDREF)["field"])
print("closure string:", get_annotations(outer(complex), format=Format.STRING), get_annotations(lambda: 0))
side = []


def effects(a: side.append("evaluated")): ...


print("lazy:", side[:], effects.__annotations__, side[:], effects.__annotations__, side)
