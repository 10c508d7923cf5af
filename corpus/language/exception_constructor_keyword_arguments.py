# harness:
#   description: built-in exceptions refuse keyword arguments they do not know
#   tags: [exceptions, calls]

CASES = {
    "BaseException": lambda: BaseException(x=1),
    "Exception": lambda: Exception(x=1),
    "ValueError": lambda: ValueError(x=1),
    "TypeError with text": lambda: TypeError("text", y=1),
    "KeyError": lambda: KeyError(k=1),
    "StopIteration": lambda: StopIteration(value=1),
    "SystemExit": lambda: SystemExit(code=1),
    "SyntaxError": lambda: SyntaxError(x=1),
    "OSError": lambda: OSError(a=1),
    "ImportError unknown": lambda: ImportError("a", nope=1),
    "ImportError known": lambda: ImportError("a", name="n", path="p"),
    "NameError known": lambda: NameError("a", name="n"),
    "AttributeError unknown": lambda: AttributeError(nope=1),
    "ExceptionGroup": lambda: ExceptionGroup("g", [ValueError()], x=1),
    "plain subclass": lambda: type("Plain", (ValueError,), {})(x=1),
    "subclass with own init": lambda: type("Own", (ValueError,), {"__init__": lambda self, x: None})(x=1),
}
for label, thunk in CASES.items():
    try:
        print(f"{label:<24} {thunk()!r}")
    except TypeError as exc:
        print(f"{label:<24} {type(exc).__name__}")
