# harness:
#   description: __int__, __float__, __index__, __bytes__, __bool__, __str__ and others, fallbacks and errors
#   tags: [conversion, dunder]
import math
import operator


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def having(**methods):
    return type("Thing", (), {f"__{name}__": (lambda value: lambda self, *args: value)(value) for name,
                              value in methods.items()})()


def element(thing):
    return "abc"[thing:]


CONVERTERS = (int, float, complex, bool, str, bytes, operator.index, math.floor, math.ceil, math.trunc, round,
              abs, hash, len, chr, math.sqrt, element, range, bytearray)
THINGS = {
    "int": having(int=65), "index": having(index=66), "float": having(float=1.5),
    "complex": having(complex=1 + 2j), "trunc": having(trunc=7), "floor": having(floor="floored"),
    "ceil": having(ceil=None), "round": having(round="rounded"), "abs": having(abs=-5),
    "bytes": having(bytes=b"raw"), "str": having(str="text"), "bool": having(bool=False),
    "len": having(len=4), "hash": having(hash=99), "repr": having(repr="<shown>"),
    "int and index": having(int=1, index=2), "float and index": having(float=0.5, index=2)}
for name, thing in THINGS.items():
    row = []
    for convert in CONVERTERS:
        try:
            value = convert(thing)
        except TypeError:
            continue
        by_default = convert is hash and name != "hash" or convert is str and name not in ("str", "repr")
        if not by_default and value is not True:
            row.append(f"{convert.__name__}={value!r:.20}")
    print(f"{name}:", *row)


class MyInt(int):
    pass


class MyFloat(float):
    pass


class MyStr(str):
    pass


attempt("str subclass from __str__", lambda: type(str(having(str=MyStr("s")))).__name__)
print("constructors of subclasses:", type(MyInt("7")).__name__, MyInt(7.9), MyFloat("1e3"),
      type(MyInt(3) + 1).__name__, type(-MyInt(3)).__name__, type(int(MyInt(3))).__name__,
      type(MyFloat(1)).__name__, type(MyStr("a").upper()).__name__, MyInt(5) == 5, f"{MyInt(255):x}",
      repr(MyStr("q")), MyFloat(2) / MyInt(4))

print("numbers between types:", int(3.99), int(-3.99), int("  -12 "), float("1e3"), float(" -0 "),
      complex("1+2j"), complex(2), bool("False"), int(True), float(False), str(1.0), str(1 + 0j), int(1e20),
      round(2.5), round(3.5), round(-0.5), math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5),
      int(float(2**53 + 1)), str(10**3), bytes(3), bytes([65]), list("ab"), tuple({"k": 1}),
      set("aab") == {"a", "b"}, dict([(1, 2)]), str([1, "a"]))
print("containers:", list({"b": 1, "a": 2}), tuple(range(3)), sorted(set([3, 1, 3])), list(b"ab"),
      bytes(range(65, 68)), str(b"ab"), list(enumerate("ab")), dict(enumerate("ab")), dict(zip("ab", [1, 2])),
      frozenset("a"), list(map(int, "123")), "".join(map(str, [1, None, 2.0])), [*"ab", *(1, 2)],
      {**{"a": 1}, "b": 2}, list(zip("ab", range(2))), sum(map(len, ["a", "bc"])), bytearray("é", "utf-8"),
      list(memoryview(b"ab")))

for text in ("int([])", "float([])", "int({})", "float(None)", "complex([])", "str(1, 2)", "list(5)",
             "dict(5)", "dict([1])", "dict([(1,)])", "tuple(None)", "set(1)", "bytes('a')", "bytearray('a')",
             "range('a')", "int('12a')", "int('')", "float('')", "float('1,5')", "complex('1 + 2j')",
             "chr('a')", "ord(1)", "len(5)", "abs('a')", "round('a')", "sum('ab')", "iter(1)",
             "int('9' * 3, 5)", "hex('a')", "bin(1.0)", "list('a')[None]", "'a' * 'b'", "list(None)",
             "frozenset(3)", "enumerate(5)", "zip(1)", "int(float('nan'))", "int(float('inf'))",
             "bytes([1000])", "memoryview(1)", "slice('a').indices('b')"):
    attempt(text, eval, text)
