# harness:
#   description: messages for wrong metaclasses, class keywords, __init_subclass__ and __set_name__
#   tags: [errors, messages, classes, metaclass]


def run(label, source):
    try:
        exec(source, {"__name__": "case"})
        print(label, "-> fine")
    except Exception as error:
        print(label, "->", f"{type(error).__name__}: {error}")


run("metaclass conflict",
    "class M(type): pass\nclass N(type): pass\nclass A(metaclass=M): pass\n"
    "class B(metaclass=N): pass\nclass C(A, B): pass\n")
run("keyword to object", "class A(color='red'): pass\n")
run("metaclass not callable", "class A(metaclass=5): pass\n")
run("metaclass returns int", "class A(metaclass=lambda *a: 5): pass\nA()\n")
run("prepare",
    "class M(type):\n    @classmethod\n    def __prepare__(m, *a):\n        return 5\n"
    "class A(metaclass=M): pass\n")
run("init_subclass",
    "class A:\n    def __init_subclass__(cls, *, tag):\n        cls.tag = tag\nclass B(A): pass\n")
run("set_name arguments", "class D:\n    def __set_name__(self): pass\nclass A:\n    d = D()\n")
run("generic", "class A[T]:\n    def f(self) -> T: ...\nprint(A[int])\nA[int, str]\n")
run("name not text", "class A: pass\nA.__name__ = 5\n")
