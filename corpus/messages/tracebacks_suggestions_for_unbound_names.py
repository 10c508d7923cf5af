# harness:
#   description: printed messages and suggestions for unbound names
#   tags: [errors, messages, suggestions]
import re
import traceback


def show(label, source, **names):
    try:
        exec(compile(source, "<try>", "exec"), names)
        print(label, "no error")
    except Exception as error:
        captured = traceback.TracebackException.from_exception(error)
        printed = list(captured.format_exception_only())[-1].rstrip()
        added = printed.partition(str(error))[2]
        text = re.sub(r" \(/[^)]*\)", " (path)", f"{type(error).__name__}: {error}")
        print(f"{label}: {text} [{getattr(error, 'name', '-')}] {added and '=>' + added}")


show("unbound local", "def f():\n    print(value)\n    value = 1\nf()")
show("unbound after del", "def f():\n    value = 1\n    del value\n    return value\nf()")
show("free variable", "def f():\n    def g():\n        return later\n    g()\n    later = 1\nf()")
show("del missing", "del nothing_here")
show("unbound in a loop", "def f():\n    for item in []:\n        pass\n    return item\nf()")
show("unbound in a branch", "def f(x):\n    if x:\n        y = 1\n    return y\nf(0)")
show("unbound augmented", "count = 0\ndef f():\n    count += 1\nf()")
show("unbound in except",
     "def f():\n    try:\n        1 / 0\n    except ZeroDivisionError as e:\n        pass\n    return e\nf()")
show("nonlocal unbound",
     "def f():\n    def g():\n        nonlocal x\n        x += 1\n    g()\n    x = 1\nf()")
show("class variable", "class A:\n    x = 1\n    def f(self):\n        return x\nA().f()")
show("deleted global", "x = 1\ndel x\nx")
show("deleted cell", "def f():\n    x = 1\n    def g():\n        return x\n    del x\n    return g()\nf()")
