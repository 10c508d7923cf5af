# harness:
#   description: wording of errors for impossible bases, method resolution orders and metaclasses
#   tags: [messages, classes]

class A:
    pass


class B(A):
    pass


class Left:
    __slots__ = ("a",)


class Right:
    __slots__ = ("b",)


class MetaOne(type):
    pass


class MetaTwo(type):
    pass


class One(metaclass=MetaOne):
    pass


class Two(metaclass=MetaTwo):
    pass


class BadPrepare(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return 5


CASES = {
    "inconsistent order": "class X(A, B): pass",
    "object first": "class X(object, A): pass",
    "crossed": """
class P(A, One): pass
class Q(One, A): pass
class X(P, Q): pass
""",
    "duplicate base": "class X(A, A): pass",
    "int base": "class X(5): pass",
    "text base": "class X('a'): pass",
    "none base": "class X(None): pass",
    "function base": "class X(len): pass",
    "bool base": "class X(bool): pass",
    "NoneType base": "class X(type(None)): pass",
    "range base": "class X(range): pass",
    "function type base": "class X(type(lambda: 0)): pass",
    "int and str": "class X(int, str): pass",
    "slots conflict": "class X(Left, Right): pass",
    "metaclass conflict": "class X(One, Two): pass",
    "metaclass int": "class X(metaclass=5): pass",
    "metaclass function arity": "class X(metaclass=lambda: 0): pass",
    "prepare result": "class X(metaclass=BadPrepare): pass",
    "unknown keyword": "class X(A, option=1): pass",
    "type of three": "type('X', A, {})",
    "type namespace": "type('X', (), [])",
    "type name": "type(5, (), {})",
    "type name null": "type('a\\0b', (), {})",
    "type bases member": "type('X', (5,), {})",
    "slots text": """
class X:
    __slots__ = ('not valid',)
""",
    "slots number": """
class X:
    __slots__ = (1,)
""",
    "slots int": """
class X:
    __slots__ = 5
""",
    "slots class variable": """
class X:
    __slots__ = ('a',)
    a = 1
""",
    "slots dict twice": """
class X:
    __slots__ = ('__dict__', '__dict__')
""",
    "slots on int": """
class X(int):
    __slots__ = ('a',)
""",
    "slots on tuple": """
class X(tuple):
    __slots__ = ('a',)
""",
    "bases assigned": "A.__bases__ = (int,)",
    "bases cycle": "A.__bases__ = (B,)",
    "mro entries": "class X(A()): pass",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
