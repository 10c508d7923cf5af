# harness:
#   description: logging - level inheritance, propagation, handlers, filters, formatters, records
#   tags: [module:logging]
import contextlib
import io
import logging
import logging.handlers
import sys


def stream_handler(pattern="%(levelname)s:%(name)s:%(message)s", level=logging.NOTSET, **options):
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(logging.Formatter(pattern, **options))
    handler.setLevel(level)
    return handler


def text(handler):
    value = handler.stream.getvalue()
    handler.stream.seek(0)
    handler.stream.truncate()
    return value


root_handler, app_handler = stream_handler("ROOT %(message)s"), stream_handler()
logging.getLogger().addHandler(root_handler)
app, child = logging.getLogger("app"), logging.getLogger("app.db.pool")
app.addHandler(app_handler)
app.setLevel(logging.INFO)
print("levels:", child.level, child.getEffectiveLevel(), child.parent.name,
      logging.getLogger("app.db") is child.parent, child.isEnabledFor(10))
child.debug("hidden")
child.info("shown %s %d%%", "arg", 5)
logging.getLogger("other").info("below the root level")
logging.getLogger("other").warning("root %(a)s", {"a": "mapping"})
print(text(app_handler) + text(root_handler), end="")
app.propagate = False
child.error("not at the root")
app.propagate = True
child.disabled = True
child.error("disabled")
child.disabled = False
app_handler.setLevel("ERROR")
child.warning("handler refuses")
app_handler.setLevel(0)
print(text(app_handler) + text(root_handler), end="")
logging.disable(logging.ERROR)
app.error("globally disabled")
app.critical("still critical")
logging.disable(logging.NOTSET)
print(text(app_handler), end="")
text(root_handler)

logging.addLevelName(25, "NOTICE")
app.log(25, "custom level")
app.log(33, "unnamed level")
print(text(app_handler), logging.getLevelName(33), logging.getLevelName("NOTICE"),
      logging.getLevelNamesMapping()["NOTICE"], logging.getLevelName("NONE"))
for bad in ("LOUD", None, 1.5, [1]):
    try:
        app.setLevel(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
try:
    app.log("INFO", "x")
except TypeError as error:
    print("refused:", type(error).__name__)


class Tagging(logging.Filter):
    def filter(self, record):
        record.tag = f"<{record.args and record.args[0]}>"
        return "secret" not in record.msg


app_handler.setFormatter(logging.Formatter("{tag} {levelname:>8} {message!r:.20}", style="{"))
app_handler.addFilter(Tagging())
app_handler.addFilter(logging.Filter("app.db"))
app.info("dropped by name filter")
child.info("kept %s", "one")
child.info("a secret")
print(text(app_handler), end="")
app_handler.filters.clear()
replaced = logging.makeLogRecord({"msg": "replaced", "levelname": "X", "name": "made"})
app_handler.setFormatter(logging.Formatter("$name-$message", style="$"))
app_handler.addFilter(lambda record: replaced)
app.info("original")
app_handler.filters.clear()
print(text(app_handler), end="")

app_handler.setFormatter(logging.Formatter("%(message)s|%(funcName)s|%(module)s|%(extra_key)s",
                                           defaults={"extra_key": "none"}))


def caller():
    app.info("from a function", extra={"extra_key": 5})
    app.info("stack level", stacklevel=2)


caller()
try:
    app.info("clash", extra={"message": 1})
except KeyError as error:
    print("refused:", type(error).__name__)
try:
    raise ValueError("inside")
except ValueError:
    app.exception("with traceback")
print([line for line in text(app_handler).splitlines() if not line.startswith("  ")])
for pattern, style in (("no fields", "%"), ("{bad", "{"), ("%(message)z", "%"), ("${}", "$"), ("x", "?")):
    try:
        logging.Formatter(pattern, style=style)
        print("accepted:", pattern)
    except ValueError as error:
        print("refused:", type(error).__name__)

record = logging.LogRecord("n", logging.INFO, "/some/dir/file.py", 7, "%s-%s", (1, 2), None)
record.created, record.msecs = 0.5, 500.0
formatter = logging.Formatter("%(asctime)s %(filename)s:%(lineno)d %(message)s")
formatter.converter = __import__("time").gmtime
print(formatter.format(record), formatter.formatTime(record, "%Y"), record.getMessage(), repr(record))
memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=app_handler)
app_handler.setFormatter(logging.Formatter("M:%(message)s"))
buffered = logging.getLogger("buffered")
buffered.propagate = False
buffered.addHandler(memory)
buffered.warning("one")
print("held:", repr(text(app_handler)), len(memory.buffer))
buffered.error("flushes")
print("flushed:", text(app_handler).split())
errors = io.StringIO()
with contextlib.redirect_stderr(errors):
    app.info("too %s many", "a", "b")
print("handler error:", [line for line in errors.getvalue().splitlines()
                         if line.startswith(("---", "TypeError", "Message", "Arguments"))])
adapter = logging.LoggerAdapter(app, {"user": "bob"})
app_handler.setFormatter(logging.Formatter("%(user)s: %(message)s"))
adapter.info("adapted", extra={"ignored": 1})
print(text(app_handler), repr(app), repr(logging.root), repr(adapter), logging.lastResort.level,
      sys.stderr is not None)
