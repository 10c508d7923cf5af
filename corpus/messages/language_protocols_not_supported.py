# harness:
#   description: wording of errors for objects without iteration, length, context, await and other protocols
#   tags: [messages, protocols]

import operator


class Plain:
    pass


class NoneHash:
    __hash__ = None


class NoneIter:
    __iter__ = None
    __contains__ = None
    __bool__ = None
    __reversed__ = None


CASES = {
    "iteration": "for x in Plain(): pass",
    "iteration of int": "for x in 5: pass",
    "iteration of none": "for x in None: pass",
    "iteration of function": "for x in len: pass",
    "iteration of class": "for x in int: pass",
    "none iter": "iter(NoneIter())",
    "none contains": "1 in NoneIter()",
    "none bool": "bool(NoneIter())",
    "none reversed": "reversed(NoneIter())",
    "next": "next(5)",
    "next of list": "next([])",
    "length": "len(Plain())",
    "length of int": "len(5)",
    "length of class": "len(int)",
    "containment": "1 in Plain()",
    "subscript": "Plain()[0]",
    "class subscript": "Plain[0]",
    "hash": "hash([])",
    "none hash": "hash(NoneHash())",
    "hash of slice contents": "hash(slice([], 1))",
    "set member": "{[]}",
    "dict key": "{[]: 1}",
    "dict lookup": "{}[{}]",
    "frozenset member": "frozenset([{}])",
    "nested in tuple": "hash((1, [2]))",
    "call": "Plain()()",
    "context manager": "with Plain(): pass",
    "context manager class": "with Plain: pass",
    "reversed": "reversed(Plain())",
    "round": "round(Plain())",
    "index": "[1][Plain()]",
    "operator index": "operator.index(1.5)",
    "int": "int(Plain())",
    "float": "float(Plain())",
    "complex": "complex(Plain())",
    "bytes": "bytes(Plain())",
    "format spec": "format(Plain(), 'x')",
    "abs": "abs(Plain())",
    "negate": "-Plain()",
    "compare": "Plain() < Plain()",
    "sort": "sorted([Plain(), 1])",
    "buffer": "memoryview(Plain())",
    "weak reference": """
import weakref
weakref.ref(5)
""",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
