# harness:
#   description: logging.config - dictConfig and fileConfig, incremental changes, factories, errors
#   tags: ["module:logging.config", "module:logging"]
import io
import logging
import logging.config
import logging.handlers
import os
import queue
import warnings

OUTPUT = io.StringIO()


def flush(label):
    print(label, OUTPUT.getvalue().splitlines())
    OUTPUT.seek(0)
    OUTPUT.truncate()


class Shout(logging.Formatter):
    def __init__(self, mark="!", **options):
        super().__init__("%(name)s %(message)s")
        self.mark = mark

    def format(self, record):
        return super().format(record).upper() + self.mark


def make_filter(word):
    return lambda record: word not in record.getMessage()


CONFIG = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s: %(message)s"},
                   "brace": {"format": "[{levelname[0]}] {message}", "style": "{"},
                   "shout": {"()": Shout, "mark": "!!!"}},
    "filters": {"nosecret": {"()": make_filter, "word": "secret"}, "named": {"name": "app.sub"}},
    "handlers": {"plain": {"class": "logging.StreamHandler", "formatter": "plain", "stream": OUTPUT,
                           "filters": ["nosecret"]},
                 "brace": {"class": "logging.StreamHandler", "formatter": "brace", "stream": OUTPUT,
                           "level": "WARNING"},
                 "shout": {"class": "logging.StreamHandler", "formatter": "shout", "stream": OUTPUT,
                           "filters": ["named"]},
                 "file": {"class": "logging.FileHandler", "filename": "app.log", "encoding": "utf-8",
                          "formatter": "plain", "delay": True}},
    "loggers": {"app": {"handlers": ["plain", "shout"], "level": "DEBUG", "propagate": False},
                "app.quiet": {"level": "ERROR"}, "filed": {"handlers": ["file"], "level": "INFO"}},
    "root": {"handlers": ["brace"], "level": "INFO"},
}
before, kept = logging.getLogger("before"), logging.getLogger("app.kept.deep")
logging.config.dictConfig(CONFIG)
print("disabled:", before.disabled, kept.disabled, logging.getLogger("after").disabled)
logging.getLogger("app").debug("to plain")
logging.getLogger("app.sub").info("to plain and shout")
logging.getLogger("app").info("a secret")
logging.getLogger("app.quiet").warning("too quiet")
logging.getLogger("rooted").info("below the handler level")
logging.getLogger("rooted").error("to root")
before.error("never")
flush("first:")
print("no file before use:", os.path.exists("app.log"))
logging.getLogger("filed").info("é in a file")
with open("app.log", encoding="utf-8") as stream:
    print("file:", stream.read().strip())
flush("propagated:")

logging.config.dictConfig({"version": 1, "incremental": True, "handlers": {"brace": {"level": "DEBUG"}},
                           "root": {"level": "DEBUG"}})
logging.getLogger("rooted").debug("now visible")
flush("incremental:")
BAD = [{}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "no.such.Handler"}}},
       {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "none"}}},
       {"version": 1, "root": {"handlers": ["none"]}}, {"version": 1, "root": {"level": "LOUD"}},
       {"version": 1, "formatters": {"f": {"format": "no fields"}}},
       {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "colour": 1}}},
       {"version": 1, "handlers": {"h": {}}}]
for config in BAD:
    try:
        logging.config.dictConfig(config)
        print("accepted:", config)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        print(type(error).__name__, "| cause:", type(error.__cause__).__name__)
converter = logging.config.BaseConfigurator({"a": {"b": [10, 20]}, "ref": "cfg://a.b[1]",
                                             "ext": "ext://logging.INFO", "plain": "x"})
print("references:", converter.config["ref"], converter.config["ext"], converter.config["plain"],
      converter.resolve("os.path.sep") == os.sep)
try:
    converter.config["bad"] = "cfg://nothing"
    print(converter.config["bad"])
except KeyError as error:
    print("refused:", type(error).__name__)

INI = """\
[loggers]
keys=root,ini
[handlers]
keys=h
[formatters]
keys=f
[logger_root]
level=WARNING
handlers=h
[logger_ini]
level=DEBUG
handlers=h
qualname=ini
propagate=0
[handler_h]
class=StreamHandler
args=(OUTPUT,)
formatter=f
[formatter_f]
format=INI %(message)s
"""
with open("conf.ini", "w", encoding="utf-8") as stream:
    stream.write(INI)
logging.OUTPUT = OUTPUT
logging.config.fileConfig("conf.ini", disable_existing_loggers=False)
logging.getLogger("ini").debug("by file")
logging.getLogger("x").info("hidden")
flush("ini:")
for name in ("missing.ini", "app.log"):
    try:
        logging.config.fileConfig(name)
    except (FileNotFoundError, RuntimeError) as error:
        print(type(error).__name__)
logging.captureWarnings(True)
warnings.warn("captured warning")
logging.captureWarnings(False)
print("warning captured:", "UserWarning: captured warning" in OUTPUT.getvalue(), OUTPUT.truncate(0),
      OUTPUT.seek(0))

channel = queue.SimpleQueue()
sender = logging.getLogger("queued")
sender.propagate = False
sender.addHandler(logging.handlers.QueueHandler(channel))
sender.error("sent %d", 5)
received = channel.get()
print("queue record:", received.msg, received.args, received.levelname)
logging.basicConfig(level=5, stream=OUTPUT, format="BASIC %(message)s", force=True)
logging.info("basic")
logging.basicConfig(format="ignored")
logging.debug("again")
flush("basic:")
for options in ({"stream": OUTPUT, "filename": "x"}, {"style": "?"}, {"colour": 1},
                {"handlers": [], "stream": OUTPUT}):
    try:
        logging.basicConfig(force=True, **options)
    except ValueError as error:
        print("refused:", type(error).__name__)
rotating = logging.handlers.RotatingFileHandler("rot.log", maxBytes=40, backupCount=2, encoding="utf-8")
for number in range(9):
    rotating.emit(logging.makeLogRecord({"msg": f"message number {number}"}))
rotating.close()
print("rotated:", {name: open(name, encoding="utf-8").read().split("\n")[0]
                   for name in sorted(os.listdir(".")) if name.startswith("rot.")})
