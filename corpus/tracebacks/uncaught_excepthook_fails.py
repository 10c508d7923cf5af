# harness:
#   description: when the replaced excepthook itself raises, both errors are reported
#   tags: [hooks, uncaught]
#   raises: ValueError
import sys


def hook(kind, value, trace):
    print("hook gets", kind.__name__, value)
    raise KeyError("the hook is broken")


sys.excepthook = hook
print("start")
raise ValueError("the real problem")
