# harness:
#   description: None, Ellipsis, NotImplemented, True, False and __debug__ - identity, repr, attributes
#   tags: [data-model, constants]

import copy
import pickle

singles = {"None": None, "Ellipsis": ..., "NotImplemented": NotImplemented, "True": True, "False": False}
for name, value in singles.items():
    print(name, repr(value), type(value).__name__, type(value)() is value if not isinstance(value,
            bool) else type(value)(value) is value,
          copy.deepcopy(value) is value, pickle.loads(pickle.dumps(value)) is value,
          eval(repr(value)) is value, {value: "k"}[value])
for thunk in (lambda: None.x, lambda: setattr(None, "x", 1), lambda: None + 1, lambda: None < None,
              lambda: singles["None"][0], lambda: len(None), lambda: singles["None"](), lambda: iter(None),
              lambda: [*None], lambda: {**None},
              lambda: ... + 1, lambda: not NotImplemented, lambda: NotImplemented and 1,
              lambda: type(None)(1), lambda: type(...)(1), lambda: None @ None, lambda: -None,
              lambda: f"{None:5}", lambda: "%d" % None, lambda: int(None),
              lambda: sorted([None, 1]), lambda: max(None, None), lambda: "a" + None,
              lambda: ",".join([None]), lambda: None in None, lambda: 5 in None, lambda: {}[None],
              lambda: [][None:None], lambda: None.__class__.__mro__):
    try:
        print(thunk())
    except (TypeError, AttributeError, KeyError) as exc:
        print(type(exc).__name__)
print(None == None, None is None, None != 0, hash(None) == hash(None), hash(...) == hash(...), bool(None),
      str(None), None.__bool__(), None.__eq__(0), None.__repr__(), [None] * 2)
print(isinstance(None, type(None)), None.__doc__ == type(None).__doc__, dir(None) == dir(type(None)),
      type(None) == type(None)().__class__, type(...).__name__, [..., None][0] is Ellipsis)
print(True + 1, True == 1, True != 2, repr(True), str(False), True.real, True.numerator, int(True),
      float(False), hash(True), True < 2, False < True, -True, +True, ~int(True), True // True, 5 * True)
print("yes" * True, [0, 1][True], {1: "int key"}[True], {True: "bool key"}[1.0], True & 5, True | False,
      True ^ True, type(True & True).__name__, type(True | 1).__name__, (True).bit_length(),
      f"{True:d} {True} {False!r:>6}", "%s %d" % (True, True))
print(sum([True, False, True]), [True, False].count(1), (0).__eq__(False), [1, True, 1.0].index(True),
      max(False, 0), min(True, 1), sorted([True, 0, False, 1]), divmod(True, True), round(True),
      True.to_bytes(1), bool.from_bytes(b"\0"))
print(__debug__, type(__debug__).__name__, Ellipsis is ..., type(Ellipsis),
      [x for x in (None, 0, False, "", ...) if x is not None], list(filter(None, [None, 0, 1, ..., False])))


class Sliced:
    def __getitem__(self, key):
        return key


s = Sliced()
print(s[...], s[..., 0], s[None], s[None:...], s[True:False:None], s[:, None], s[()])


class Ordered:
    def __lt__(self, other):
        return NotImplemented

    def __eq__(self, other):
        return NotImplemented

    def __add__(self, other):
        return None

    def __iadd__(self, other):
        return None


o = Ordered()
print(o == 5, o != 5, o == o, o + 1, Ordered.__lt__(o, 1), (5).__lt__("a"), "a".__eq__(1), [].__eq__(()),
      object().__lt__(1))
o += 1
print(o)
print([].sort(), {}.update(), print(), [].append(1), (lambda: None)(), exec(""),
      "".replace("", "x", 0) or None, {}.get("k"), {}.setdefault("k"), dict.fromkeys("ab"),
      [None, None].index(None), getattr(5, "nope", None))
for source in ["None = 1", "True = 0", "... = 1", "def None(): pass", "class True: pass", "f(None=1)",
               "None.x = 1", "del None", "for None in x: pass", "import None", "import x as False",
               "lambda None: 0", "with x as None: pass", "NotImplemented = 1", "Ellipsis = 1", "x.None",
               "x.True = 1", "(None := 1)", "global None", "def f(*, True): pass",
               "try: pass\nexcept E as None: pass", "match x:\n case None(): pass", "None: int",
               "type None = int", "@None\ndef f(): pass"]:
    try:
        compile(source, "<c>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), type(exc).__name__)
