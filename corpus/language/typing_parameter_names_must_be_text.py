# harness:
#   description: TypeVar, ParamSpec, TypeVarTuple and NewType called with odd names
#   tags: [typing]

import typing
from typing import ParamSpec, TypeVar, TypeVarTuple

for factory in (TypeVar, ParamSpec, TypeVarTuple, typing.NewType):
    for name in ("T", "not an identifier", "", 5, None, b"T", ("T",)):
        try:
            made = factory(name, int) if factory is typing.NewType else factory(name)
            print(factory.__name__, repr(name), "made", repr(made.__name__))
        except TypeError:
            print(factory.__name__, repr(name), "TypeError")
