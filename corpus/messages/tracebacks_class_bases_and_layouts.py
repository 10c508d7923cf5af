# harness:
#   description: messages for wrong bases, order of bases, layouts and final types in class statements
#   tags: [errors, messages, classes]


def run(label, source):
    try:
        exec(source, {"__name__": "case"})
        print(label, "-> fine")
    except Exception as error:
        print(label, "->", f"{type(error).__name__}: {error}")


run("base", "class A(5): pass\n")
run("base instance", "class A(object()): pass\n")
run("bases order", "class A(object, int): pass\n")
run("two layouts", "class A(int, str): pass\n")
run("duplicate base", "class B: pass\nclass A(B, B): pass\n")
run("mro conflict", "class X: pass\nclass Y(X): pass\nclass A(X, Y): pass\n")
run("final type", "class A(bool): pass\n")
run("function as base", "def f(): pass\nclass A(f): pass\n")
run("bases assignment", "class A: pass\nA.__bases__ = (int,)\n")
