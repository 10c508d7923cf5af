# harness:
#   description: traceback.format_exception, print_exc, format_list, extract_tb, limits and chain switches
#   tags: [traceback]
import io
import traceback


def level_three(value):
    return value["key"]


def level_two(value):
    try:
        return level_three(value)
    except TypeError as error:
        raise LookupError("second") from error


def level_one(value):
    return level_two(value)


def strip_path(text):
    return "".join(line.replace(__file__, "<script>") for line in text.splitlines(keepends=True))


try:
    level_one(5)
except LookupError as error:
    caught = error

print("".join(map(strip_path, traceback.format_exception(caught))), end="")
print("-- without the chain")
print("".join(map(strip_path, traceback.format_exception(caught, chain=False))), end="")
for limit in (0, 1, -1, 2, -2, 100):
    summary = traceback.extract_tb(caught.__traceback__, limit=limit)
    print("limit", limit, [frame.name for frame in summary],
          len(traceback.format_exception(caught, limit=limit, chain=False)))

summary = traceback.extract_tb(caught.__traceback__)
print("type:", type(summary).__name__, len(summary), [(f.name, f.lineno, f.line) for f in summary])
frame = summary[-1]
print("frame:", frame.filename == __file__, frame.lineno, frame.end_lineno, frame.colno, frame.end_colno,
      frame.locals, list(frame)[1:], frame == tuple(frame), len(frame))
name, *_ = [item[2] for item in summary]
print("as tuples:", name, strip_path("".join(traceback.format_list(summary[-1:]))), end="")

made = [traceback.FrameSummary("made.py", 12, "function", line="x = compute(1)"),
        traceback.FrameSummary("other.py", None, "<module>"), ("old.py", 3, "tuple", "return 5"),
        ("old.py", 4, "no_line", None)]
print("".join(traceback.format_list(made)), end="")
spans = traceback.FrameSummary("made.py", 1, "f", line="    total = first(a, b) + second[c]",
                               lookup_line=False, end_lineno=1, colno=12, end_colno=35)
print("".join(traceback.StackSummary.from_list([spans]).format()), end="")
with_locals = traceback.FrameSummary("made.py", 7, "g", line="pass",
                                     locals={"b": 2, "a": "text", "long": list(range(3))})
print("".join(traceback.StackSummary.from_list([with_locals]).format()), end="")
repeated = traceback.StackSummary.from_list([("r.py", 1, "loop",
                                              "loop()")] * 6 + [("r.py", 2, "end", "1 / 0")])
print("".join(repeated.format()), end="")

print("-- writing")
out = io.StringIO()
try:
    level_one(5)
except LookupError:
    traceback.print_exc(file=out, chain=False)
    print("format_exc has lines:", len(traceback.format_exc().splitlines()),
          traceback.format_exc(limit=0, chain=False).splitlines())
traceback.print_exception(caught, limit=0, file=out)
traceback.print_tb(caught.__traceback__, limit=1, file=out)
traceback.print_list(made[:1], file=out)
print(strip_path(out.getvalue()), end="")

print("-- outside a handler")
print(repr(traceback.format_exc()))
print(traceback.format_exception(None), traceback.format_exception_only(None),
      traceback.format_exception(None, None, None))
print(traceback.format_exception(ValueError("no traceback")),
      traceback.format_exception(ValueError, ValueError("old style"), None),
      traceback.format_exception_only(KeyError, KeyError("k")))
for bad in ((), (5,), ("text", None), (ValueError,)):
    try:
        print(bad, traceback.format_exception(*bad))
    except (TypeError, ValueError) as error:
        print(bad, f"{type(error).__name__}: {error}")


def here():
    walked = [frame.f_code.co_name for frame, line in traceback.walk_stack(None)]
    return [entry.name for entry in traceback.extract_stack()], walked


def caller():
    return here()


names, walked = caller()
print("stack:", names, [name for name in walked if name in ("here", "caller", "<module>")])
print("walk_tb:", [(f.f_code.co_name, line) for f, line in traceback.walk_tb(caught.__traceback__)],
      list(traceback.walk_tb(None)))
frames = []
for module_frame, line in traceback.walk_tb(caught.__cause__.__traceback__):
    frames.append((module_frame.f_code.co_name, line, sorted(module_frame.f_locals)[:2]
                   if module_frame.f_code.co_name != "<module>" else "-"))
print("frames of the cause:", frames)
traceback.clear_frames(caught.__traceback__)
print("cleared:", [sorted(f.f_locals) for f, _ in traceback.walk_tb(caught.__traceback__.tb_next)])
