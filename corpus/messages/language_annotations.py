# harness:
#   description: wording of errors when annotations are evaluated
#   tags: [messages, annotations]

import annotationlib
import typing
from annotationlib import Format, ForwardRef, get_annotations


def function(a: Undefined, b: "no_such" = None):
    pass


class Wrong:
    x: "1 +"


class Number:
    x: "5"


def texts(a: "no_such"):
    pass


CASES = {
    "attribute": "function.__annotations__",
    "get_annotations": "get_annotations(function)",
    "eval_str": "get_annotations(texts, eval_str=True)",
    "eval_str and format": "get_annotations(texts, eval_str=True, format=Format.STRING)",
    "format number": "get_annotations(texts, format=99)",
    "fake globals": "get_annotations(texts, format=Format.VALUE_WITH_FAKE_GLOBALS)",
    "of int": "get_annotations(5)",
    "set": "texts.__annotations__ = 5",
    "set annotate": "texts.__annotate__ = 5",
    "annotate format": "function.__annotate__(99)",
    "annotate without": "function.__annotate__()",
    "forward reference": "ForwardRef('Undefined').evaluate()",
    "forward syntax": "ForwardRef('1 +').evaluate()",
    "forward statement": "ForwardRef('x = 1').evaluate()",
    "forward type": "ForwardRef(5)",
    "hints": "typing.get_type_hints(texts)",
    "hints of wrong class": "typing.get_type_hints(Wrong)",
    "hints of int": "typing.get_type_hints(5)",
    "hints of text": "typing.get_type_hints('text')",
    "module annotations": "__annotations__",
    "class without": """
class X: pass
del X.__annotations__
X.__annotations__.x
""",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
