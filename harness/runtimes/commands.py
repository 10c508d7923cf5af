"""The command lines of the engines' artefacts, the same whatever executes them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from harness.model import Placement

CPYTHON_HOOK = Path(__file__).parent / "cpython_hook"
HOOK_FILE = "sitecustomize.py"


def host_arguments(script: Sequence[str], *, placement: Placement, seed: int) -> tuple[str, ...]:
    """The arguments of `rustpython-host`, without the program's own name."""
    control = ("--control", str(placement.control)) if placement.control else ()
    return (*control, "--hash-seed", str(seed), "run", *script)


def cpython_environment(
    env: Mapping[str, str], *, placement: Placement, seed: int, hook: Path = CPYTHON_HOOK
) -> Mapping[str, str]:
    """The script's environment `env` with what CPython needs beside it.

    Without a control folder (for timing) nothing of the harness is loaded. The hook takes its
    own two variables away again, and leaves the PYTHONPATH that a case sets itself.
    """
    environment = {"PYTHONHASHSEED": str(seed), **env}
    if placement.control:
        path = [str(hook), *filter(None, [env.get("PYTHONPATH")])]
        environment["PYTHONPATH"] = os.pathsep.join(path)
        environment["HARNESS_CONTROL"] = str(placement.control)
    return environment
