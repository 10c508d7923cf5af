# harness:
#   description: where errors arise while making classes, in bodies, metaclasses, decorators and hooks
#   tags: [classes, errors]
import traceback


def run(label, source):
    namespace = {"__name__": "case"}
    try:
        exec(compile(source, f"<{label}>", "exec"), namespace)
        print(label, "-> fine")
    except Exception as error:
        where = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[1:]]
        notes = getattr(error, "__notes__", [])
        print(label, "->", type(error).__name__, where, notes or "",
              f"cause={error.__cause__!r}" if error.__cause__ else "")


run("body", "class A:\n    x = 1\n    y = x / 0\n")
run("method default", "class A:\n    def f(self, x=undefined):\n        pass\n")
run("comprehension scope", "class A:\n    size = 3\n    items = [size for _ in range(2)]\n")
run("comprehension in class",
    "class A:\n    size = 3\n    items = [n for n in range(size)]\n    total = sum(items)\n")
run("base", "class A(5): pass\n")
run("base instance", "class A(object()): pass\n")
run("bases order", "class A(object, int): pass\n")
run("two layouts", "class A(int, str): pass\n")
run("duplicate base", "class B: pass\nclass A(B, B): pass\n")
run("mro conflict", "class X: pass\nclass Y(X): pass\nclass A(X, Y): pass\n")
run("metaclass conflict",
    "class M(type): pass\nclass N(type): pass\nclass A(metaclass=M): pass\n"
    "class B(metaclass=N): pass\nclass C(A, B): pass\n")
run("keyword to object", "class A(color='red'): pass\n")
run("metaclass not callable", "class A(metaclass=5): pass\n")
run("metaclass returns int", "class A(metaclass=lambda *a: 5): pass\nA()\n")
run("metaclass raises",
    "class M(type):\n    def __new__(m, *a):\n        raise ValueError('no class')\n"
    "class A(metaclass=M):\n    pass\n")
run("prepare",
    "class M(type):\n    @classmethod\n    def __prepare__(m, *a):\n        return 5\n"
    "class A(metaclass=M): pass\n")
run("final type", "class A(bool): pass\n")
run("function as base", "def f(): pass\nclass A(f): pass\n")
run("init_subclass",
    "class A:\n    def __init_subclass__(cls, *, tag):\n        cls.tag = tag\nclass B(A): pass\n")
run("init_subclass raises",
    "class A:\n    def __init_subclass__(cls):\n        raise LookupError(cls.__name__)\n"
    "class B(A):\n    pass\n")
run("set_name",
    "class D:\n    def __set_name__(self, owner, name):\n"
    "        raise ValueError(f'{owner.__name__}.{name}')\nclass A:\n    d = D()\n")
run("set_name arguments", "class D:\n    def __set_name__(self): pass\nclass A:\n    d = D()\n")
run("decorator raises", "def deco(f):\n    raise TypeError(f.__name__)\n@deco\ndef g():\n    pass\n")
run("decorator not callable", "@5\ndef g(): pass\n")
run("decorator undefined", "@nothing\n@print\ndef g(): pass\n")
run("decorator factory",
    "def factory(a): return lambda f: f\n@factory\ndef g(): pass\ng(1)()\n@factory()\ndef h(): pass\n")
run("decorator returns None", "def lost(f): print('decorating', f.__name__)\n@lost\ndef g(): pass\ng()\n")
run("class decorator", "def deco(c):\n    return c.missing\n@deco\nclass A: pass\n")
run("slots text", "class A:\n    __slots__ = ('a', 'b c')\n")
run("slots type", "class A:\n    __slots__ = (1,)\n")
run("slots conflict", "class A:\n    __slots__ = ('x',)\n    x = 1\n")
run("slots dict twice", "class A:\n    __slots__ = ('__dict__', '__dict__')\n")
run("slots missing value", "class A:\n    __slots__ = 'a'\nA().a\n")
run("property without setter", "class A:\n    @property\n    def p(self): return 1\nA().p = 2\n")
run("property without deleter", "class A:\n    @property\n    def p(self): return 1\ndel A().p\n")
run("property without getter", "class A:\n    p = property(fset=lambda s, v: None)\nA().p = 1\nA().p\n")
run("property getter arguments", "class A:\n    p = property(lambda: 1)\nA().p\n")
run("staticmethod call", "class A:\n    @staticmethod\n    def f(x): pass\nA().f()\n")
run("classmethod call", "class A:\n    @classmethod\n    def f(cls): pass\nA.f(1)\n")
run("missing self", "class A:\n    def f(): pass\nA().f()\n")
run("unbound", "class A:\n    def f(self): pass\nA.f()\n")
run("abstract",
    "import abc\nclass A(abc.ABC):\n    @abc.abstractmethod\n    def f(self): ...\n"
    "    @abc.abstractmethod\n    def g(self): ...\nA()\n")
run("init returns", "class A:\n    def __init__(self): return 1\nA()\n")
run("init arguments", "class A:\n    pass\nA(1)\n")
run("init keyword", "class A:\n    pass\nA(x=1)\n")
run("new without init", "class A:\n    def __new__(cls, x): return super().__new__(cls, x)\nA(1)\n")
run("new for other type", "object.__new__(int)\n")
run("new non-type", "object.__new__(5)\n")
run("super no arguments", "def f(): super().x\nf()\n")
run("super deleted self", "class A:\n    def f(self):\n        del self\n        super()\nA().f()\n")
run("super wrong type", "class A: pass\nsuper(A, 5)\n")
run("super attribute", "class A:\n    def f(self): super().nothing\nA().f()\n")
run("name mangling", "class A:\n    __x = 1\n    def f(self): return self.__y\nprint(A._A__x)\nA().f()\n")
run("generic", "class A[T]:\n    def f(self) -> T: ...\nprint(A[int])\nA[int, str]\n")
run("dataclass order",
    "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int = 1\n    y: str\n")
run("dataclass mutable", "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: list = []\n")
run("dataclass frozen",
    "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass A:\n    x: int\na = A(1)\na.x = 2\n")
run("set attribute on builtin", "int.x = 1\n")
run("set on instance", "(5).x = 1\n")
run("delete class attribute", "class A: pass\ndel A.x\n")
run("name not text", "class A: pass\nA.__name__ = 5\n")
run("bases assignment", "class A: pass\nA.__bases__ = (int,)\n")
run("call on module", "import math\nmath()\n")
