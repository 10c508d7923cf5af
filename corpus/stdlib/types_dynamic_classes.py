# harness:
#   description: types - new_class, SimpleNamespace, MappingProxyType, dynamic attributes, generic aliases
#   tags: [module:types, classes]
import copy
import types


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print("prepare", name, [b.__name__ for b in bases], kwargs)
        return {"prepared": True}

    def __new__(mcs, name, bases, namespace, **kwargs):
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)


class Base(metaclass=Meta):
    pass


class Entries:
    def __mro_entries__(self, bases):
        return (Base, dict)


made = types.new_class("Made", (Entries(),), {"option": 1}, lambda ns: ns.update(x=5, f=lambda self: self.x))
print("made:", made.__name__, [b.__name__ for b in made.__bases__], made.prepared, made().f(),
      len(made.__orig_bases__), types.get_original_bases(made) == made.__orig_bases__)
meta, namespace, keywords = types.prepare_class("P", (Base,), {"metaclass": type, "k": 1})
print("prepare_class:", meta.__name__, namespace, keywords, [b.__name__
                                                             for b in types.resolve_bases((Entries(), int))])
attempt("metaclass conflict", types.new_class, "C", (Base, type("M", (type,), {})("N", (), {})))
attempt("bases type", types.new_class, "C", 5)

ns = types.SimpleNamespace({"a": 1}, b=[2])
ns.c = ns
print("namespace:", ns, ns == types.SimpleNamespace(a=1),
      types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), copy.replace(types.SimpleNamespace(a=1), b=2),
      sorted(vars(ns)))
attempt("namespace missing", lambda: ns.zzz)
attempt("namespace positional", types.SimpleNamespace, 5)
attempt("namespace keys", types.SimpleNamespace, {1: 2})
proxy = types.MappingProxyType(data := {"k": 1})
data["new"] = 2
print("proxy:", dict(proxy), proxy["new"], len(proxy), list(proxy), proxy | {"z": 0},
      proxy == {"k": 1, "new": 2},
      "k" in proxy, list(reversed(proxy)), proxy.get("x", 9), proxy.copy())
attempt("proxy set", lambda: exec("p['a'] = 1", {"p": proxy}))
attempt("proxy of list", types.MappingProxyType, [1])
attempt("proxy hash", hash, proxy)


class Dynamic:
    def __getattr__(self, name):
        return f"fallback {name}"

    @types.DynamicClassAttribute
    def value(self):
        return "from instance"


print("dynamic:", Dynamic().value, Dynamic().other)
attempt("dynamic on class", lambda: Dynamic.value)


def template(a, b=2, *, c=3):
    return a, b, c, outside


clone = types.FunctionType(template.__code__, {"outside": "other globals"}, "clone", (20,),
                           kwdefaults={"c": 30})
print("function:", clone(1), clone.__name__, clone.__defaults__, clone.__kwdefaults__)
cell = types.CellType(5)
cell.cell_contents += 1
print("cell:", cell.cell_contents, cell == types.CellType(6))
attempt("empty cell", lambda: types.CellType().cell_contents)
method = types.MethodType(lambda self, n: (self, n), "bound")
print("method:", method(1), method.__self__, method == types.MethodType(method.__func__, "bound"))
attempt("method of none", types.MethodType, len, None)
attempt("method not callable", types.MethodType, 5, 1)
module = types.ModuleType("mod", "doc")
module.x = 1
print("module:", module, module.__doc__, module.__spec__, sorted(n for n in vars(module)
                                                                 if not n.startswith("__")))
attempt("module attribute", lambda: module.missing)
alias = types.GenericAlias(list, (int,))
print("alias:", alias, alias.__origin__, alias.__args__, alias == list[int], alias(("x",)),
      dict[str, list[int]], tuple[()], list[int] | None, isinstance(int | str, types.UnionType),
      (int | str).__args__)
attempt("alias isinstance", isinstance, [], list[int])
attempt("union with value", lambda: int | 5)
print("union checks:", isinstance(1, int | str), issubclass(bool, int | None), int | int,
      (int | str) == (str | int))


@types.coroutine
def old_style():
    value = yield "suspended"
    return value


async def awaiting():
    return await old_style()


running = awaiting()
print("coroutine:", running.send(None))
try:
    running.send("answer")
except StopIteration as stop:
    print("returned:", stop.value)
for name in ("LambdaType", "GeneratorType", "BuiltinFunctionType", "NoneType", "EllipsisType",
             "NotImplementedType", "MethodWrapperType", "WrapperDescriptorType", "TracebackType", "CodeType",
             "UnionType", "CapsuleType"):
    print(name, getattr(types, name).__name__, getattr(types, name).__module__)
