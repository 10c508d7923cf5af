# harness:
#   description: sys.__excepthook__ called by hand with a value or a traceback of a wrong type
#   tags: [hooks, traceback]
import io
import sys
from contextlib import redirect_stderr

for arguments in ((ValueError, 5, None), (ValueError, "text", None), (None, None, None),
                  (ValueError, None, None),
                  (KeyError, ValueError("v"), None), (ValueError, ValueError("v"), 5),
                  ("x", ValueError("v"), None)):
    with redirect_stderr(io.StringIO()) as out:
        try:
            sys.__excepthook__(*arguments)
            outcome = "returned"
        except TypeError:
            outcome = "TypeError"
    print(repr(arguments), outcome, out.getvalue().splitlines()[-1:])
