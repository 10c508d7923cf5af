# harness:
#   description: messages for wrong decorators of functions and classes
#   tags: [errors, messages, decorators]


def run(label, source):
    try:
        exec(source, {"__name__": "case"})
        print(label, "-> fine")
    except Exception as error:
        print(label, "->", f"{type(error).__name__}: {error}")


run("decorator not callable", "@5\ndef g(): pass\n")
run("decorator undefined", "@nothing\n@print\ndef g(): pass\n")
run("decorator factory",
    "def factory(a): return lambda f: f\n@factory\ndef g(): pass\ng(1)()\n@factory()\ndef h(): pass\n")
run("decorator returns None", "def lost(f): print('decorating', f.__name__)\n@lost\ndef g(): pass\ng()\n")
run("class decorator", "def deco(c):\n    return c.missing\n@deco\nclass A: pass\n")
run("method default", "class A:\n    def f(self, x=undefined):\n        pass\n")
run("comprehension scope", "class A:\n    size = 3\n    items = [size for _ in range(2)]\n")
run("comprehension in class",
    "class A:\n    size = 3\n    items = [n for n in range(size)]\n    total = sum(items)\n")
