"""Small facts of this machine that a run needs or keeps."""

from __future__ import annotations

import os
import platform
import resource
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def describe() -> Mapping[str, Any]:
    """What a record says of the machine; no host name and no user name."""
    return {
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "harness_python": platform.python_version(),
    }


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in text.splitlines() if "model name" in line]
    return names[0] if names else platform.processor()


@contextmanager
def empty_script() -> Iterator[Path]:
    """A script that does nothing, for timing start-up."""
    with tempfile.TemporaryDirectory(prefix="harness-") as folder:
        path = Path(folder) / "empty.py"
        path.write_bytes(b"")
        yield path


def inherited() -> dict[str, Any]:
    """What an attempt inherits from this process, and a script may see; JSON data."""
    limits = {name: getattr(resource, name) for name in dir(resource) if name.startswith("RLIMIT_")}
    mask = os.umask(0)
    os.umask(mask)
    return {
        "limits": {name: resource.getrlimit(limit) for name, limit in sorted(limits.items())},
        "umask": mask,
        "processors": sorted(os.sched_getaffinity(0)),
        "user": (os.geteuid(), os.getegid()),
        "temporary": tempfile.gettempdir(),
    }
