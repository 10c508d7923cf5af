# harness:
#   description: zero-argument and explicit super() in methods, class methods, properties, nested functions
#   tags: [classes, super]


class Base:
    label = "base label"

    def __init__(self, **kwargs):
        self.log = ["Base"] + sorted(kwargs)

    def describe(self):
        return "Base.describe"

    @classmethod
    def build(cls):
        return f"Base.build for {cls.__name__}"

    @staticmethod
    def util(x):
        return x * 2

    @property
    def size(self):
        return 10

    @size.setter
    def size(self, value):
        self.log.append(f"size={value}")

    def __getitem__(self, key):
        return f"item {key}"

    def __len__(self):
        return 4


class Mixin(Base):
    def __init__(self, *, mix, **kwargs):
        super().__init__(**kwargs)
        self.log.append(f"Mixin {mix}")

    def describe(self):
        return "Mixin>" + super().describe()


class Derived(Mixin):
    label = "derived label"

    def __init__(self):
        super().__init__(mix=1, extra=2)
        self.log.append("Derived")

    def describe(self):
        def inner():
            return super(Derived, self).describe()
        return "Derived>" + inner()

    def in_lambda(self):
        return (lambda: super().describe)

    def in_comprehension(self):
        return [super(Derived, self).util(n) for n in range(3)]

    def zero_in_comprehension(self):
        return [super().describe() for _ in range(1)]

    def nested_zero(self):
        def inner(self):
            return super().describe()
        return inner(self)

    @classmethod
    def build(cls):
        return super().build() + "!"

    @staticmethod
    def util(x):
        return super(Derived, Derived).util(x) + 1

    @property
    def size(self):
        return super().size + 1

    @size.setter
    def size(self, value):
        Base.size.fset(self, value * 2)

    def __getitem__(self, key):
        return "D:" + super().__getitem__(key)

    def attribute(self):
        return super().label, self.label

    def class_cell(self):
        return __class__.__name__

    def __len__(self):
        return super().__len__() + 1


d = Derived()
print(d.log, d.describe(), d.nested_zero(), d.zero_in_comprehension())
try:
    print(d.in_lambda()())
except Exception as exc:
    print(type(exc).__name__)
print(d.in_comprehension(), Derived.build(), d.build(), Derived.util(5))
d.size = 3
print(d.size, d.log[-1], d["k"], len(d), d.attribute(), d.class_cell())
print(super(Mixin, d).describe(), super(Derived, Derived).build(), super(Derived, d).__thisclass__.__name__)
bound = super(Derived, d)
print(bound.__self__ is d, bound.__self_class__.__name__, repr(bound).split(" object")[0],
      repr(super(Derived)))
unbound = super(Derived)
print(unbound.__get__(d, Derived).describe(), unbound.__self__)


class WithDescriptor(Derived):
    pass


WithDescriptor.parent = super(WithDescriptor)
print(WithDescriptor().parent.describe())

for label, thunk in [
    ("wrong instance", lambda: super(Derived, 5)),
    ("wrong type", lambda: super(5, d)),
    ("missing", lambda: super(Derived, d).nothing),
    ("assign", lambda: setattr(super(Derived, d), "x", 1)),
    ("subscript", lambda: super(Derived, d)["k"]),
    ("len", lambda: len(super(Derived, d))),
    ("too many", lambda: super(Derived, d, 1)),
]:
    try:
        print(label, thunk())
    except Exception as exc:
        print(label, type(exc).__name__)
