# harness:
#   description: warehouse inventory with dataclass features (slots, kw_only, InitVar, replace, order) and stock valuation
#   tags: [program, data, dataclasses, enum]
"""Stock movements and valuation with FIFO, LIFO and average cost."""
import dataclasses
import enum
import json
from collections import deque
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, replace
from fractions import Fraction
from functools import singledispatch
from typing import ClassVar


class Unit(enum.StrEnum):
    PIECE = enum.auto()
    KILO = "kg"
    METER = "m"

    @classmethod
    def _missing_(cls, value):
        return {"piece(s)": cls.PIECE, "metre": cls.METER}.get(str(value).lower())


class Flag(enum.Flag):
    FRAGILE = enum.auto()
    COLD = enum.auto()
    HEAVY = enum.auto()
    GLASSWARE = FRAGILE | HEAVY


@dataclass(frozen=True, slots=True)
class Sku:
    family: str
    number: int

    def __str__(self):
        return f"{self.family}-{self.number:04d}"

    @classmethod
    def parse(cls, text):
        family, _, number = text.rpartition("-")
        return cls(family, int(number))


@dataclass(order=True)
class Item:
    sort_index: tuple = field(init=False, repr=False)
    sku: Sku
    name: str
    _: KW_ONLY
    unit: Unit = Unit.PIECE
    flags: Flag = field(default=Flag(0), compare=False)
    tags: set[str] = field(default_factory=set, compare=False, metadata={"indexed": True})
    raw_price: InitVar[str | None] = None
    price: Fraction = field(init=False, default=Fraction(0))
    created: ClassVar[int] = 0

    def __post_init__(self, raw_price):
        self.sort_index = (self.sku.family, -self.sku.number)
        self.price = Fraction(raw_price or 0)
        type(self).created += 1


@dataclass(slots=True)
class Lot:
    quantity: int
    cost: Fraction


@dataclass
class Receive:
    item: str
    quantity: int
    cost: str


@dataclass
class Ship(Receive):
    cost: None = field(default=None, repr=False)
    customer: str = "walk-in"


class Shortage(Exception):
    def __init__(self, item, wanted, available):
        super().__init__(item, wanted, available)
        self.item, self.wanted, self.available = item, wanted, available

    def __str__(self):
        return f"{self.item}: wanted {self.wanted}, only {self.available}"


class Stock:
    def __init__(self, method):
        self.method = method
        self.lots = {}
        self.cost_of_sales = Fraction(0)

    def quantity(self, name):
        return sum(lot.quantity for lot in self.lots.get(name, ()))

    def value(self):
        return sum(lot.quantity * lot.cost for lots in self.lots.values() for lot in lots)


@singledispatch
def apply(movement, stock):
    raise TypeError(f"cannot apply {type(movement).__name__}")


@apply.register
def _(movement: Receive, stock):
    lots = stock.lots.setdefault(movement.item, deque())
    lots.append(Lot(movement.quantity, Fraction(movement.cost)))
    if stock.method == "average":
        total = sum(lot.quantity for lot in lots)
        cost = sum(lot.quantity * lot.cost for lot in lots) / total
        lots.clear()
        lots.append(Lot(total, cost))


@apply.register
def _(movement: Ship, stock):
    available = stock.quantity(movement.item)
    if available < movement.quantity:
        raise Shortage(movement.item, movement.quantity, available)
    lots, needed = stock.lots[movement.item], movement.quantity
    while needed:
        lot = lots[-1 if stock.method == "lifo" else 0]
        taken = min(lot.quantity, needed)
        lot.quantity -= taken
        needed -= taken
        stock.cost_of_sales += taken * lot.cost
        if not lot.quantity:
            lots.remove(lot)


