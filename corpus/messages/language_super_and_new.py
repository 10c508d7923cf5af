# harness:
#   description: wording of errors of super, object.__new__, __init__ and __init_subclass__
#   tags: [messages, classes]

class Base:
    def method(self):
        return 1


class Derived(Base):
    pass


class OwnNew:
    def __new__(cls, *args):
        return object.__new__(cls, *args)


class OwnInit:
    def __init__(self, *args):
        super().__init__(*args)


class NeedsOption:
    def __init_subclass__(cls, /, option, **kwargs):
        super().__init_subclass__(**kwargs)


CASES = {
    "free function": """
def f(self):
    return super().x
f(Derived())
""",
    "no arguments": """
def f():
    return super()
f()
""",
    "module level": "super()",
    "deleted first": """
class X:
    def m(self):
        del self
        return super()
X().m()
""",
    "rebound first": """
class X:
    def m(self):
        self = 5
        return super()
X().m()
""",
    "star arguments": """
class X:
    def m(*args):
        return super().x
X().m()
""",
    "wrong instance": "super(Derived, 5)",
    "wrong type": "super(5, Derived())",
    "too many": "super(Derived, Derived(), 1)",
    "keyword": "super(type=Derived)",
    "missing attribute": "super(Derived, Derived()).nothing",
    "unbound attribute": "super(Derived).method",
    "subscript": "super(Derived, Derived())[0]",
    "length": "len(super(Derived, Derived()))",
    "set attribute": "super(Derived, Derived()).x = 1",
    "object arguments": "object(1)",
    "plain class arguments": "Base(1)",
    "plain class keyword": "Base(x=1)",
    "own new": "OwnNew(1)",
    "own init": "OwnInit(1)",
    "object new without": "object.__new__()",
    "object new of value": "object.__new__(5)",
    "object new of int": "object.__new__(int)",
    "int new of object": "int.__new__(object)",
    "int new of text": "int.__new__('int')",
    "int new of other": "tuple.__new__(list)",
    "object init without": "object.__init__()",
    "object init too many": "object.__init__(Base(), 1)",
    "new of none type": "type(None)(1)",
    "new of ellipsis": "type(...)(1)",
    "function type": "type(lambda: 0)(5, {})",
    "generator type": "type(x for x in ())()",
    "builtin type": "type(len)()",
    "init_subclass missing": "class X(NeedsOption): pass",
    "init_subclass unknown": "class X(NeedsOption, option=1, other=2): pass",
    "set_name fails": """
class D:
    def __set_name__(self, owner, name):
        1 / 0
class X:
    d = D()
""",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
