# harness:
#   description: wording of errors when a special method returns the wrong type
#   tags: [messages, data-model]

import math
import operator


class Bad:
    def __getattr__(self, name):
        raise AttributeError(name)

    def __repr__(self):
        return 1

    def __str__(self):
        return None

    def __format__(self, spec):
        return b""

    def __bytes__(self):
        return "text"

    def __hash__(self):
        return "hash"

    def __len__(self):
        return "three"

    def __bool__(self):
        return 1

    def __int__(self):
        return 1.5

    def __float__(self):
        return 1

    def __complex__(self):
        return 1

    def __index__(self):
        return 1.0

    def __iter__(self):
        return 5

    def __dir__(self):
        return 5

    def __length_hint__(self):
        return "hint"


class NegativeLength:
    def __len__(self):
        return -1


class HugeLength:
    def __len__(self):
        return 2 ** 100


class BadInit:
    def __init__(self):
        return 5


class BadEnter:
    def __enter__(self):
        return self


CASES = {
    "repr": "repr(Bad())",
    "str": "str(Bad())",
    "print": "print(Bad())",
    "ascii": "ascii(Bad())",
    "repr inside list": "repr([Bad()])",
    "percent": "'%s' % Bad()",
    "percent r": "'%r' % Bad()",
    "format": "format(Bad())",
    "f-string": "f'{Bad()}'",
    "bytes": "bytes(Bad())",
    "hash": "hash(Bad())",
    "dict key": "{Bad(): 1}",
    "len": "len(Bad())",
    "negative len": "len(NegativeLength())",
    "huge len": "len(HugeLength())",
    "negative len as truth": "bool(NegativeLength())",
    "bool": "bool(Bad())",
    "not": "not Bad()",
    "if": "if Bad(): pass",
    "int": "int(Bad())",
    "float": "float(Bad())",
    "complex": "complex(Bad())",
    "index": "operator.index(Bad())",
    "subscript": "[1][Bad()]",
    "hex": "hex(Bad())",
    "iter": "iter(Bad())",
    "for": "for x in Bad(): pass",
    "dir": "dir(Bad())",
    "length hint": "operator.length_hint(Bad())",
    "init": "BadInit()",
    "exit missing": "with BadEnter(): pass",
    "sqrt": "math.sqrt('x')",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
