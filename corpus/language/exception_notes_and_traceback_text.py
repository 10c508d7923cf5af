# harness:
#   description: traceback text through the traceback module - notes, chained parts, groups
#   tags: [exceptions, traceback]

import linecache
import traceback

SOURCE = '''
def level_one(x):
    return level_two(x) + 1

def level_two(x):
    value = {"a": [1, 2]}
    return value["a"][x] * (
        10 // x
    )

def recurse(n):
    if n == 0:
        raise ValueError("bottom")
    recurse(n - 1)

def chained():
    try:
        level_one(0)
    except ZeroDivisionError as exc:
        exc.add_note("divided while testing")
        raise RuntimeError("wrapper") from exc
'''
linecache.cache["<sample>"] = (len(SOURCE), None, SOURCE.splitlines(True), "<sample>")
namespace = {}
exec(compile(SOURCE, "<sample>", "exec"), namespace)


def capture(name, *args):
    try:
        namespace[name](*args)
    except Exception as exc:
        exc.__traceback__ = exc.__traceback__.tb_next
        return exc


print("".join(traceback.format_exception(capture("level_one", 5))))
print("".join(traceback.format_exception(capture("chained"))))
print("".join(traceback.format_exception(capture("recurse", 6))))
print("".join(traceback.format_exception(capture("recurse", 2), limit=1)))
print("".join(traceback.format_exception(capture("recurse", 2), limit=-1)))
print("".join(traceback.format_exception(capture("chained"), chain=False)))

for exc in (ValueError(), ValueError("one"), ValueError("two\nlines"), KeyError("k"),
            ExceptionGroup("g", [OSError("o")])):
    exc.__notes__ = ["note A", "note\nB"]
    print(traceback.format_exception_only(exc))
exc = ValueError("odd notes")
for notes in (5, ["ok", 7], "text", None):
    exc.__notes__ = notes
    print(traceback.format_exception_only(exc))

frames = traceback.extract_tb(capture("level_one", 0).__traceback__)
print([(f.filename, f.lineno, f.name, f.line) for f in frames])
print(frames[0], len(frames.format()))
te = traceback.TracebackException.from_exception(capture("chained"))
print(te.exc_type_str, str(te), te.__cause__.exc_type_str, te.__cause__.__notes__, [f.name for f in te.stack])
print(traceback.format_exception(None))


class Named(Exception):
    pass


Named.__module__ = "pkg.mod"
Named.__qualname__ = "Outer.Named"
print(traceback.format_exception_only(Named("x")), traceback.format_exception_only(Named()))
