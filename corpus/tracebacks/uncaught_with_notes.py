# harness:
#   description: notes added to an exception, with several lines and odd contents, printed after the message
#   tags: [traceback, notes, uncaught]
#   raises: ValueError
import traceback


def attempt(label, function):
    try:
        function()
    except Exception as error:
        print(label, "->", type(error).__name__)


error = KeyError("k")
print("before:", hasattr(error, "__notes__"), error.add_note("first"), error.__notes__)
error.add_note("two\nlines")
error.add_note("")
print("".join(traceback.format_exception_only(error)), end="")
attempt("note is not text", lambda: error.add_note(5))
attempt("no note", lambda: error.add_note())

for notes in (["replaced"], ("tuple", "of notes"), "just text", 17, [1, None, "mixed"], {"a": 1}, [], None):
    error.__notes__ = notes
    print(repr(notes), traceback.format_exception_only(error))
del error.__notes__
attempt("deleted", lambda: error.__notes__)


class Shared(Exception):
    __notes__ = ["from the class"]


shared = Shared("s")
print("class notes:", traceback.format_exception_only(shared))
print("copied by with_traceback:", shared.with_traceback(None) is shared, vars(shared))


def load(row):
    try:
        return [int(cell) for cell in row]
    except ValueError as problem:
        problem.add_note(f"row: {row}")
        raise


for number, row in enumerate((["1", "2"], ["3", "x4"])):
    try:
        print(load(row))
    except ValueError as problem:
        problem.add_note(f"line {number + 1}\n  indented detail")
        problem.add_note("caf\u00e9")
        raise
