# harness:
#   description: data and non-data descriptors against instance and class dictionaries, and lookup on classes
#   tags: [descriptors]

log = []


class Data:
    def __init__(self, tag):
        self.tag = tag

    def __get__(self, instance, owner=None):
        who = "None" if instance is None else type(instance).__name__
        log.append(f"{self.tag}.get({who}, {owner.__name__ if owner else None})")
        return f"value of {self.tag}"

    def __set__(self, instance, value):
        log.append(f"{self.tag}.set({value})")

    def __delete__(self, instance):
        log.append(f"{self.tag}.delete")


class NonData:
    def __get__(self, instance, owner=None):
        return f"non-data({'class' if instance is None else 'instance'})"


class OnlySet:
    def __set__(self, instance, value):
        instance.__dict__["only_set"] = f"stored {value}"


class OnlyDelete:
    def __delete__(self, instance):
        log.append("only delete")


class Holder:
    data = Data("data")
    nondata = NonData()
    only_set = OnlySet()
    only_delete = OnlyDelete()
    plain = "class plain"


h = Holder()
h.__dict__.update(data="shadow", nondata="shadow", plain="instance plain", only_set="raw")
print(h.data, h.nondata, h.plain, h.only_set, log)
log.clear()
print(Holder.data, Holder.nondata, type(Holder.only_set).__name__, log)
log.clear()
h.data = 5
del h.data
del h.nondata
h.only_set = 7
print(h.nondata, h.only_set, h.__dict__, log)
log.clear()
del h.only_delete
for action in (lambda: delattr(h, "only_set"), lambda: setattr(h, "only_delete", 1),
               lambda: delattr(h, "nondata"),
               lambda: type(h.only_delete).__name__):
    try:
        print(action())
    except AttributeError:
        print("AttributeError")
Holder.data = "replaced on class"
print(h.data, Holder.__dict__["data"], log)


class InstanceDescriptor:
    pass


i = InstanceDescriptor()
i.attr = Data("on instance")
print(type(i.attr).__name__, "descriptors on instances stay inert")


class Meta(type):
    meta_data = Data("meta")
    meta_plain = "meta plain"
    both = "from meta"

    def method(cls):
        return f"meta method on {cls.__name__}"


class WithMeta(metaclass=Meta):
    meta_data = "shadowed by meta data descriptor"
    both = "from class"


log.clear()
print(WithMeta.meta_data, WithMeta.meta_plain, WithMeta.both, WithMeta.method(), log)
for name in ("meta_plain", "method"):
    try:
        getattr(WithMeta(), name)
    except AttributeError:
        print("AttributeError")
print(WithMeta().meta_data)


class Base:
    value = Data("base")


class Child(Base):
    value = "plain in child"


log.clear()
print(Child().value, log, super(Child, Child()).value, log)


class GetRaises:
    def __get__(self, instance, owner):
        raise AttributeError("get refused")


class Fallback:
    attr = GetRaises()

    def __getattr__(self, name):
        return f"fallback {name}"


print(Fallback().attr)
try:
    Fallback.attr
except AttributeError as exc:
    print("AttributeError:", exc)


class Lazy:
    def __init__(self, function):
        self.function, self.name = function, function.__name__

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Report:
    count = 0

    @Lazy
    def total(self):
        Report.count += 1
        return 99


r = Report()
print(r.total, r.total, Report.count, vars(r), type(Report.total).__name__)
print((lambda self: self).__get__(5)(), hasattr(len, "__get__"), hasattr(str.upper, "__get__"))


class CallableAttribute:
    def __call__(self, *args):
        return args


class UsesBuiltin:
    length = len
    instance = CallableAttribute()
    function = lambda *args: len(args)  # noqa: E731


print(UsesBuiltin().length("four"), UsesBuiltin().instance(1), UsesBuiltin().function(1),
      UsesBuiltin.function(1))
