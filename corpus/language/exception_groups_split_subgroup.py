# harness:
#   description: ExceptionGroup construction rules, split, subgroup, derive, notes, nesting and printing
#   tags: [exceptions, exception-groups]

import traceback

eg = ExceptionGroup("top", [
    ValueError(1),
    ExceptionGroup("nested", [TypeError("t"), ValueError(2), OSError(5, "io")]),
    KeyError("k"),
])
print(repr(eg), str(eg), eg.message, len(eg.exceptions), eg.args)


def show(group):
    if group is None:
        return "None"
    if isinstance(group, BaseExceptionGroup):
        return f"{type(group).__name__}:{group.message}[{', '.join(show(e) for e in group.exceptions)}]"
    return repr(group)


match, rest = eg.split(ValueError)
print("split", show(match), "|", show(rest))
print("subgroup tuple", show(eg.subgroup((TypeError, KeyError))))
print("subgroup predicate", show(eg.subgroup(lambda e: isinstance(e, OSError))))
print("predicate on groups", show(eg.subgroup(lambda e: isinstance(e,
        ExceptionGroup) and e.message == "nested")))
print("all", eg.subgroup(Exception) is eg, eg.split(Exception)[0] is eg, "none",
      eg.subgroup(ZeroDivisionError))
print("split none", eg.split(ZeroDivisionError)[0], eg.split(ZeroDivisionError)[1] is eg)
print("group type", show(eg.split(ExceptionGroup)[0]) == show(eg))

print(type(BaseExceptionGroup("b", [ValueError()])).__name__,
      type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for args in [("m", []), ("m", [5]), (5, [ValueError()]), ("m", ValueError()), ("m", "abc"), ("m",), (),
             ("m", [KeyboardInterrupt()]), ("m", [ValueError]), ("m", {ValueError("in set")}),
             ("m", [ValueError()], 3)]:
    try:
        print("made", repr(ExceptionGroup(*args)))
    except (TypeError, ValueError) as exc:
        print(type(exc).__name__)
mixed = BaseExceptionGroup("mixed", [ValueError("v"), KeyboardInterrupt("ki"), SystemExit(1)])
print([type(part).__name__ for part in mixed.split(Exception)], show(mixed.split(Exception)[1]))
source = [ValueError("copied")]
frozen = ExceptionGroup("copy", source)
source.append(TypeError())
print(frozen.exceptions, type(frozen.exceptions).__name__)
for attr in ("message", "exceptions"):
    try:
        setattr(frozen, attr, None)
    except AttributeError:
        print("AttributeError")


class Coded(ExceptionGroup):
    def __new__(cls, message, excs, code):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        return Coded(self.message, excs, self.code)


coded = Coded("c", [ValueError(1), TypeError(2), ValueError(3)], 7)
left, right = coded.split(TypeError)
print(type(left).__name__, left.code, show(left), show(right), repr(coded))


class Plain(ExceptionGroup):
    pass


print(type(Plain("p", [ValueError(), TypeError()]).subgroup(TypeError)).__name__)
eg.add_note("a note")
eg.__cause__ = OSError("cause")
part = eg.subgroup(KeyError)
print(part.__notes__, part.__notes__ is eg.__notes__, repr(part.__cause__),
      part.__traceback__ is eg.__traceback__)
try:
    eg.add_note(5)
except TypeError:
    print("TypeError")


class BadDerive(ExceptionGroup):
    def derive(self, excs):
        return "not a group"


for condition in (5, "text", [ValueError], (ValueError, 5), int):
    try:
        eg.split(condition)
    except TypeError:
        print("TypeError")
try:
    BadDerive("b", [ValueError(), TypeError()]).split(TypeError)
except TypeError:
    print("TypeError")
eg.__cause__ = None
print("".join(traceback.format_exception(eg)))


def leaves(exc):
    if isinstance(exc, BaseExceptionGroup):
        for sub in exc.exceptions:
            yield from leaves(sub)
    else:
        yield exc


print(list(map(repr, leaves(eg))), isinstance(eg, Exception), issubclass(ExceptionGroup, BaseExceptionGroup))
print(ExceptionGroup[ValueError], ExceptionGroup.__mro__[1].__name__, ExceptionGroup("one", [ValueError()]))
