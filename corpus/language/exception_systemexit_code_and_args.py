# harness:
#   description: code and args of the SystemExit made by sys.exit and by hand
#   tags: [exceptions, sys]

import sys

for args in ((), (None,), (0,), (3,), ("text",), ((),), ((1,),), ((1, 2),), (2.5,), (False,)):
    try:
        sys.exit(*args)
    except SystemExit as exc:
        print("sys.exit", args, "code", repr(exc.code), "args", exc.args)
for args in ((), (None,), (0,), ("text",), ((1, 2),), (1, 2)):
    exc = SystemExit(*args)
    print("SystemExit", args, "code", repr(exc.code), "args", exc.args)
exc = SystemExit(5)
exc.code = 7
print("changed code", exc.code, exc.args, str(exc))
exc.args = (9,)
print("changed args", exc.code, exc.args, str(exc))
