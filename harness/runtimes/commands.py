"""The engines' artefacts whatever executes them: their command lines, and what they lack."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from harness.model import Artefact, Placement

CPYTHON_HOOK = Path(__file__).parent / "cpython_hook"
HOOK_FILE = "sitecustomize.py"
# Access to the machine: a cargo feature since RustPython 0.5, and always there before.
_HOST_ENV = "host_env"
_ALWAYS_BEFORE = (0, 5)


# What a ready interpreter is built with, and every attempt that is a copy of it has to want.
READY_SEED = 0
READY_ENVIRONMENT: Mapping[str, str] = {"PYTHONDONTWRITEBYTECODE": "1", "TZ": "UTC"}


def wants_ready(env: Mapping[str, str], seed: int) -> bool:
    """Whether this is what a ready interpreter was built with."""
    built_in = {
        name: value
        for name, value in env.items()
        if name.startswith(("PYTHON", "RUSTPYTHON")) or name == "TZ"
    }
    return seed == READY_SEED and built_in == READY_ENVIRONMENT


def host_arguments(script: Sequence[str], *, placement: Placement, seed: int) -> tuple[str, ...]:
    """The arguments of `rustpython-host`, without the program's own name."""
    control = ("--control", str(placement.control)) if placement.control else ()
    return (*control, "--hash-seed", str(seed), "run", *script)


def reaches_the_machine(artefact: Artefact) -> bool:
    """Whether a host was built with access to files, processes and all else around it."""
    if _HOST_ENV in artefact.info.get("features", ()):
        return True
    numbers = re.findall(r"\d+", str(artefact.info.get("rustpython", "")))[:2]
    return bool(numbers) and tuple(map(int, numbers)) < _ALWAYS_BEFORE


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
