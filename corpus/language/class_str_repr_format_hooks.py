# harness:
#   description: __str__, __repr__, __format__, __bytes__ fallbacks, inherited choices
#   tags: [data-model, formatting]


class OnlyRepr:
    def __repr__(self):
        return "<repr>"


class OnlyStr:
    def __str__(self):
        return "<str>"


class Both(OnlyRepr, OnlyStr):
    pass


class Fancy:
    def __repr__(self):
        return "R"

    def __str__(self):
        return "S"

    def __format__(self, spec):
        return f"F[{spec}]"


class Bad:
    def __repr__(self):
        return 5

    def __str__(self):
        return None

    def __format__(self, spec):
        return b"bytes"

    def __bytes__(self):
        return "text"

    def __hash__(self):
        return "hash"

    def __len__(self):
        return None

    def __dir__(self):
        return None

    def __contains__(self, item):
        raise LookupError("contains failed")

    def __sizeof__(self):
        return -1


class StrSub(str):
    def __str__(self):
        return "str of sub"

    def __repr__(self):
        return "repr of sub"


class ReturnsSub:
    def __str__(self):
        return StrSub("inside")

    __repr__ = __str__


print(str(OnlyRepr()), repr(OnlyRepr()), f"{OnlyRepr()}", "%s %r" % (OnlyRepr(), OnlyRepr()), [OnlyRepr()])
print(str(OnlyStr()), "OnlyStr object at" in repr(OnlyStr()), "OnlyStr object at" in str([OnlyStr()]))
print(str(Both()), repr(Both()))
f = Fancy()
print(f, [f], {f: f}, (f,), f"{f}", f"{f!s}", f"{f!r:>4}", f"{f:spec}", f"{f!s:^5}", format(f),
      format(f, "x"))
print("{} {!r} {:a b}".format(f, f, f), "{0!s:>3} {0.__class__.__name__}".format(f))
print(str(ReturnsSub()), type(str(ReturnsSub())).__name__, type(repr(ReturnsSub())).__name__)
s = StrSub("raw")
print(s, str(s), repr(s), f"{s}", f"{s:>5}", "%s" % s, "".join([s]), s + "", s[:], format(s), [s])
print(type(str(s)).__name__, type(s[:]).__name__, type("".join([s])).__name__, type(f"{s}").__name__,
      s.__len__())

b = Bad()
for label, thunk in [("repr", lambda: repr(b)), ("str", lambda: str(b)), ("format", lambda: format(b)),
                     ("f-string", lambda: f"{b}"), ("bytes", lambda: bytes(b)), ("hash", lambda: hash(b)),
                     ("len", lambda: len(b)), ("bool", lambda: bool(b)), ("dir", lambda: dir(b)),
                     ("in", lambda: 1 in b), ("list repr", lambda: repr([b])), ("percent", lambda: "%s" % b),
                     ("ascii", lambda: ascii(b)), ("print", lambda: print(b)), ("dict", lambda: {b: 1}),
                     ("spec", lambda: format(OnlyRepr(), "5")), ("f spec", lambda: f"{OnlyRepr():x}")]:
    try:
        print(label, thunk())
    except Exception as exc:
        print(label, type(exc).__name__)


class Raising:
    def __repr__(self):
        raise ValueError("repr failed")


for thunk in (lambda: str(Raising()), lambda: f"{[Raising()]}", lambda: "{!r}".format(Raising())):
    try:
        thunk()
    except ValueError as exc:
        print("ValueError:", exc)


class HashBig:
    def __hash__(self):
        return 2 ** 100

    def __eq__(self, other):
        return True


print(hash(HashBig()) == hash(2 ** 100), hash(-1), hash(True), hash(1.0) == hash(1), hash(7),
      hash(0) == hash(0.0) == hash(False))
print(ascii("caf\u00e9 \U0001f600"), repr("tab\t'q'"), repr('both\'"'), repr("\x7f\x80\u200b\ue000"),
      repr("\u00e9"))


class Meta(type):
    def __repr__(cls):
        return f"class<{cls.__name__}>"

    def __str__(cls):
        return "strmeta"

    def __format__(cls, spec):
        return "fmtmeta" + spec


class WithMeta(metaclass=Meta):
    pass


print(WithMeta, repr(WithMeta), f"{WithMeta:!}", [WithMeta], "WithMeta object at" in repr(WithMeta()))
