# harness:
#   description: an uncaught exception goes through a replaced excepthook which calls the original
#   tags: [hooks, uncaught]
#   raises: TimeoutError
import atexit
import sys
import traceback

atexit.register(print, "atexit runs after the hook")


class Job:
    def __init__(self, name):
        self.name = name

    def run(self):
        raise TimeoutError(f"{self.name} took too long")


def hook(kind, value, trace):
    print("hook called with", kind.__name__, "|", value, "|",
          [frame.name for frame in traceback.extract_tb(trace)])
    print("active exception inside the hook:", sys.exception())
    sys.__excepthook__(kind, value, trace)
    print("hook done")


sys.excepthook = hook
try:
    Job("first").run()
except TimeoutError as error:
    print("caught, no hook:", error)
finally:
    print("before the end")
Job("second").run()
