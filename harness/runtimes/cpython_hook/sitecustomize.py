"""Tells the harness, over its control folder, which exception ended a CPython process.

Loaded at start-up from a folder on PYTHONPATH, which it takes out of the script's sight again.
What a script can still see is listed in docs/oracle.md and tested. So nothing is imported that
the interpreter has not loaded already, exceptions are read past what their classes override,
and until an exception ends the process nothing is done. Works in CPython 3.8 and later.
"""

import sys
from os import O_APPEND, O_CLOEXEC, O_WRONLY, close, dup2, environ, fstat, getpid, unlink, write
from os import open as open_descriptor
from sys import getrecursionlimit as get_limit
from sys import setrecursionlimit as set_limit

__builtins__ = dict(__builtins__)  # a script may replace str or len; the functions below keep these

DESCRIPTOR = 200  # out of the low numbers: a script's first file gets the number it always has
LONGEST = 16000  # characters of one text
FRAMES = 32  # kept at each end of a traceback
DEPTH, COUNT = 16, 64  # exceptions in one chain, and in all
ROOM = 1000  # calls that describing an exception may be deep


def install(here):
    """Leave the script's sight, and listen if there is a control folder."""
    folder = environ.pop("HARNESS_CONTROL", None)
    own = environ.get("PYTHONPATH", "").partition(":")[2]
    if own:  # what the case itself set
        environ["PYTHONPATH"] = own
    else:
        environ.pop("PYTHONPATH", None)
    sys.path[:] = [entry for entry in sys.path if entry != here]
    sys.path_importer_cache.pop(here, None)
    if folder:
        sys.addaudithook(make_hook(*open_channel(folder)))


def open_channel(folder):
    """The nonce, and the result file's descriptor; afterwards no name leads to either."""
    with open(folder + "/nonce", encoding="utf-8") as file:  # other codecs are not loaded yet
        nonce = file.read().strip()
    opened = open_descriptor(folder + "/result", O_WRONLY | O_APPEND | O_CLOEXEC)
    try:
        descriptor = dup2(opened, DESCRIPTOR, inheritable=False)
        close(opened)
    except OSError:  # so many may not be open here
        descriptor = opened
    unlink(folder + "/nonce")
    unlink(folder + "/result")
    return nonce, descriptor


def make_hook(nonce, descriptor):
    """An audit hook that tells of the exception which the interpreter is about to print."""
    head = {"nonce": quoted(nonce), "protocol": "1", "kind": '"exception"'}
    owner, opened = getpid(), identity(descriptor)

    def hook(event, arguments):
        if event != "sys.excepthook" or getpid() != owner:
            return
        limit = get_limit()
        set_limit(max(limit, ROOM))  # the script may have left too few
        try:
            told = record({**head, "exception": describe(arguments[2], (), [COUNT])})
            # The script may have closed it, and the number may be a file of its own by now.
            if identity(descriptor) == opened:
                write(descriptor, f"\n{told}\n".encode("ascii"))
        except BaseException:
            pass
        finally:
            set_limit(limit)

    return hook


def identity(descriptor):
    found = fstat(descriptor)
    return found.st_dev, found.st_ino


# --------------------------------------------------------------------------- exceptions to JSON

find = object.__getattribute__  # without __getattr__ of the exception's class
get_cause, get_context = BaseException.__cause__.__get__, BaseException.__context__.__get__
get_traceback = BaseException.__traceback__.__get__
get_suppress_context = BaseException.__suppress_context__.__get__
get_module, get_name = type.__dict__["__module__"].__get__, type.__dict__["__qualname__"].__get__
try:
    Group = BaseExceptionGroup
    get_members = Group.exceptions.__get__
except NameError:  # before 3.11
    Group = get_members = None


def describe(exception, path, left):
    """JSON of an exception, "null" for none; `path` are those that led to it."""
    if exception is None or len(path) > DEPTH or not left[0]:
        return "null"
    for outer in path:
        if outer is exception:
            return "null"
    left[0] -= 1
    path = (*path, exception)
    message, notes = said_by(exception), get_notes(exception)
    cause, context = get_cause(exception), get_context(exception)
    fields = {
        "type": quoted(type_name(type(exception))),
        "message": message,
        "notes": array([said_by(note) for note in notes]),
        "frames": array([frame_of(entry) for entry in entries_of(get_traceback(exception))]),
        "cause": describe(cause, path, left),
        "context": describe(None if context is cause else context, path, left),
        "suppress_context": "true" if get_suppress_context(exception) else "false",
        "exceptions": array([describe(member, path, left) for member in members(exception)]),
    }
    return record(fields)


def said_by(value):
    """JSON of `str(value)`, "null" where that fails; the script's own `__str__` may run."""
    try:
        text = "".join((str(value),))  # of a subclass of str, a plain one
    except BaseException:
        return "null"
    return quoted(text if len(text) <= LONGEST else text[:LONGEST] + "…")


def get_notes(exception):
    try:
        notes = find(exception, "__notes__")
    except BaseException:
        return ()
    return tuple(notes) if type(notes) in (list, tuple) else ()


def members(exception):
    return get_members(exception) if Group and issubclass(type(exception), Group) else ()


def type_name(kind):
    module, name = get_module(kind), get_name(kind)
    if module in ("builtins", "__main__"):
        return name
    return f"{module}.{name}" if isinstance(module, str) else f"<unknown>.{name}"


def entries_of(traceback):
    entries = []
    while traceback is not None:
        entries.append(traceback)
        traceback = traceback.tb_next
    return entries if len(entries) <= 2 * FRAMES else entries[:FRAMES] + entries[-FRAMES:]


def frame_of(entry):
    frame = entry.tb_frame
    code, module = frame.f_code, dict.get(frame.f_globals, "__name__")
    fields = {
        "file": quoted(code.co_filename),
        "line": str(entry.tb_lineno or 0),
        "function": quoted(code.co_name),
        "module": quoted(module) if isinstance(module, str) else "null",
    }
    return record(fields)


def record(fields):
    return "{" + ",".join([f'"{name}":{value}' for name, value in fields.items()]) + "}"


def array(items):
    return "[" + ",".join([item for item in items if item != "null"]) + "]"


def quoted(text):
    """A JSON string in ASCII, lone surrogates included; `json` might be the script's own."""
    return '"' + "".join([escaped(char) for char in text]) + '"'


def escaped(char):
    number = ord(char)
    if 32 <= number < 127 and char not in '"\\':
        return char
    if number < 0x10000:
        return f"\\u{number:04x}"
    high, low = divmod(number - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


install(__file__.rpartition("/")[0])

# Now the machine's own takes this module's place. Where there is none, `site` learns so from
# the same error as without this file, and nothing of the name is left in sys.modules.
del sys.modules["sitecustomize"]
import sitecustomize  # noqa: E402, F401
