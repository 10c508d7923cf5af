# harness:
#   description: attributes of function, method and builtin objects and which can be set
#   tags: [functions, introspection]

import functools
import types


def sample(a, b=2, *args, c, d=4, **kwargs):
    """Doc of sample.

    More text.
    """
    inner_value = a
    return inner_value


print(sample.__name__, sample.__qualname__, sample.__module__, repr(sample.__doc__.splitlines()[0]))
sample.extra = [1]
print(sample.__dict__, vars(sample), sample.extra)
sample.__name__ = "renamed"
sample.__qualname__ = "Space.renamed"
print(sample.__name__, sample.__qualname__, repr(sample).split(" at ")[0], sample.__code__.co_name)
for attr, value in [("__name__", 5), ("__qualname__", None), ("__code__", 1), ("__dict__", 3),
                    ("__globals__", {}),
                    ("__closure__", ())]:
    try:
        setattr(sample, attr, value)
    except (TypeError, AttributeError) as exc:
        print(attr, type(exc).__name__)
try:
    del sample.__name__
except TypeError as exc:
    print("del", type(exc).__name__)
code = sample.__code__
print(code.co_argcount, code.co_kwonlyargcount, code.co_nlocals, code.co_varnames, code.co_flags & 0x0C)


def one():
    return "one"


def two():
    return "two"


one.__code__ = two.__code__
print("swapped code", one(), one.__name__)


def outer():
    x = 1

    def uses():
        return x
    return uses


try:
    one.__code__ = outer().__code__
except ValueError:
    print("ValueError")


class K:
    def method(self):
        """m"""
        return self

    @classmethod
    def cm(cls):
        return cls

    @staticmethod
    def sm():
        return None

    class Nested:
        def deep(self):
            return (lambda: 0).__qualname__


k = K()
bound = k.method
print(bound.__self__ is k, bound.__func__ is K.method, bound.__name__, bound.__qualname__, bound.__doc__)
print(k.method == k.method, k.method is k.method, k.method == K().method, hash(k.method) == hash(k.method))
print(K.cm.__self__ is K, k.cm == K.cm, K.cm() is K, K.sm is K.sm, type(K.__dict__["sm"]).__name__)
print(K.Nested.deep.__qualname__, K.Nested().deep())
try:
    bound.attr = 1
except AttributeError:
    print("AttributeError")
K.method.note = "via function"
print(bound.note)
made = types.MethodType(lambda self, n: (self, n), "receiver")
print(made(3), made.__self__, types.MethodType(len, "four")())
try:
    types.MethodType(5, 1)
except TypeError:
    print("TypeError")
print(K.method.__get__(k)() is k, type(K.method.__get__(None, K)).__name__)

print(len.__name__, len.__qualname__, len.__module__, len.__self__.__name__, type(len).__name__)
print([].append.__name__, [].append.__qualname__, list.append.__qualname__, type(list.append).__name__)
print(repr(list.append), repr(len), repr("".join).split(" at ")[0], repr(int.real),
      repr(dict.fromkeys).split(" at ")[0])
print(type(int.__add__).__name__, type((1).__add__).__name__, repr(int.__add__), int.__add__.__objclass__)
try:
    list.append(5, 1)
except TypeError:
    print("TypeError")
try:
    str.upper()
except TypeError:
    print("TypeError")
part = functools.partial(sample, 1, c=3)
print(part.func is sample, part.args, part.keywords, part(), callable(part))
lam = lambda: None
print(lam.__name__, lam.__qualname__, (lambda: (lambda: 0))().__qualname__, outer().__qualname__)
print([f.__qualname__ for f in [(lambda: i) for i in range(1)]],
      next((lambda: i) for i in range(1)).__qualname__)
