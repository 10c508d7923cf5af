# harness:
#   description: wording of errors for abstract classes and protocols that cannot be instantiated
#   tags: [messages, classes]

import abc
import contextlib
import numbers
import typing
from collections import abc as cabc


class One(abc.ABC):
    @abc.abstractmethod
    def area(self):
        pass


class Three(One):
    @property
    @abc.abstractmethod
    def name(self):
        pass

    @classmethod
    @abc.abstractmethod
    def build(cls):
        pass


class Half(Three):
    def area(self):
        return 1

    name = "half"


class Shape(typing.Protocol):
    side: int

    def area(self):
        pass


@typing.runtime_checkable
class Sided(typing.Protocol):
    side: int


CASES = {
    "one method": "One()",
    "one method with arguments": "One(1, x=2)",
    "three methods": "Three()",
    "one left": "Half()",
    "made by type": "abc.ABCMeta('Made', (Half,), {})()",
    "Iterable": "cabc.Iterable()",
    "Sequence": "cabc.Sequence()",
    "MutableMapping": "cabc.MutableMapping()",
    "Hashable": "cabc.Hashable()",
    "Number": "numbers.Complex()",
    "context manager": "contextlib.AbstractContextManager()",
    "protocol": "Shape()",
    "protocol isinstance": "isinstance(1, Shape)",
    "protocol issubclass": "issubclass(int, Shape)",
    "data protocol issubclass": "issubclass(int, Sided)",
    "protocol with plain base": "class Wrong(One, typing.Protocol): pass",
    "register": "One.register(5)",
    "register cycle": "Half.register(One)",
    "isinstance second": "isinstance(1, [One])",
    "issubclass first": "issubclass(1, One)",
    "Any": "typing.Any()",
    "Union": "typing.Union()",
    "Optional": "typing.Optional[1, 2]",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
