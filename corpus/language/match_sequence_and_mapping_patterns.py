# harness:
#   description: sequence and mapping patterns - stars, nesting, excluded types, user-defined classes
#   tags: [match]

import array
import collections
import collections.abc


def sequence(x):
    match x:
        case []:
            return "empty"
        case [one]:
            return f"one {one!r}"
        case [1, *rest]:
            return f"starts with 1, rest {rest}"
        case (first, (a, *_, b), *middle, "end"):
            return f"nested {first} {a} {b} {middle}"
        case [*init, (last,)]:
            return f"init {init} last {last}"
        case [_, _, *_] as whole:
            return f"two or more: {type(whole).__name__}"
        case _:
            return "not a sequence"


class UserSequence(collections.abc.Sequence):
    def __init__(self, *items):
        self.items, self.log = items, []

    def __getitem__(self, index):
        self.log.append(index)
        return self.items[index]

    def __len__(self):
        self.log.append("len")
        return len(self.items)


class JustGetitem:
    def __getitem__(self, index):
        return [1, 2][index]

    def __len__(self):
        return 2


class Registered(JustGetitem):
    pass


collections.abc.Sequence.register(Registered)
for value in ([], (), [5], (1,), [1, 2, 3], ["x", (1, 2, 3), 4, 5, "end"], ["x", [1, 2], "end"], [2, 3, [4]],
              (7, 8),
              "ab", b"ab", bytearray(b"ab"), {1, 2}, {1: 2}, range(3, 5), collections.deque([7, 8]),
              array.array("i", [3, 4]),
              memoryview(b"xy"), iter([1, 2]), JustGetitem(), Registered(), None):
    label = repr(value) if not hasattr(value,
                                       "__next__") and " at " not in repr(value) else type(value).__name__
    print(f"{label}: {sequence(value)}")

seq = UserSequence(9, 8, 7)
print(sequence(seq), seq.log)
seq.log.clear()
match seq:
    case [a, *_, c]:
        print("ends", a, c, seq.log)
seq.log.clear()
match seq:
    case [_, _, _, _]:
        print("no")
    case [*_]:
        print("any length", seq.log)


def mapping(x):
    match x:
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case {"kind": "poly", "points": [(x0, y0), *others], **rest}:
            return f"poly from {x0},{y0} with {len(others)} more, rest {rest}"
        case {"a": {"b": {"c": deep}}}:
            return f"deep {deep}"
        case {1: one, None: none}:
            return f"odd keys {one} {none}"
        case {"opt": ("on" | "off") as state}:
            return f"state {state}"
        case {True: t}:
            return f"true key {t}"
        case {}:
            return f"some mapping of {len(x)}"
        case _:
            return "no mapping"


class Auto(dict):
    def __missing__(self, key):
        return "invented"


for value in ({"kind": "circle", "r": 2, "extra": 0}, {"kind": "poly", "points": [(1, 2), (3, 4)], "c": "red",
                                                       "w": 1},
              {"kind": "poly", "points": []}, {"a": {"b": {"c": [1]}}}, {"a": {"b": 1}},
              {1: "one", None: "none", 2: 0},
              {"opt": "on"}, {"opt": "dim"}, {1: "int one"}, {}, [("a", 1)], Auto(),
              collections.defaultdict(list),
              collections.OrderedDict(kind="circle", r=0), collections.ChainMap({"kind": "circle"}, {"r": 9}),
              None):
    print(mapping(value))
default = collections.defaultdict(list, kind="circle")
print(mapping(default), dict(default))


class UserMapping(collections.abc.Mapping):
    def __init__(self):
        self.log = []

    def __getitem__(self, key):
        self.log.append(f"getitem {key}")
        return {"x": 1, "y": 2, "z": 3}[key]

    def __iter__(self):
        self.log.append("iter")
        return iter("xyz")

    def __len__(self):
        self.log.append("len")
        return 3

    def get(self, key, default=None):
        self.log.append(f"get {key}")
        return {"x": 1, "y": 2, "z": 3}.get(key, default)


m = UserMapping()
match m:
    case {"x": 1, "q": _}:
        print("never")
    case {"x": x, "y": 2, **others}:
        print(x, others)
print(m.log)


class Keys:
    A = "dup"
    B = "dup"


try:
    match {"dup": 1, "other": 2}:
        case {Keys.A: 1, Keys.B: 1}:
            print("both")
except ValueError:
    print("ValueError")


def command(text):
    match text.split():
        case ["go", ("north" | "south") as where]:
            return f"moving {where}"
        case ["get", item, *adjectives] if item != "nothing":
            return f"taking {item} {adjectives}"
        case ["quit" | "exit"]:
            return "bye"
        case [verb, *_, "now"]:
            return f"{verb} hurry"
        case []:
            return "silence"
        case [unknown, *args]:
            return f"unknown {unknown} with {len(args)}"


for text in ("go north", "go up", "get lamp red big", "get nothing", "exit", "run fast now", "", "dance"):
    print(command(text))
