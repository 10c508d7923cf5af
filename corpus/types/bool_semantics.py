# harness:
#   description: bool as an int subtype, truth testing via __bool__ and __len__, short circuits, chained logic
#   tags: [bool, truth]
import warnings


class Loud:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth

    def __bool__(self):
        print(f"  bool({self.name})")
        return self.truth

    def __repr__(self):
        return f"<{self.name}>"


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


class Both(Sized):
    def __bool__(self):
        return False


def attempt(label, function):
    try:
        print(label, "->", repr(function()))
    except Exception as error:
        print(label, "->", type(error).__name__)


yes, no = Loud("yes", True), Loud("no", False)
print("and:", yes and no, no and yes, yes and yes)
print("or:", yes or no, no or yes, no or no)
print("not:", not yes, not no)
print("if-expression:", "A" if yes else "B", "A" if not no else "B")
print("mixed:", yes and no or "default", not (no or no) and yes)
print("any, all:", any([no, yes, yes]), all([yes, no, yes]), any([]), all([]), any({0: "a"}), all([[]]))
if yes and not no or no:
    print("branch taken")
while no:
    print("never")

print("arithmetic:", True + True, True - False, -True, +False, True * 3.5, True / 2, True // 2, True % 2,
      True ** False,
      sum([True, False, True]), abs(True), divmod(True, 2), round(True), True < 2, True == 1.0,
      True is (1 == 1))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    inverted = eval("~True")
    print("invert:", inverted, [str(item.category.__name__) for item in caught])
print("str and format:", str(True), repr(False), f"{True}", f"{True:d}", f"{True:5}|", f"{True!s:>6}",
      f"{False:.1f}", "%s %d %r" % (True, True, False),
      "{:b}".format(True), format(True, "x"), f"{True:,}", "%5.1f" % True, f"{True:^7}|")
print("types:", bool.__mro__[1].__name__, isinstance(True, int), type(True & True).__name__,
      type(True + 0).__name__, bool.__bases__)
print("index:", "ab"[True], [10, 20][False], "x" * True, {True: "t", 1: "one", 1.0: "float"}, {0: "z"}[False],
      hash(True), range(True)[False])
print("conversions:", [bool(x) for x in (0, 0.0, 0j, "", " ", "False", b"", b"\0", [], [0], (), {}, set(),
                                         None, ..., NotImplemented is None,
                                        range(0), range(1), float("nan"), -0.0)], bool())
attempt("bool('a', 'b')", lambda: bool("a", "b"))
attempt("bool(x=1)", lambda: bool(x=1))
attempt("subclass", lambda: type("Sub", (bool,), {}))
attempt("len 0", lambda: bool(Sized(0)))
attempt("len 3", lambda: bool(Sized(3)))
attempt("len negative", lambda: bool(Sized(-1)))
attempt("len str", lambda: bool(Sized("a")))
attempt("len huge", lambda: bool(Sized(2**70)))
attempt("both", lambda: bool(Both(5)))
attempt("__bool__ returns int", lambda: bool(Loud("one", 1)))
attempt("__bool__ returns None", lambda: bool(Loud("none", None)))
attempt("not with bad bool", lambda: not Loud("text", "yes"))
attempt("NotImplemented", lambda: bool(NotImplemented))
Loud.__bool__ = None
attempt("__bool__ = None", lambda: bool(yes))
instance = Sized(1)
instance.__bool__ = lambda: False
print("instance attribute ignored:", bool(instance))
print("chained comparison:", 1 < 2 < 3, 1 < 3 < 2, 1 < 2 == True, (1 < 2) == True, 3 > 2 > 1 != 0, not 1 == 2,
      True == (not False))
