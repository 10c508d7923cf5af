# harness:
#   description: messages for methods called with wrong arguments, without self, and wrong constructors
#   tags: [errors, messages, classes, calls]


def run(label, source):
    try:
        exec(source, {"__name__": "case"})
        print(label, "-> fine")
    except Exception as error:
        print(label, "->", f"{type(error).__name__}: {error}")


run("staticmethod call", "class A:\n    @staticmethod\n    def f(x): pass\nA().f()\n")
run("classmethod call", "class A:\n    @classmethod\n    def f(cls): pass\nA.f(1)\n")
run("missing self", "class A:\n    def f(): pass\nA().f()\n")
run("unbound", "class A:\n    def f(self): pass\nA.f()\n")
run("init returns", "class A:\n    def __init__(self): return 1\nA()\n")
run("init arguments", "class A:\n    pass\nA(1)\n")
run("init keyword", "class A:\n    pass\nA(x=1)\n")
run("new without init", "class A:\n    def __new__(cls, x): return super().__new__(cls, x)\nA(1)\n")
run("new for other type", "object.__new__(int)\n")
run("new non-type", "object.__new__(5)\n")
run("call on module", "import math\nmath()\n")
run("name mangling", "class A:\n    __x = 1\n    def f(self): return self.__y\nprint(A._A__x)\nA().f()\n")
