# harness:
#   description: exception classes with unusual __str__, __repr__, modules and arguments, how each is printed
#   tags: [traceback, uncaught]
#   raises: Outer.Inner
import traceback


class NoText(Exception):
    def __str__(self):
        return ""


class ManyLines(Exception):
    def __str__(self):
        return "first\nsecond\n\nfourth"


class Raises(Exception):
    def __str__(self):
        raise ValueError("inside __str__")


class NotText(Exception):
    def __str__(self):
        return 42


class Exits(Exception):
    def __str__(self):
        raise KeyError


class OnlyRepr(Exception):
    def __repr__(self):
        return "<only repr>"


class OwnInit(Exception):
    def __init__(self, code, *, detail=None):
        self.code, self.detail = code, detail


class SuperInit(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}", code)


class Elsewhere(Exception):
    __module__ = "far.away"


class BuiltinModule(Exception):
    __module__ = "builtins"


class NoModule(Exception):
    __module__ = None


class Multiple(KeyError, AttributeError):
    pass


class Unicode(Exception):
    def __str__(self):
        return "caf\u00e9 \u2603"


class Outer:
    class Inner(Exception):
        def __str__(self):
            return f"inner with {len(self.args)} args: {self.args[0]}"


def local_class():
    class Hidden(Exception):
        pass

    return Hidden("from a function")


errors = [NoText("x"), ManyLines(), Raises(), NotText(), Exits(), OnlyRepr("shown"), OwnInit(7, detail="d"),
          SuperInit(9), Elsewhere("e"), BuiltinModule("b"), NoModule("n"), Multiple("m"), Unicode(),
          local_class(), Exception(), Exception(None), Exception(""), Exception(1, "two"),
          Exception(["list"]), OSError(9999, "no", "f"), OSError("only"), OSError(9999, "no", "a", None, "b"),
          UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), StopIteration(5), SystemExit(3),
          KeyboardInterrupt(), AssertionError((1, 2)), Outer.Inner("a", "b")]
for error in errors:
    printed = "".join(traceback.format_exception_only(error)).rstrip("\n")
    try:
        text = str(error)
    except Exception as problem:
        text = f"!{type(problem).__name__}"
    except BaseException as problem:
        text = f"!!{type(problem).__name__}"
    print(f"{type(error).__qualname__}: line={ascii(printed)} str={ascii(text)} repr={ascii(repr(error))}",
          error.args)

raise Outer.Inner("the reason", 2)
