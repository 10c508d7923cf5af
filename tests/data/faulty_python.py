"""A Python with one planted fault: faulty_python.py FAULT PYTHON SCRIPT [ARG…]."""

import os
import secrets
import signal
import subprocess
import sys
import time
from pathlib import Path


def main() -> None:
    fault, python, script, *arguments = sys.argv[1:]
    source = Path(script)
    if fault == "sleep":
        time.sleep(600)
    if fault == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if fault == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    if fault == "exception-type":
        source.write_text(source.read_text().replace("raise ValueError", "raise TypeError"))
    if fault == "message":
        source.write_text(source.read_text().replace("'planted'", "'other'"))
    if fault == "raise":
        source.write_text(source.read_text() + "\nraise LookupError('planted')\n")
    done = subprocess.run((python, script, *arguments), capture_output=True)
    stdout, stderr, code = done.stdout, done.stderr, done.returncode
    if fault == "drop-line":
        stdout = b"".join(stdout.splitlines(keepends=True)[1:])
    if fault == "reverse":
        stdout = b"".join(stdout.splitlines(keepends=True)[::-1])
    if fault == "warning":
        stderr = b"planted.py:1: DeprecationWarning: planted\n" + stderr
    if fault == "exit-code":
        code = 7
    if fault == "random":
        stdout += secrets.token_bytes(8)
    os.write(1, stdout)
    os.write(2, stderr)
    os._exit(code)


main()
