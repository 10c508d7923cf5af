# harness:
#   description: method calls, super chains, properties, slots, descriptors, class and static methods, __getattr__ fallbacks
#   tags: [benchmark, classes, attributes]
#   args: {small: ["300"], full: ["48000"]}
"""Attribute access and calls of many kinds."""
import sys


class Base:
    shared = 1
    created = 0

    def __init__(self, value):
        self.value = value
        type(self).created += 1

    def step(self, amount):
        self.value = (self.value + amount) % 1_000_003
        return self

    @property
    def double(self):
        return self.value * 2

    @double.setter
    def double(self, new):
        self.value = new // 2

    @classmethod
    def bump(cls, by=1):
        cls.shared += by
        return cls.shared

    @staticmethod
    def mix(a, b, *, c=3):
        return a * 31 + b * 17 + c


class Middle(Base):
    def step(self, amount):
        return super().step(amount + 1)


class Leaf(Middle):
    shared = 5

    def step(self, amount):
        super().step(amount * 2)
        return self


class Slotted:
    __slots__ = ("a", "b", "total")

    def __init__(self):
        self.a, self.b, self.total = 1, 2, 0

    def run(self, n):
        for i in range(n):
            self.a += i & 3
            self.b ^= self.a
            self.total += self.a - self.b
        return self.total


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        setattr(instance, self.name, abs(value))


class Guarded:
    level = Positive()

    def __init__(self):
        self.level = 0
        self.misses = 0

    def __getattr__(self, name):
        self.misses += 1
        if name.startswith("dynamic_"):
            return len(name)
        raise AttributeError(name)

    def __call__(self, x, /, y=2, *rest, **options):
        return x + y + sum(rest) + options.get("z", 0)

    def __getitem__(self, key):
        return key * 2

    def __len__(self):
        return 3

    def __contains__(self, item):
        return item % 2 == 0


n = int(sys.argv[1])
objects = [Base(1), Middle(2), Leaf(3)]
for i in range(n):
    for item in objects:
        item.step(i)
print("steps:", [o.value for o in objects], [type(o).created for o in objects])
for i in range(n):
    objects[i % 3].double += i % 5
print("properties:", [o.double for o in objects])
for i in range(n):
    objects[i % 3].bump(i & 1)
print("shared:", Base.shared, Middle.shared, Leaf.shared, "shared" in vars(Middle))
print("static:", sum(Base.mix(i, i + 1, c=i & 7) for i in range(n)))
print("slotted:", Slotted().run(n))
guarded = Guarded()
total = 0
for i in range(n):
    guarded.level = (i % 9) - 4
    total += guarded.level + guarded[i & 15] + (i in guarded) + len(guarded)
    total += guarded(i, z=1) + guarded(i, 1, 2, 3) if i & 1 else guarded.dynamic_name
print("guarded:", total, guarded.misses, hasattr(guarded, "other"), guarded.misses)
bound = objects[0].step
for i in range(n):
    bound(i)
print("bound:", objects[0].value, bound.__self__ is objects[0], bound == objects[0].step)
for i in range(n // 4):
    setattr(objects[i % 3], f"x{i % 50}", i)
    if i % 7 == 0 and hasattr(objects[i % 3], "x3"):
        delattr(objects[i % 3], "x3")
print("dynamic:", [sum(v for k, v in vars(o).items() if k.startswith("x")) for o in objects])
