# harness:
#   description: copyreg - registered reducers used by copy and pickle, constructors, extension codes
#   tags: [module:copyreg, pickle]
import copy
import copyreg
import pickle


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


class Celsius:
    """Refuses attributes that pickle would normally need."""

    __slots__ = ("degrees",)

    def __init__(self, degrees):
        self.degrees = degrees

    def __repr__(self):
        return f"Celsius({self.degrees!r})"


calls = []


def reduce_celsius(value):
    calls.append(value.degrees)
    return rebuild, (value.degrees, "C")


def rebuild(degrees, unit):
    return Celsius(f"{degrees}{unit}")


class Warm(Celsius):
    __slots__ = ()


attempt("protocol 0 without help", pickle.dumps, Celsius(5), 0)
print("protocol 2 without help:", pickle.loads(pickle.dumps(Celsius(5), 2)))
copyreg.pickle(Celsius, reduce_celsius, rebuild)
print("registered:", Celsius in copyreg.dispatch_table, Warm in copyreg.dispatch_table)
print("round trips:", [pickle.loads(pickle.dumps(Celsius(5), p)) for p in range(6)])
print("copy uses it:", copy.copy(Celsius(1)), copy.deepcopy([Celsius(2)]), "subclass does not:",
      copy.copy(Warm(3)))
print("calls:", calls)
attempt("reducer type", copyreg.pickle, Celsius, "not callable")
attempt("constructor type", copyreg.constructor, 5)
attempt("constructor in pickle", copyreg.pickle, Warm, reduce_celsius, 7)


class Private(pickle.Pickler):
    dispatch_table = {complex: lambda z: (complex, (z.imag, z.real))}


import io  # noqa: E402

buffer = io.BytesIO()
Private(buffer).dump([1 + 2j, Warm(4)])
print("private table:", pickle.loads(buffer.getvalue()))
print("complex registered globally:", pickle.loads(pickle.dumps(3 + 4j, 0)),
      complex in copyreg.dispatch_table)


class Old:
    def __init__(self):
        self.a = 1

    def __getnewargs__(self):
        return ()


value = Old()
kind, arguments, state = value.__reduce_ex__(2)[:3]
print("reduce_ex 2:", kind is copyreg.__newobj__, arguments, state)
kind, arguments, state = value.__reduce_ex__(1)[:3]
print("reduce_ex 1:", kind is copyreg._reconstructor, arguments[1:], state)


class Keyworded:
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.made_with = args, kwargs
        return self

    def __getnewargs_ex__(self):
        return (1, 2), {"mode": "fast"}

    def __getstate__(self):
        return None


kind, arguments = Keyworded().__reduce_ex__(4)[:2]
print("newobj_ex:", kind is copyreg.__newobj_ex__, arguments[1:])
print("restored:", pickle.loads(pickle.dumps(Keyworded(), 4)).made_with,
      pickle.loads(pickle.dumps(Keyworded(), 2)).made_with)
print("direct:", copyreg.__newobj__(list), copyreg._reconstructor(Warm, object, None).__class__.__name__)

before = len(pickle.dumps(Celsius, 2))
copyreg.add_extension("__main__", "Celsius", 240)
after = pickle.dumps(Celsius, 2)
print("extension:", len(after) < before, after, pickle.loads(after) is Celsius)
copyreg.add_extension("__main__", "Celsius", 240)
attempt("code used", copyreg.add_extension, "__main__", "Warm", 240)
attempt("name used", copyreg.add_extension, "__main__", "Celsius", 241)
attempt("code zero", copyreg.add_extension, "__main__", "Warm", 0)
attempt("code large", copyreg.add_extension, "__main__", "Warm", 2 ** 31)
attempt("remove wrong", copyreg.remove_extension, "__main__", "Celsius", 99)
copyreg.remove_extension("__main__", "Celsius", 240)
attempt("unregistered", pickle.loads, after)
copyreg.clear_extension_cache()
print("slot names:", copyreg._slotnames(Warm), copyreg._slotnames(Old))
