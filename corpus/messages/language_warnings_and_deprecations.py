# harness:
#   description: wording of errors from the warnings module and texts of raised warnings
#   tags: [messages, warnings]

import warnings


@warnings.deprecated("use other")
def old():
    return 1


@warnings.deprecated("use another class")
class OldClass:
    pass


CASES = {
    "category int": lambda: warnings.warn("x", int),
    "category text": lambda: warnings.warn("x", "y"),
    "no message": lambda: warnings.warn(),
    "filter action": lambda: warnings.simplefilter("nope"),
    "filter category": lambda: warnings.filterwarnings("ignore", category=5),
    "filter message": lambda: warnings.filterwarnings("ignore", message=5),
    "filter line": lambda: warnings.filterwarnings("ignore", lineno=-1),
    "explicit": lambda: warnings.warn_explicit("x", UserWarning, "file.py"),
    "raised": lambda: warnings.warn("plain text"),
    "raised instance": lambda: warnings.warn(FutureWarning("instance")),
    "deprecated function": lambda: old(),
    "deprecated class": lambda: OldClass(),
    "deprecated base": lambda: type("Sub", (OldClass,), {}),
    "deprecated without text": lambda: warnings.deprecated(),
    "deprecated text": lambda: warnings.deprecated(5),
    "bool inversion": lambda: eval("~True"),
}
for label, thunk in CASES.items():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            thunk()
            print(f"{label}: no error")
        except Exception as exc:
            print(f"{label}: {type(exc).__name__}: {exc}")
