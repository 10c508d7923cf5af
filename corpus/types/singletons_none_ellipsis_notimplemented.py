# harness:
#   description: None, Ellipsis and NotImplemented as values, operands and assignment targets
#   tags: [singletons, operators]
import copy
import pickle
import types
import warnings


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for value in (None, Ellipsis, NotImplemented):
    kind = type(value)
    print(repr(value), str(value), f"{value!s:>16}", kind.__name__, kind() is value,
          copy.copy(value) is value, copy.deepcopy([value])[0] is value,
          pickle.loads(pickle.dumps(value)) is value, value == value, hash(value) == hash(value),
          isinstance(value, object), kind.__mro__ == (kind, object), ascii(value), [value], {value: 1})
    attempt(f"call {kind.__name__} with an argument", kind, 1)
    attempt(f"subclass {kind.__name__}", type, "Sub", (kind,), {})
    attempt(f"attribute on {kind.__name__}", setattr, value, "x", 1)
    attempt(f"format {kind.__name__}", format, value, ">5")
    attempt(f"order {kind.__name__}", lambda: value < value)
    attempt(f"add {kind.__name__}", lambda: value + 1)
    attempt(f"call {value!r}", lambda: value())
    attempt(f"iterate {value!r}", list, value)
    attempt(f"index {value!r}", lambda: value[0])
    attempt(f"len {value!r}", len, value)

print("types module:", types.NoneType is type(None), types.EllipsisType is type(...),
      types.NotImplementedType is type(NotImplemented), ... is Ellipsis)
print("truth:", bool(None), bool(...), not None, None or "x", ... and "y")
attempt("truth of NotImplemented", lambda: not NotImplemented)
attempt("if NotImplemented", lambda: 1 if NotImplemented else 2)
attempt("NotImplemented and", lambda: NotImplemented and 1)
print("comparison:", None == 0, None == False, None != None, None is None, ... == ..., NotImplemented == None,
      None in [0, None], None == NotImplemented)
for source in ("None = 1", "True = 1", "... = 1", "Ellipsis = 1; Ellipsis", "NotImplemented = 2",
               "__debug__ = 1", "def f(None): pass", "x.None = 1", "f(None=1)", "del None",
               "for None in []: pass", "with x as None: pass", "import a as None", "None += 1", "(None := 1)",
               "class None: pass", "lambda None: 0", "global None", "[None for None in x]",
               "except_ = ...; except_", "del ...", "None: int = 1", "None()", "...[0]"):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(source, {})
            print(f"{source:<24} runs")
        except Exception as error:
            print(f"{source:<24} {type(error).__name__}")


class Meters:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        print(f"  Meters.__add__({other!r})", end=" ")
        return Meters(self.value + other.value) if isinstance(other, Meters) else NotImplemented

    def __eq__(self, other):
        return self.value == other.value if isinstance(other, Meters) else NotImplemented

    def __lt__(self, other):
        return NotImplemented

    __iadd__ = __lt__
    __hash__ = None

    def __repr__(self):
        return f"{self.value}m"


class Feet:
    def __init__(self, value):
        self.value = value

    def __radd__(self, other):
        print("  Feet.__radd__", end=" ")
        return Meters(other.value + self.value * 0.5)

    def __repr__(self):
        return f"{self.value}ft"

    def __gt__(self, other):
        return "reflected"


m = Meters(2)
print(m + Meters(3))
print(m + Feet(10))
attempt("unsupported", lambda: m + 5)
attempt("reflected unsupported", lambda: 5 + m)
m += Meters(1)
print("iadd falls back to add:", m, m == 3, m != 3, m == Meters(3), m < Feet(1))
attempt("lt both refuse", lambda: m < Meters(1))
print("direct calls:", m.__eq__(5), m.__lt__(m), (5).__add__("a"), (5).__add__(2.5), "a".__eq__(1),
      [].__lt__(()), object().__eq__(1), (1.5).__eq__(1), object.__ne__(m, 1), int.__pow__(2, 3, "x"),
      None.__eq__(0), None.__eq__(None))
print("defaults:", (lambda x=...: x is ...)(), type(None)(), [None] * 2, str(None) + repr(...), "%s" % None,
      {None: None}, (lambda: None)())
