# harness:
#   description: warnings on stderr with line and source, filters, once, categories, custom show
#   tags: [warnings, stderr]
import sys
import warnings


class LocalWarning(UserWarning):
    pass


def old_name():
    warnings.warn("old_name is deprecated", DeprecationWarning, stacklevel=2)
    return 1


def noisy(n):
    warnings.warn(f"noise {n}")


print("shown by default:")
sys.stdout.flush()
warnings.warn("plain user warning")
warnings.warn("local category", LocalWarning)
warnings.warn(RuntimeWarning("an instance"))
old_name()
for n in (1, 1, 2):
    noisy(n)
warnings.warn("two\nlines")
sys.stderr.flush()

print("recorded:")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for n in (1, 1):
        noisy(n)
    old_name()
    warnings.warn_explicit("explicit", SyntaxWarning, "made_up.py", 77)
    for item in caught:
        print("  ", item.category.__name__, item.message, item.lineno
              if item.filename != "made_up.py" else item.filename)
for action in ("error", "ignore", "always", "default", "module", "once"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        warnings.simplefilter(action)
        outcome = []
        for n in (7, 7, 8):
            try:
                noisy(n)
                outcome.append("ok")
            except UserWarning as error:
                outcome.append(f"{type(error).__name__}({error})")
        print(action, outcome, [str(item.message) for item in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    warnings.filterwarnings("ignore", message=r"noise [0-4]", category=UserWarning)
    warnings.filterwarnings("error", category=LocalWarning)
    for n in (3, 5):
        noisy(n)
    try:
        warnings.warn("turned into an error", LocalWarning)
    except LocalWarning as error:
        print("raised:", error)
    print("filtered:", [str(item.message) for item in caught], len(warnings.filters))
for arguments in (("m", int), ("m", "text"), (5,), ("m", UserWarning, "x"), ()):
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            warnings.warn(*arguments)
            print("warn", arguments, [(item.category.__name__, str(item.message)) for item in caught])
    except TypeError as error:
        print("warn", arguments, "->", str(error).replace(", not 'type'", ""))
for arguments in (("explode",), ("ignore", 5), ("ignore", "", int), ("ignore", "", UserWarning, "", -1)):
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings(*arguments)
        print("filter accepted", arguments)
    except (AssertionError, TypeError, ValueError) as error:
        print("filter", arguments[1:2], f"{type(error).__name__}: {error}")

print("format:", repr(warnings.formatwarning("text", UserWarning, "file.py", 3, "source line")),
      repr(warnings.formatwarning("t", LocalWarning, "f.py", 1, "")))
original = warnings.showwarning


def show(message, category, filename, lineno, file=None, line=None):
    print("custom show:", category.__name__, message, file, line)


warnings.showwarning = show
warnings.simplefilter("always")
noisy(9)
warnings.showwarning = original


@warnings.deprecated("use newer() instead")
def older():
    return "result"


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("deprecated decorator:", older(), older.__deprecated__, caught[0].category.__name__,
          caught[0].message)
print("done, one more", flush=True)
warnings.warn("the last warning", FutureWarning, stacklevel=1)
