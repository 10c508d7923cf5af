# harness:
#   description: dataclasses - generated methods, defaults, inheritance, frozen, slots, kw_only, conversion
#   tags: [module:dataclasses, classes]
import copy
import dataclasses
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, replace
from typing import ClassVar


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


@dataclass(order=True)
class Item:
    name: str = field(compare=False)
    price: float = 1.5
    tags: list = field(default_factory=list, repr=False)
    total: ClassVar[int] = 0
    scale: InitVar[int] = 2
    computed: float = field(init=False)

    def __post_init__(self, scale):
        self.computed = self.price * scale


one, two = Item("z", 2), Item("a", 3, ["t"], scale=10)
print("items:", one, two, one < two, one == Item("other", 2), sorted([two, one])[0].name)
print("fields:", [(f.name, f.init, f.repr, f.compare, f.kw_only) for f in fields(Item)])
print("as dict:", asdict(two), astuple(two), Item.scale, Item.__match_args__)
attempt("compare with other type", lambda: one < (2,))
attempt("hash", hash, one)
attempt("missing argument", Item)
attempt("init false", Item, "x", computed=1)
attempt("replace init false", replace, one, computed=1)
attempt("replace needs InitVar", lambda: replace(one, price=5, scale=3).computed)


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def __repr__(self):
        return f"P<{self.x},{self.y}>"


@dataclass(frozen=True)
class Point3(Point):
    y: int = 7
    z: int = 9


p = Point3(1)
print("frozen:", p, hash(p) == hash(Point3(1, 7, 9)), p == Point(1, 7), replace(p, z=0),
      copy.replace(p, x=5).x, {p: 1}[Point3(1)])
attempt("assign", setattr, p, "x", 5)
attempt("delete", delattr, p, "x")
attempt("new attribute", setattr, p, "w", 5)


@dataclass(slots=True, kw_only=True)
class Slotted:
    a: int = 1
    b: str = "b"


attempt("positional", Slotted, 1)
attempt("slots", setattr, Slotted(), "c", 1)
print("slots:", Slotted.__slots__, Slotted(b="x"), hasattr(Slotted(), "__dict__"))


@dataclass
class Partly:
    first: int
    _: KW_ONLY
    second: int = 2
    third: int


attempt("kw only", Partly, 1, third=3)
attempt("kw only missing", Partly, 1)


def broken(body, **options):
    annotations = dict(body.pop("annotations"))
    return dataclass(type("Broken", (), {"__annotations__": annotations, **body}), **options)


attempt("mutable default", broken, {"annotations": {"a": list}, "a": []})
attempt("default order", broken, {"annotations": {"a": int, "b": int}, "a": 1})
attempt("order without eq", broken, {"annotations": {}}, order=True, eq=False)
attempt("order clash", broken, {"annotations": {}, "__lt__": lambda a, b: True}, order=True)
attempt("default and factory", lambda: field(default=1, default_factory=int))
attempt("thaw", lambda: dataclass(type("T", (Point,), {"__annotations__": {}})))
attempt("hash clash", broken, {"annotations": {}, "__hash__": lambda s: 1}, unsafe_hash=True)
attempt("fields of int", fields, 5)
attempt("asdict of class", asdict, Point)

for eq, frozen, unsafe in ((True, False, False), (True, True, False), (False, False, False),
                           (True, False, True)):
    kind = dataclass(type("K", (), {"__annotations__": {"n": int}}), eq=eq, frozen=frozen, unsafe_hash=unsafe)
    print("hash rule:", eq, frozen, unsafe, "->", "none" if kind.__hash__ is None else "object"
          if kind.__hash__ is object.__hash__ else "made")


@dataclass
class Node:
    value: int
    children: list["Node"] = field(default_factory=list)
    meta: dict = field(default_factory=dict, metadata={"unit": "none"})


tree = Node(1, [Node(2), Node(3, [Node(4)])], {(1, 2): Node(9)})
print("tree:", tree)
print("tree dict:", asdict(tree), asdict(Node(0), dict_factory=lambda pairs: [k for k, _ in pairs]))
loop = Node(0)
loop.children.append(loop)
print("recursive:", loop)
print("metadata:", dict(fields(Node)[2].metadata),
      dataclasses.is_dataclass(Node), dataclasses.is_dataclass(5))
made = dataclasses.make_dataclass("Made", ["a", ("b", int), ("c", int, field(default=3))],
                                  namespace={"sum": lambda s: s.b + s.c})
print("made:", made(1, 2), made(1, 2).sum(), Node.__doc__, Point.__doc__)
match p:
    case Point3(x, y, z=zz):
        print("matched:", x, y, zz)
print("eq types:", Node(1) == Node(1), Node(1) == 1, Node(1).__eq__(1))
