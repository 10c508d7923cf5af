# harness:
#   description: messages for missing and read-only attributes
#   tags: [errors, messages, attributes]


def attempt(text):
    try:
        exec(text, {})
        print(text, "-> fine")
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("x = 5; x.y = 1", "x = 5; del x.y", "None.x", "x = [1]; x.y", "'a'.b = 1",
             "def f(): yield\nf().x", "class A: pass\nA.x", "class A: pass\nA().x", "(5).real = 1",
             "int.real", "del (5).real", "f = lambda: 0; f.zzz", "import math; math.zzz",
             "import sys; sys.zzz", "type(None).x", "object().x", "object().x = 1", "print.x = 1",
             "'a'.upper = 1", "class A:\n __slots__ = ()\nA().x = 1", "(x for x in ()).zzz",
             "range(3).start = 1"):
    attempt(text)
