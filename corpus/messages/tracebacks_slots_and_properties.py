# harness:
#   description: messages for wrong slots, and for properties without setter, deleter or getter
#   tags: [errors, messages, slots, property]


def run(label, source):
    try:
        exec(source, {"__name__": "case"})
        print(label, "-> fine")
    except Exception as error:
        print(label, "->", f"{type(error).__name__}: {error}")


run("slots text", "class A:\n    __slots__ = ('a', 'b c')\n")
run("slots type", "class A:\n    __slots__ = (1,)\n")
run("slots conflict", "class A:\n    __slots__ = ('x',)\n    x = 1\n")
run("slots dict twice", "class A:\n    __slots__ = ('__dict__', '__dict__')\n")
run("slots missing value", "class A:\n    __slots__ = 'a'\nA().a\n")
run("property without setter", "class A:\n    @property\n    def p(self): return 1\nA().p = 2\n")
run("property without deleter", "class A:\n    @property\n    def p(self): return 1\ndel A().p\n")
run("property without getter", "class A:\n    p = property(fset=lambda s, v: None)\nA().p = 1\nA().p\n")
run("property getter arguments", "class A:\n    p = property(lambda: 1)\nA().p\n")
run("delete class attribute", "class A: pass\ndel A.x\n")
run("set attribute on builtin", "int.x = 1\n")
run("set on instance", "(5).x = 1\n")
