# harness:
#   description: untouched hooks in sys are the very objects kept under their dunder names
#   tags: [sys, hooks]

import sys

for name in ("excepthook", "displayhook", "unraisablehook", "breakpointhook", "stdin", "stdout", "stderr"):
    current, original = getattr(sys, name), getattr(sys, f"__{name}__")
    print(f"{name:<16} identical {current is original}, equal {current == original}")
saved = sys.excepthook
sys.excepthook = lambda kind, value, tb: None
print("replaced", sys.excepthook is saved, sys.excepthook is sys.__excepthook__)
sys.excepthook = sys.__excepthook__
print("restored", sys.excepthook is saved, sys.excepthook is sys.__excepthook__)
