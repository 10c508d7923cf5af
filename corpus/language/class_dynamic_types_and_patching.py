# harness:
#   description: types made with type(), __class__ assignment, methods added later
#   tags: [classes, types]

import types

Dyn = type("Dyn", (list,), {"__doc__": "made", "greet": lambda self: f"{len(self)} items", "x": 5})
print(Dyn.__name__, Dyn.__qualname__, Dyn.__module__, Dyn.__doc__, Dyn([1, 2]).greet(), Dyn.x, Dyn.__bases__,
      repr(Dyn))
for args in [("Bad Name!", (), {}), ("", (), {}), ("N", (), {"__slots__": ("a",)}), ("N", (bool,), {}),
             ("N", (type(None),), {}), ("N", (int, float), {}), ("N\0", (), {}), ("N", [object], {}),
             ("N", (type(lambda: 0),), {}), ("N", (), {"__qualname__": 5}), ("N", (range,), {}),
             ("N", (slice,), {}), ("N", (type(...),), {}), ("N", (memoryview,), {})]:
    try:
        print("made", repr(type(*args).__name__))
    except (TypeError, ValueError) as exc:
        print(type(exc).__name__)


class A:
    def who(self):
        return "A"


class B:
    def who(self):
        return "B"


class WithSlots:
    __slots__ = ("s",)


a = A()
a.data = 1
a.__class__ = B
print(a.who(), a.data, type(a).__name__, isinstance(a, A))
for target in (int, WithSlots, 5, list, type):
    try:
        a.__class__ = target
    except TypeError:
        print("TypeError")
A.who = lambda self: "patched A"
A.added = property(lambda self: "property added later")
A.__len__ = lambda self: 7
A.__call__ = lambda self, *args: f"called {args}"
A.__getitem__ = lambda self, key: f"item {key}"
A.__contains__ = lambda self, item: item == "in"
A.__eq__ = lambda self, other: "equal"
A.__iter__ = lambda self: iter("abc")
A.__enter__ = lambda self: "entered"
A.__exit__ = lambda self, *exc: None
A.__add__ = lambda self, other: f"A+{other}"
A.__str__ = lambda self: "str A"
A.__bool__ = lambda self: False
A.__hash__ = lambda self: 11
b = A()
with b as entered:
    print(b.who(), b.added, len(b), b(1, 2), b["k"], "in" in b, "out" in b, b == 5, list(b), entered, b + 1,
          str(b), bool(b), hash(b), {b: 1}[b])
b.__len__ = lambda: 99
b.__str__ = lambda: "instance str"
b.__call__ = lambda: "instance call"
print(len(b), str(b), b(), b.__len__(), b.__call__())
del A.__len__, A.__iter__
for thunk in (lambda: len(b), lambda: next(iter(b))):
    try:
        print(thunk())
    except TypeError:
        print("TypeError")
for action in (lambda: setattr(int, "x", 1), lambda: setattr(str, "upper", None),
               lambda: delattr(list, "append"), lambda: setattr(object, "y", 2),
               lambda: int.__dict__.__setitem__("z", 1), lambda: setattr(A, "__name__", 5),
               lambda: delattr(A, "__name__"), lambda: delattr(A, "missing"),
               lambda: setattr(A, "__module__", "changed"), lambda: setattr(A, "__doc__", "new doc"),
               lambda: setattr(int, "__doc__", "no"), lambda: setattr(A, "__qualname__", "Outer.A"),
               lambda: setattr(A, "__dict__", {})):
    try:
        action()
        print("allowed")
    except (TypeError, AttributeError) as exc:
        print(type(exc).__name__)
print(A, A.__doc__, A.__name__, A.__module__)
A.__name__ = "Renamed"
print(A.__name__, A, repr(b).split(" object")[0])
ns = types.SimpleNamespace(x=1, y="two", nested=types.SimpleNamespace(z=3))
ns.w = [1]
del ns.x
print(ns, ns == types.SimpleNamespace(y="two", nested=types.SimpleNamespace(z=3), w=[1]), vars(ns)["y"],
      types.SimpleNamespace({"a": 1}, b=2), types.SimpleNamespace())
ns.me = ns
print(ns)
proxy = types.MappingProxyType({"a": 1})
print(proxy["a"], proxy | {"b": 2}, dict(proxy), "a" in proxy, len(proxy), proxy == {"a": 1},
      proxy.copy())
b2 = types.MethodType(lambda self, n: (type(self).__name__, n), b)
b.bound = b2
print(b.bound(3), b2.__self__ is b, types.MethodType(print, "first arg").__func__ is print)
for klass in (types.FunctionType, types.GeneratorType, types.NoneType, types.EllipsisType,
              types.NotImplementedType, types.CodeType, types.FrameType, types.CellType, types.UnionType,
              types.GenericAlias, types.MethodType, types.BuiltinFunctionType, types.ModuleType,
              types.MappingProxyType, types.SimpleNamespace, types.CapsuleType):
    print(klass.__name__, end=" ")
print()
print(types.NoneType() is None, types.EllipsisType() is ..., types.NotImplementedType() is NotImplemented,
      type(type) is type, isinstance(type, type), isinstance(object, type), issubclass(type, object),
      type(object), object.__bases__)


class Dispatcher:
    def __getattr__(self, name):
        if name.startswith("on_"):
            return lambda *args: f"{name[3:]}{args}"
        raise AttributeError(f"{type(self).__name__!r} has no {name!r}", name=name, obj=self)


disp = Dispatcher()
print(disp.on_click(1, 2), disp.on_key(), hasattr(disp, "other"), callable(disp.on_x), callable(disp))
dynamic_classes = {}
for level, name in enumerate(["Low", "High"]):
    namespace = {"level": level, "__repr__": lambda self: f"<{type(self).__name__} {self.level}>"}
    dynamic_classes[name] = type(name, (Dispatcher,), namespace)
print([cls() for cls in dynamic_classes.values()], dynamic_classes["High"]().on_event("e"))
