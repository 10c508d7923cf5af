# harness:
#   description: pprint - widths, depth, compact, sorting, recursion, long strings
#   tags: [module:pprint, formatting]
import collections
import dataclasses
import pprint
import types


@dataclasses.dataclass
class Point:
    name: str
    values: list
    hidden: int = dataclasses.field(default=0, repr=False)


class Multi:
    def __repr__(self):
        return "<multi\n line>"


DATA = {"zeta": [1, 2, 3], "alpha": {"nested": ["x" * 20, "y" * 20], "t": (1,)}, "list": list(range(30))}
for options in ({}, {"width": 40}, {"compact": True, "width": 40}, {"indent": 4, "width": 50}, {"depth": 1},
                {"depth": 2, "width": 30}, {"sort_dicts": False}, {"width": 1, "depth": 2}):
    print(options)
    pprint.pprint(DATA, **options)
VALUES = [collections.OrderedDict([("b", 1), ("a", "v" * 60)]), collections.Counter("aab" * 3),
          collections.defaultdict(int, {"key" * 10: 1, "other" * 10: 2}),
          collections.deque(range(30), maxlen=40), collections.ChainMap({"a" * 30: 1}, {"b" * 40: 2}),
          {7}, frozenset(range(25)), {1, 2.5, -1}, ("single",), "word " * 30, b"bytes " * 20,
          bytearray(b"x" * 70), Point("p", list(range(25))), types.SimpleNamespace(b=1, a="z" * 70),
          types.MappingProxyType({"k" * 40: "v" * 40}), [Multi(), Multi()],
          {"long": "text with spaces and more text " * 4}, [[]] * 3, {(1, 2): {(3,)}},
          {1: "a", "b": 2, None: 3}, collections.UserList(range(30)), {}.keys()]
for value in VALUES:
    print(type(value).__name__)
    pprint.pprint(value, width=60)
loop = [1]
loop.append(loop)
print("recursive:", pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, "a"]),
      pprint.isreadable([Multi]), pprint.saferepr({"b": 1, "a": 2}), pprint.pformat(loop).split("=")[0])
print("underscores:", pprint.pformat([10 ** 9, -12345], underscore_numbers=True), pprint.pformat(1234567))
pprint.pp({"b": 1, "a": 2})
for options in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        pprint.pprint(1, **options)
    except ValueError as error:
        print("refused:", type(error).__name__)


class Short(pprint.PrettyPrinter):
    def format(self, value, context, maxlevels, level):
        if isinstance(value, float):
            return f"{value:.2f}", True, False
        return super().format(value, context, maxlevels, level)


print(Short().pformat([1.23456, {"k": 2.0}, "s"]))
