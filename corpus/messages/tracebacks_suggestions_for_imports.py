# harness:
#   description: printed messages and suggestions for imports
#   tags: [errors, messages, suggestions]
import re
import traceback


def show(label, source, **names):
    try:
        exec(compile(source, "<try>", "exec"), names)
        print(label, "no error")
    except Exception as error:
        captured = traceback.TracebackException.from_exception(error)
        printed = list(captured.format_exception_only())[-1].rstrip()
        added = printed.partition(str(error))[2]
        text = re.sub(r" \(/[^)]*\)", " (path)", f"{type(error).__name__}: {error}")
        print(f"{label}: {text} [{getattr(error, 'name', '-')}] {added and '=>' + added}")


show("import name", "from collections import OrderdDict")
show("import name far", "from collections import Zebra")
show("import module", "import colections")
show("import submodule", "import collections.abd")
show("import from package", "from os import pth")
show("import submodule of module", "import math.sqrt")
show("import relative without a package", "from . import thing")
