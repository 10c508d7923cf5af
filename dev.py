#!/usr/bin/env python3
"""All the set-up of a fresh machine, then one command in it.

    python3 dev.py run PATH…     the harness itself: any of its commands and options
    python3 dev.py test [ARG…]   lint, types, and every test; arguments go to pytest

The first call makes `.venv` beside this file from the locked `requirements.txt`; what the
hosts and the oracle need is made by the harness, in the user's cache folder.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / "bin"
LOCK = HERE / "requirements.txt"
OLDEST = (3, 11)


def main(arguments: list[str]) -> int:
    """Set up what is missing, then run."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0 if arguments else 2
    set_up()
    if arguments[0] == "test":
        return test(arguments[1:])
    return call(BIN / "harness", *arguments)


def set_up() -> None:
    """Make or renew the virtual environment when it is not what the lock file says."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    stamp = VENV / "made-from"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if sys.version_info < OLDEST:
        needed = ".".join(map(str, OLDEST))
        sys.exit(f"dev.py: needs Python {needed} or newer, this is {sys.version.split()[0]}")
    print("setting up .venv", file=sys.stderr)
    shutil.rmtree(VENV, ignore_errors=True)
    # Called by `.venv`'s own Python, it has to be made anew by the one that this was made from.
    python = getattr(sys, "_base_executable", sys.executable)
    pip = (str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    for command in (
        (python, "-m", "venv", str(VENV)),
        (*pip, "--require-hashes", "-r", str(LOCK)),
        (*pip, "--no-deps", "--editable", str(HERE)),
    ):
        if call(*command) != 0:
            sys.exit("dev.py: could not set up .venv; the lines above say why")
    stamp.write_text(wanted)


def test(arguments: list[str]) -> int:
    """Lint and types first: they are the quickest to fail. Then the hosts are built, which
    shows how far it is; a choice of tests builds what it needs by itself. The Rust tests of
    older versions take some minutes each: `test -m older`."""
    checks = [
        (BIN / "ruff", "check"),
        (BIN / "ruff", "format", "--check"),
        (BIN / "mypy",),
    ]
    if not arguments:
        checks.append((BIN / "harness", "build"))
        arguments = ["-m", "not older"]
    for command in checks:
        if call(*command) != 0:
            return 1
    return call(BIN / "pytest", *arguments)


def call(program: "str | Path", *arguments: str) -> int:
    """Run to the end with our own streams; the exit code. Ctrl-C is the program's to handle."""
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}
    process = subprocess.Popen((str(program), *arguments), cwd=os.getcwd(), env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
