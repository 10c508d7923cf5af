# harness:
#   description: private name mangling in methods, attributes, keywords and imports
#   tags: [classes, scope]

import sys
import types


class Account:
    __limit = 100
    __slots_like__ = "dunder stays"

    def __init__(self):
        self.__balance = 0
        self._single = 1

    def __hidden(self):
        return "hidden"

    def call(self, __arg=1, **kw):
        __local = 5
        return sorted(locals()), __arg, self.__hidden()

    def keyword(self):
        return dict(__k=1), self.call(__arg=3)[1]

    def nested(self):
        class Inner:
            __x = "inner"

            def get(self):
                return self.__x
        return Inner().get(), [n for n in dir(Inner) if n.endswith("__x")]

    def by_string(self):
        return getattr(self, "__balance", "no such"), getattr(self, "_Account__balance")

    def global_name(self):
        global __shared
        __shared = "global mangled"
        return __shared

    def __eq__(self, other):
        return self.__balance == other.__balance


a = Account()
print(sorted(vars(a)), [n for n in dir(Account) if "limit" in n or "hidden" in n])
print(a.call(), a.keyword(), a.nested(), a.by_string(), a.global_name(), "_Account__shared" in globals())
print(a._Account__hidden(), a == Account(), Account._Account__limit)
try:
    a.__balance
except AttributeError:
    print("AttributeError")


class _Leading:
    def set(self):
        self.__v = 1
        return list(vars(self))


class __:
    def set(self):
        self.__v = 1
        return list(vars(self))


class ___Deep:
    def set(self):
        self.__v = self.__v__ = self.__v_ = self._v = self.__ = 1
        return sorted(vars(self))


print(_Leading().set(), __().set(), ___Deep().set())


class ImportMangled:
    sys.modules["_ImportMangled__mod"] = types.ModuleType("_ImportMangled__mod", "found it")
    try:
        import __mod as m
        print("import mangled", m.__doc__)
    except ImportError:
        print("ImportError")


x = "module"


class Scope:
    print("before", x)
    x = "class"
    print("after", x)
    seen_in_lambda = (lambda: x)()
    seen_in_comp = [x for _ in range(1)]
    first_iterable = [c for c in x]
    nested_condition = [(c, x) for c in x if x]

    class Inner:
        y = x

    def method(self):
        return x

    del x
    print("deleted", x)


print(Scope.seen_in_lambda, Scope.seen_in_comp, Scope.first_iterable[:2], Scope.nested_condition[0])
print(Scope.Inner.y, Scope().method(), "x" in vars(Scope))


def function(x):
    class Local:
        x = x if False else "own"
        z = x

    return Local.z


print(function("argument"))


class Body:
    for i in range(3):
        pass
    total = sum(range(i + 1))
    if total > 2:
        def method(self):
            return "conditional"
    names = sorted(n for n in vars() if not n.startswith("__"))
    with_locals = sorted(k for k in locals() if not k.startswith("_"))


print(Body.i, Body.total, Body().method(), Body.names, Body.with_locals)
print([k for k in vars(Body) if k.startswith("__")][:4], Body.__module__, Body.__qualname__,
      Body.__firstlineno__ > 100)
print(Account.__static_attributes__ == () or sorted(Account.__static_attributes__))
