# harness:
#   description: a script run from a file has no interactive attributes in sys
#   tags: [sys, interactive]

import sys

for name in ("ps1", "ps2", "last_exc", "last_type", "last_value", "last_traceback"):
    print(name, hasattr(sys, name))
print("interactive flag", sys.flags.interactive, sys.flags.inspect)
sys.ps1 = "mine> "
print("can be set", sys.ps1)
del sys.ps1
print("and deleted", hasattr(sys, "ps1"))
