# harness:
#   description: wording of errors for wrong calls of methods, instances and things not callable
#   tags: [messages, functions, classes]

import warnings

class Thing:
    def method(self, value):
        return value

    @classmethod
    def made(cls, value):
        return cls.__name__, value

    @staticmethod
    def fixed(value):
        return value

    def __call__(self, one):
        return one


thing = Thing()

warnings.simplefilter("ignore", SyntaxWarning)

EXPRESSIONS = """
thing.method()
thing.method(1, 2)
Thing.method(1)
Thing.made()
Thing.made(1, 2)
Thing.fixed()
thing.fixed(1, 2)
thing()
thing(1, 2)
Thing(1)
Thing(x=1)
object(1)
(5)()
None()
"text"(1)
thing.missing()
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
