"""Results that are kept as they come: a file of JSON lines that is only ever added to.

A line is a name and its value. One that a kill cut short is passed over when the file is read,
so whatever was measured before an interruption is there afterwards.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from harness.errors import ExitCode, HarnessError


class Journal:
    """Values by name; of two for one name the later counts. Without a path only in memory."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._values: dict[str, Any] = dict(_read(path)) if path else {}
        self._begun = False

    def get(self, name: str) -> Any:
        """The value of a name, None without one."""
        return self._values.get(name)

    def add(self, name: str, value: Any) -> None:
        """Keep a value (JSON data) at once; HarnessError when the file cannot be written."""
        with self._lock:
            self._values[name] = value
            if self._path:
                self._append(self._path, json.dumps([name, value], separators=(",", ":")))

    def _append(self, path: Path, line: str) -> None:
        # The first line of ours ends one that was cut short.
        start = "" if self._begun else "\n"
        try:
            with path.open("ab", buffering=0) as file:
                file.write(f"{start}{line}\n".encode())
        except OSError as error:
            raise HarnessError(
                f"cannot write {path}: {error.strerror}",
                hint="free some space, or name another folder in HARNESS_CACHE",
                code=ExitCode.INCOMPLETE,
            ) from error
        self._begun = True


def _read(path: Path) -> Iterator[tuple[str, Any]]:
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return
    except OSError as error:
        raise HarnessError(f"cannot read {path}: {error.strerror}") from error
    for line in lines:
        try:
            name, value = json.loads(line)
        except (ValueError, TypeError):
            continue
        if isinstance(name, str):
            yield name, value
