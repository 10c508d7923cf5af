# harness:
#   description: warnings - filters, actions, registries, catch_warnings, stack levels, formatting, deprecated
#   tags: [module:warnings]
import io
import sys
import warnings


class Own(UserWarning):
    pass


def caught(*filters, times=2):
    """What two identical and one different warning give under the filters."""
    with warnings.catch_warnings(record=True) as log:
        warnings.resetwarnings()
        for arguments in filters:
            warnings.filterwarnings(*arguments[:1], **dict(arguments[1:]))
        try:
            for _ in range(times):
                warnings.warn("same text")
            warnings.warn("other text", Own)
            warnings.warn_explicit("explicit", DeprecationWarning, "file.py", 7, "some.module")
        except Warning as error:
            log.append(error)
    return [f"{type(w).__name__}:{w}" if isinstance(w, Warning) else f"{w.category.__name__}:{w.message}"
            for w in log]


for filters in ([("always",)], [("default",)], [("once",)], [("module",)], [("ignore",)], [("error",)],
                [("ignore",), ("always", ("category", Own))], [("always",), ("ignore", ("message", "SAME"))],
                [("always",), ("ignore", ("message", "ext"))],
                [("always",), ("ignore", ("module", "some"))],
                [("always",), ("error", ("category", DeprecationWarning))],
                [("always",), ("ignore", ("lineno", 7))], [("always", ("append", True))], [("all",)]):
    print(filters, caught(*filters))
for arguments in (("loud",), ("always", 5), ("always", "", int), ("always", "", UserWarning, 5),
                  ("always", "", UserWarning, "", -1)):
    try:
        warnings.filterwarnings(*arguments)
    except (TypeError, ValueError) as error:
        print("filter", arguments, type(error).__name__)
for arguments in (("text", int), (5,), ("text", Own, 1), (Own("instance"),)):
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("always")
        try:
            warnings.warn(*arguments)
            print("warn", arguments, log[0].category.__name__, str(log[0].message))
        except TypeError as error:
            print("warn", arguments, type(error).__name__)


def inner(level):
    warnings.warn("where", stacklevel=level)


def outer(level):
    inner(level)


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    for level in (1, 2, 3, 99):
        outer(level)
lines = [w.lineno for w in log]
print("levels:", [lines[1] - lines[0], lines[2] - lines[0]], log[3].filename, log[0].line,
      log[0].source)
with warnings.catch_warnings(action="error", category=Own):
    try:
        warnings.warn("raised", Own)
    except Own as error:
        print("as error:", error)
manager = warnings.catch_warnings()
with manager:
    try:
        with manager:
            pass
    except RuntimeError as error:
        print("entered twice:", type(error).__name__)
before = len(warnings.filters)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print("inside:", len(warnings.filters) == before + 1, warnings.filters[0][:1])
print("after:", len(warnings.filters) == before)

text = warnings.formatwarning("message", Own, "f.py", 3, "  x = 1  ")
print("format:", repr(text), repr(warnings.formatwarning("m", UserWarning, "none.py", 1)))
saved, sys.stderr = sys.stderr, io.StringIO()
with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.showwarning("shown", Own, "file.py", 5)
    warnings.warn_explicit("explicit", Own, "g.py", 6, source=None)
    warnings.formatwarning, kept = lambda *args, **kwargs: "custom\n", warnings.formatwarning
    warnings.warn("x")
    warnings.formatwarning = kept
output, sys.stderr = sys.stderr.getvalue(), saved
print("stderr:", output.splitlines())
registry = {}
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("default")
    for line in (1, 1, 2):
        warnings.warn_explicit("reg", Own, "f.py", line, registry=registry)
print("registry:", len(log), sorted(key[2] for key in registry if key != "version"))


@warnings.deprecated("use other()", category=DeprecationWarning)
def old(x):
    return x


@warnings.deprecated("class is old")
class Old:
    def __init__(self, n):
        self.n = n


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    print("deprecated:", old(5), Old(1).n, old.__deprecated__, old.__name__)

    class Child(Old):
        pass

    print("subclass:", Child(2).n)
print("messages:", [str(w.message) for w in log])
try:
    warnings.deprecated(5)
except TypeError as error:
    print("refused:", type(error).__name__)
