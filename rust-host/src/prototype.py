"""What a copy of a built interpreter takes on from the process that it is in."""

import sys

try:
    import os
    import site
except ImportError:  # a build without a standard library
    os = site = None


def take_on(arguments, environment):
    sys.orig_argv = arguments
    if sys.platform == "wasi" and arguments:
        # Natively it is the program's own path, which copies have in common.
        sys.executable = sys._base_executable = arguments[0]
    if os is not None:
        variables = os.environ._data
        variables.clear()
        variables.update(environment)
        take_on_streams()
        take_on_user()


def take_on_streams():
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = getattr(sys, name)
        try:
            os.fstat(number)
        except OSError:
            stream = None  # closed, as a new interpreter would find it
        if stream is None:
            setattr(sys, name, None)
            setattr(sys, f"__{name}__", None)
        elif number == 1 and os.isatty(number):
            stream.reconfigure(line_buffering=True)


def take_on_user():
    if not site.ENABLE_USER_SITE:
        return
    site.USER_BASE = site.USER_SITE = None
    folder = site.getusersitepackages()
    if os.path.isdir(folder):
        site.addsitedir(folder, set())
        site.execsitecustomize()
        site.execusercustomize()
