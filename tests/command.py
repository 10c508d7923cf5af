"""The command called in this process, which is quicker than a process of its own."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from harness import cli

CAUGHT = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)  # by the command, while it runs


def called(
    capsys: pytest.CaptureFixture[str], *arguments: str | Path
) -> subprocess.CompletedProcess[str]:
    """How it ended and what it said; the handlers of signals are as before."""
    handlers = {number: signal.getsignal(number) for number in CAUGHT}
    code = 0
    try:
        cli.main([str(argument) for argument in arguments])
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    said = capsys.readouterr()
    return subprocess.CompletedProcess(arguments, code, said.out, said.err)
