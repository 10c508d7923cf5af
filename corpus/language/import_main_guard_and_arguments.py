# harness:
#   description: __main__ guard, sys.argv, importing the running script again under its own name, exit hooks
#   tags: [imports, main]
#   argv: ["--n", "3", "--", "-x", ""]
#   files:
#     uses_main.py: "import __main__\ndef who():\n    return __main__.IDENTITY, __main__.__name__\n"

import atexit
import os
import sys

IDENTITY = f"identity of {__name__}"
print("executing as", __name__)


class Marker:
    pass


def describe():
    return f"{__name__}.{Marker.__qualname__}"


if __name__ == "__main__":
    print(sys.argv[1:], os.path.basename(sys.argv[0]), os.path.basename(__file__))
    import uses_main

    print(uses_main.who())
    import import_main_guard_and_arguments as twin

    print(twin is sys.modules["__main__"], twin.describe(), describe(), twin.Marker is Marker)
    print(isinstance(twin.Marker(), Marker), Marker.__module__, twin.Marker.__module__)
    print(__package__, __spec__, twin.__spec__.name, repr(twin.__package__),
          __builtins__ is sys.modules["builtins"])
    print(sys.path[0] == os.path.dirname(os.path.abspath(__file__)), os.path.isabs(twin.__file__))
    atexit.register(print, "registered first, runs last")

    @atexit.register
    def second():
        print("registered second", __name__)

    def never():
        print("unregistered, never runs")

    atexit.register(never)
    atexit.register(never)
    atexit.unregister(never)
    atexit.register(lambda: print("runs first"))
    print(__debug__, sys.flags.optimize, sys.flags.interactive)
    print(sys.exc_info(), sys.exception(), hasattr(sys, "last_exc"))
    for code in (0, 3, "message", 2.5, True, (1, 2)):
        try:
            sys.exit(code)
        except SystemExit as exc:
            print(repr(exc.code), exc.args)
    try:
        raise SystemExit
    except SystemExit as exc:
        print(exc.code)
    sys.stdout.flush()
    sys.exit(0)
else:
    print("imported copy")