items = [
    Item(Sku.parse("cup-7"), "espresso cup", flags=Flag.GLASSWARE, raw_price="3.20",
         tags={"kitchen", "white"}),
    Item(Sku("cup", 12), "mug", raw_price="19/4"),
    Item(Sku("apple-x", 3), "apples", unit=Unit("kg"), flags=Flag.COLD),
    Item(Sku("rope", 1), "rope", unit=Unit("Metre"), raw_price="1e-1"),
]
for item in sorted(items):
    print(item.sku, item.name, item.unit, repr(item.unit), item.price, float(item.price), item.flags,
          list(item.flags))
print("repr:", repr(items[1]))
print("created:", Item.created, "fields:", [(f.name, f.kw_only, f.init, f.compare) for f in fields(Item)])
print("metadata:", dict(fields(Item)[5].metadata), Item.__match_args__, Sku.__slots__,
      hasattr(items[0].sku, "__dict__"))
copy = replace(items[0], name="cup", raw_price="1/3", sku=Sku("cup", 99))
print("replace:", copy.price, copy.sort_index, copy.tags is items[0].tags, copy == items[0], copy < items[0])
print("asdict:", json.dumps(asdict(items[2]), default=str, sort_keys=True))
print("astuple:", astuple(Ship("mug", 3, customer="Zed")), asdict(Lot(1, Fraction(1, 2))))
print("hash:", hash(Sku("a", 1)) == hash(Sku("a", 1)), {Sku("a", 1): "x"}[Sku("a", 1)], Item.__hash__)

MOVES = [Receive("mug", 10, "2.00"), Receive("mug", 5, "2.60"), Ship("mug", 8), Receive("mug", 4, "3"),
         Ship("mug", 20, customer="Big Co"),
         Ship("mug", 6, customer="Ann"), Ship("rope", 1), "broken"]
for method in ("fifo", "lifo", "average"):
    stock = Stock(method)
    problems = []
    for movement in MOVES:
        try:
            apply(movement, stock)
        except (Shortage, TypeError) as error:
            problems.append(f"{type(error).__name__}({error})")
    print(f"{method:<8} value={stock.value()} ({float(stock.value()):.4f}) cost={stock.cost_of_sales} "
          f"{list(stock.lots['mug'])}")
print("problems:", problems)
print("dispatch:", apply.dispatch(Ship).__annotations__["movement"],
      apply.dispatch(bool) is apply.dispatch(object),
      sorted(t.__name__ for t in apply.registry))
match MOVES[5]:
    case Ship(item, quantity, customer=who) if quantity > 5:
        print("matched:", item, quantity, who)

Point = dataclasses.make_dataclass("Point", [("x", int), ("y", int, field(default=0))], frozen=True,
                                   order=True,
                                   namespace={"total": lambda self: self.x + self.y})
print("made:", Point(3), Point(1, 2).total(), Point(1) < Point(1, 1), dataclasses.is_dataclass(Point),
      Point.__name__)
print("flags:", Flag.FRAGILE in Flag.GLASSWARE, ~Flag.COLD, Flag.COLD | Flag.HEAVY, Flag(3), len(Flag),
      Flag["COLD"].value)
for label, action in {
    "frozen": lambda: setattr(Sku("a", 1), "number", 2), "new slot": lambda: setattr(Lot(1, 2), "extra", 1),
    "missing": lambda: Item(Sku("a", 1)), "positional": lambda: Item(Sku("a", 1), "n", Unit.KILO),
    "unit": lambda: Unit("ton"),
    "replace init=False": lambda: replace(items[0], price=1), "order": lambda: items[0] < 3,
    "unhashable": lambda: hash(items[0]),
    "mutable default": lambda: dataclass(type("Bad", (), {"__annotations__": {"x": list}, "x": []})),
    "default order": lambda: dataclasses.make_dataclass("Bad", [("a", int, 1), "b"]),
    "delete": lambda: delattr(Sku("a", 1), "family"),
}.items():
    try:
        print(label, action())
    except Exception as error:
        print(f"{label}: {type(error).__name__}")
