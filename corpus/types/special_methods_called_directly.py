# harness:
#   description: operator methods called by name give NotImplemented for operands they do not know
#   tags: [operators, dunder]


CALLS = ("set().__or__([1])", "set().__ior__([1])", "set().__iand__([1])", "set().__isub__([1])",
         "set().__ixor__([1])",
         "set().__ror__([1])", "frozenset().__and__([1])", "set().__lt__([1])", "{}.__or__([])",
         "{}.__ror__([])",
         "{}.__lt__({})", "(1).__add__(2.5)", "(1).__iadd__ if hasattr(1, '__iadd__') else 'missing'",
         "(1).__lt__(1.5)",
         "(1.5).__add__(1)", "(1.5).__radd__('a')", "'a'.__mod__(1)", "'a'.__rmod__(5)", "'a'.__lt__(b'a')",
         "b'a'.__eq__('a')", "[].__eq__(())", "[].__lt__(())", "[].__mul__('a')", "().__add__([])",
         "[].__iadd__('ab')",
         "range(3).__eq__([0, 1, 2])", "slice(1).__lt__(1)", "{}.keys().__and__(5)", "{}.keys().__eq__([])",
         "None.__eq__(0)", "object().__lt__(1)", "int.__pow__(2, 3, 'x')", "(1j).__lt__(1j)",
         "True.__and__(1.5)")
for text in CALLS:
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__)
