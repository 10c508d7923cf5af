# harness:
#   description: creating, comparing, hashing and replacing dataclasses, named tuples, enums and plain classes
#   tags: [benchmark, dataclasses, namedtuple, enum]
#   args: {small: ["120"], full: ["8500"]}
"""Many small record objects of different kinds."""
import sys
from collections import namedtuple
from dataclasses import asdict, dataclass, field, replace
from enum import Enum, IntFlag
from typing import NamedTuple


class Color(Enum):
    RED = "r"
    GREEN = "g"
    BLUE = "b"

    @property
    def next(self):
        members = list(Color)
        return members[(members.index(self) + 1) % len(members)]


class Mode(IntFlag):
    READ = 4
    WRITE = 2
    RUN = 1


@dataclass
class Plain:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)


@dataclass(frozen=True, order=True, slots=True)
class Frozen:
    x: int
    y: int
    color: Color = field(default=Color.RED, compare=False)


@dataclass
class Child(Plain):
    z: float = 0.5

    def __post_init__(self):
        self.total = self.x + self.y + self.z


class Pair(NamedTuple):
    left: int
    right: int = 7

    def swapped(self):
        return self._replace(left=self.right, right=self.left)


Triple = namedtuple("Triple", "a b c", defaults=(3,))
n = int(sys.argv[1])
plains = [Plain(i % 50, y=i % 7) for i in range(n)]
for item in plains[::3]:
    item.tags.append(item.x)
print("plain:", sum(p == plains[0] for p in plains), sum(len(p.tags) for p in plains), plains[-1])
frozen = [Frozen(i * 7 % 31, i % 5) for i in range(n)]
print("frozen:", len(set(frozen)), max(frozen), sorted(frozen)[n // 2],
      sum(hash(f) == hash((f.x, f.y)) for f in frozen))
print("replace:", sum(replace(f, x=f.y).x for f in frozen[::2]),
      replace(frozen[3], color=Color.BLUE) == frozen[3])
children = [Child(i, 1, z=i / 4) for i in range(n)]
print("child:", sum(c.total for c in children), children[1], sum(isinstance(c, Plain) for c in children))
dicts = [asdict(c) for c in children[::4]]
print("asdict:", len(dicts), dicts[-1], sum(d["z"] for d in dicts))
pairs = [Pair(i % 13) for i in range(n)]
print("pairs:", sum(p.swapped().left for p in pairs), len(set(pairs)), pairs[-1]._asdict(), max(pairs),
      pairs[3] == (3, 7))
triples = [Triple(*p) for p in pairs]
print("triples:", sum(t.a * t.b * t.c for t in triples), Triple._make(range(3)), Triple._fields)
colors = [Color("rgb"[i % 3]) for i in range(n)]
print("colors:", sum(c is Color.RED for c in colors), colors[-1].next, Color["BLUE"].value,
      {c: colors.count(c) for c in Color})
modes = [Mode(i % 8) for i in range(n)]
print("modes:", sum(Mode.WRITE in m for m in modes), modes[5], modes[3] | Mode.READ, ~modes[6], sum(modes))
matched = 0
for item in (*plains, *frozen, *children):
    match item:
        case Child(x, y, z=z) if z > 10:
            matched += x - y
        case Plain(x=0 | 1 as x):
            matched += 1000 + x
        case Frozen(x, y) if x == y:
            matched -= 1
print("matched:", matched)
