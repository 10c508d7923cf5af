# harness:
#   description: messages of contextlib, fileinput and input used in a wrong way
#   tags: [errors, messages, contextlib]
#   stdin: ""
import contextlib
import fileinput


@contextlib.contextmanager
def tagged():
    try:
        yield "value"
    except ValueError:
        yield "again"


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", f"{type(error).__name__}: {error}")


def yields_again():
    with tagged():
        raise ValueError("inside")


manager = tagged()
manager.__enter__()
empty = contextlib.contextmanager(lambda: iter([]))
attempt("exit without enter", tagged().__exit__, None, None, None)
attempt("yields twice", yields_again)
attempt("entered twice", manager.__enter__)
attempt("never yields", empty().__enter__)
attempt("no generator", contextlib.contextmanager(lambda: 5)().__enter__)
attempt("redirect without target", contextlib.redirect_stdout)
attempt("closing without object", contextlib.closing)
attempt("closing an int", contextlib.closing(5).__exit__)
attempt("enter_context of int", contextlib.ExitStack().enter_context, 5)
attempt("callback not callable", contextlib.ExitStack().callback)
attempt("lineno not active", fileinput.lineno)
attempt("wrong mode", fileinput.FileInput, "a", mode="w")
attempt("in place with a hook", fileinput.FileInput, "a", inplace=True, openhook=print)
attempt("input at the end", input)
attempt("input with two", input, 1, 2)
