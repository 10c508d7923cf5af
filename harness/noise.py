"""What is known of a machine's noise: the differences that A/A runs have shown on it.

One file of JSON lines for each machine, in the user's cache folder; `harness noise` adds to
it and `harness bench` takes its margins from it. A line is one cell of one A/A run.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from math import isfinite
from pathlib import Path
from typing import IO, Any

from harness.errors import HarnessError

_MACHINE = ("system", "machine", "processor", "cores", "memory_bytes")


@dataclass(frozen=True)
class Difference:
    """The difference that one A/A run showed in one cell: `value` is ln(second / first).

    `sha256` is that of the script, `run` names the run, `pairs` are those it was made of.
    """

    case: str
    sha256: str
    column: str
    phase: str
    clock: str
    pairs: int
    value: float
    run: str


class NoiseBook:
    """The differences of one machine, oldest first. Lines that cannot be read count as none."""

    def __init__(self, folder: Path, machine: Mapping[str, Any]) -> None:
        told = json.dumps([machine.get(key) for key in _MACHINE])
        self.path = folder / f"{hashlib.sha256(told.encode()).hexdigest()[:16]}.jsonl"
        self._cells: dict[tuple[str, str, str, str, str], list[Difference]] = defaultdict(list)
        self._read()

    def _read(self) -> None:
        try:
            lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return
        except OSError as error:
            raise HarnessError(
                f"cannot read what is known of this machine's noise: {self.path}: {error.strerror}",
                hint="remove it; `harness noise` measures again",
            ) from error
        for line in lines:
            item = _parsed(line)
            if item:
                self._keep(item)

    def _keep(self, item: Difference) -> None:
        key = (item.case, item.sha256, item.column, item.phase, item.clock)
        self._cells[key].append(item)

    def add(self, items: Iterable[Difference]) -> None:
        """Keep these too; HarnessError when they cannot be written.

        They go to the end of the file in one piece, so that two commands can add at once.
        """
        items = list(items)
        text = "".join(json.dumps(asdict(item)) + "\n" for item in items)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a+b", buffering=0) as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                file.write((b"" if _ends_whole(file) else b"\n") + text.encode())
        except OSError as error:
            raise HarnessError(f"cannot write {self.path}: {error.strerror}") from error
        for item in items:
            self._keep(item)

    def differences(
        self, case: str, sha256: str, column: str, phase: str, clock: str, pairs: int
    ) -> list[float]:
        """Those of a cell, oldest first. Only runs of at most so many pairs say what a batch
        of `pairs` may show: with more pairs they would have shown less."""
        kept = self._cells.get((case, sha256, column, phase, clock), [])
        return [item.value for item in kept if item.pairs <= pairs]


def _ends_whole(file: IO[bytes]) -> bool:
    """Whether the file's last line is not half of one, left by a run that was killed."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 1))
    return file.read(1) in (b"", b"\n")


def _parsed(line: str) -> Difference | None:
    """None for half a line of a run that was killed, for one of a later version, and for all
    else that is no difference."""
    try:
        item = Difference(**json.loads(line))
    except (ValueError, TypeError, RecursionError):
        return None
    names = (item.case, item.sha256, item.column, item.phase, item.clock, item.run)
    texts = all(isinstance(name, str) for name in names)
    numbers = type(item.pairs) is int and type(item.value) is float
    return item if texts and numbers and isfinite(item.value) else None
