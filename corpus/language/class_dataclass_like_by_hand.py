# harness:
#   description: a record class builder from annotations with defaults, ordering, freezing and replacement
#   tags: [classes, descriptors]

import annotationlib
import operator

MISSING = object()


class FrozenError(AttributeError):
    pass


def record(cls=None, *, order=False, frozen=False):
    def wrap(cls):
        fields = {}
        for base in reversed(cls.__mro__[1:]):
            fields.update(getattr(base, "_record_fields", {}) if "_record_fields" in vars(base) else {})
        for name, kind in annotationlib.get_annotations(cls).items():
            fields[name] = (kind, vars(cls).get(name, MISSING))
        cls._record_fields = fields
        seen_default = None
        for name, (_, default) in fields.items():
            if default is not MISSING:
                seen_default = name
            elif seen_default:
                raise TypeError(f"field {name!r} without default follows {seen_default!r}")
        params = ", ".join(
            name if default is MISSING else f"{name}=_defaults[{name!r}]" for name,
            (_, default) in fields.items())
        body = "".join(f"\n    _set(self, {name!r}, {name})" for name in fields) or "\n    pass"
        namespace = {"_set": object.__setattr__,
                     "_defaults": {n: d for n, (_, d) in fields.items() if d is not MISSING}}
        exec(f"def __init__(self, {params}):{body}", namespace)
        cls.__init__ = namespace["__init__"]
        cls.__init__.__qualname__ = f"{cls.__qualname__}.__init__"
        cls.__match_args__ = tuple(fields)

        def key(self):
            return tuple(getattr(self, name) for name in fields)

        def __repr__(self):
            inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields)
            return f"{type(self).__qualname__}({inner})"

        def __eq__(self, other):
            return key(self) == key(other) if type(other) is type(self) else NotImplemented

        cls.__repr__, cls.__eq__, cls.__hash__ = __repr__, __eq__, None
        if order:
            for op in ("lt", "le", "gt", "ge"):
                def compare(self, other, _op=getattr(operator, op)):
                    if type(other) is not type(self):
                        return NotImplemented
                    return _op(key(self), key(other))
                setattr(cls, f"__{op}__", compare)
        if frozen:
            def __setattr__(self, name, value):
                raise FrozenError(f"cannot assign to field {name!r}")

            def __delattr__(self, name):
                raise FrozenError(f"cannot delete field {name!r}")
            cls.__setattr__, cls.__delattr__ = __setattr__, __delattr__
            cls.__hash__ = lambda self: hash(key(self))
        cls.replace = lambda self, **changes: type(self)(**{n: getattr(self, n) for n in fields} | changes)
        return cls
    return wrap if cls is None else wrap(cls)


@record(order=True)
class Point:
    x: int
    y: int = 0


@record(frozen=True)
class Tagged(Point):
    tag: str = "none"
    y: float = 1.5


p, q = Point(1), Point(1, 2)
print(p, q, p == Point(1, 0), p < q, sorted([q, p, Point(0, 9)]), max(p, q), p != q, p == (1, 0))
t = Tagged(3, tag="t")
print(t, Tagged._record_fields["y"], t.replace(x=9), hash(t) == hash(Tagged(3, 1.5, "t")),
      {t: 1}[Tagged(3, tag="t")])
for thunk in (lambda: setattr(t, "x", 1), lambda: delattr(t, "tag"), lambda: Point(), lambda: Point(1, 2, 3),
              lambda: Point(1, z=2), lambda: hash(p), lambda: p < t, lambda: p < 3, lambda: q.replace(w=1)):
    try:
        print(thunk())
    except FrozenError as exc:
        print("FrozenError:", exc)
    except Exception as exc:
        print(type(exc).__name__)
try:
    @record
    class Wrong(Point):
        z: int
except TypeError as exc:
    print("TypeError:", exc)
match t:
    case Tagged(x, y, tag):
        print("matched", x, y, tag)
match q:
    case Point(1, y=2 | 3 as second):
        print("second", second)


@record
class Empty:
    pass


print(Empty(), Empty() == Empty(), Empty.__match_args__, Point.__init__.__qualname__,
      Point.__init__.__defaults__)
