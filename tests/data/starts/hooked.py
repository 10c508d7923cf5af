import sys
def hook(kind, value, traceback): print("hooked", kind.__name__, value)
sys.excepthook = hook
raise KeyError("k")
