"""Observations that are kept, so that a run with nothing changed runs nothing.

An entry holds what was observed of one script in one run: every attempt in every column of it.
Its name is a hash of all that they depend on beside the columns: the script and its files, the
settings, the machine, and the source text of what makes and reads attempts. Attempts of two
runs are never mixed: a script that is not known in all of a run's columns is run anew in all
of them, so that an oracle of yesterday judges no candidate of today.

Entries are files that appear whole. One that is damaged, or whose columns were built anew, is
as good as none. A cache that cannot be written costs time, never a result.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from harness.model import ArtefactStore, Attempt, Case, ColumnId, Role
from harness.record import attempt_of, attempt_text

KIND = "observations"  # the folder in the user's cache
ENVIRONMENT = "HARNESS_OBSERVATIONS"  # names another one
LIMIT_BYTES = 1 << 30
_ENTRY_BYTES = 8 << 20  # a larger one is not kept
_SCHEMA = 1
_SPARED = 0.9  # of the limit is left when it was passed
# What makes attempts and reads what came of them; a change in any of it makes all entries old.
_SOURCES = (
    "run.py",
    "replay.py",
    "execute.py",
    "scratch.py",
    "observe.py",
    "record.py",
    "model.py",
    "runtimes",
)


def folder(store: ArtefactStore) -> Path:
    """Where entries are kept."""
    named = os.environ.get(ENVIRONMENT)
    return Path(named).absolute() if named else store.folder(KIND)


@dataclass(frozen=True)
class Kept:
    """What there is of entries; `damaged` ones are counted by `verify` alone."""

    entries: int
    bytes: int
    oldest: float | None = None  # seconds since the epoch
    newest: float | None = None
    damaged: int = 0


class Recall:
    """What is known of scripts in these columns, by their IDs and fingerprints.

    With `fresh` nothing is found and all is kept anew.
    """

    def __init__(
        self,
        folder: Path,
        columns: Mapping[ColumnId, str],
        conditions: Mapping[str, Any],
        *,
        fresh: bool = False,
    ) -> None:
        self._folder = folder
        self._columns = columns
        self._conditions = {**conditions, "schema": _SCHEMA, "sources": sources()}
        self._fresh = fresh
        self._lock = threading.Lock()
        self.refused: str | None = None  # why nothing can be kept
        self.added = 0

    def recall(self, case: Case) -> Sequence[Attempt]:
        """The attempts on a case in these columns, each with the time it was made at; () for a
        case that is not known."""
        if self._fresh:
            return ()
        found = _read(self._path(case))
        if found is None:
            return ()
        by_mark: dict[str, list[ColumnId]] = defaultdict(list)
        for column, mark in self._columns.items():
            by_mark[mark].append(column)
        made, lines = found
        try:
            attempts = [(mark, attempt_of(text)) for mark, text in lines if mark in by_mark]
        except ValueError:
            return ()
        with suppress(OSError):
            os.utime(self._path(case))  # the oldest used go first
        return [
            replace(attempt, case=case.id, column=column, made=attempt.made or made)
            for mark, attempt in attempts
            for column in by_mark[mark]
        ]

    def keep(self, case: Case, attempts: Sequence[Attempt]) -> None:
        """Keep all attempts of a case, in place of what was known of it."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._write(case, now, [self._line(attempt) for attempt in attempts])

    def add(self, case: Case, attempts: Sequence[Attempt]) -> None:
        """Keep the timing of a case beside what is known of it; nothing where that is nothing."""
        found = _read(self._path(case))
        if found is None:
            return
        now = datetime.now(UTC).isoformat(timespec="seconds")
        made, lines = found
        timed = {self._columns[attempt.column] for attempt in attempts}
        others = [
            (mark, text)
            for mark, text in lines
            if not (mark in timed and _is_timing(attempt_of(text)))
        ]
        new = [self._line(replace(attempt, made=now)) for attempt in attempts]
        self._write(case, made, [*others, *new])

    def trim(self, limit_bytes: int = LIMIT_BYTES) -> None:
        """Remove the entries that were not used for the longest time, beyond this size."""
        if not self.added:
            return
        found = sorted(_entries(self._folder), key=lambda entry: entry.used)
        total = sum(entry.size for entry in found)
        for entry in found if total > limit_bytes else ():
            if total <= limit_bytes * _SPARED:
                break
            with suppress(OSError):
                entry.path.unlink()
            total -= entry.size

    def _line(self, attempt: Attempt) -> tuple[str, str]:
        return self._columns[attempt.column], attempt_text(attempt)

    def _path(self, case: Case) -> Path:
        facts = {"case": case.sha256, "name": case.path.name, **self._conditions}
        text = json.dumps(facts, sort_keys=True)
        name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / name[:2] / name

    def _write(self, case: Case, made: str, lines: Sequence[tuple[str, str]]) -> None:
        body = "".join(f"{mark} {text}\n" for mark, text in lines).encode("ascii")
        if self.refused or len(body) > _ENTRY_BYTES:
            return
        head = {"made": made, "sha256": hashlib.sha256(body).hexdigest()}
        path = self._path(case)
        part = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(json.dumps(head).encode("ascii") + b"\n" + body)
            part.replace(path)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            self.refused = error.strerror or str(error)
            return
        with self._lock:
            self.added += 1


def _is_timing(attempt: Attempt) -> bool:
    return attempt.role is Role.TIMING or attempt.full


# ---------------------------------------------------------------------- entries


@dataclass(frozen=True)
class _Entry:
    path: Path
    size: int
    used: float


def _entries(folder: Path) -> Iterator[_Entry]:
    for path in folder.glob("??/*"):
        with suppress(OSError):  # removed by another run
            stat = path.stat()
            yield _Entry(path, stat.st_size, stat.st_mtime)


def _read(path: Path) -> tuple[str, list[tuple[str, str]]] | None:
    """When an entry was made and its lines; None where there is none, or a damaged one."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        facts = json.loads(head)
        if facts["sha256"] != hashlib.sha256(body).hexdigest():
            return None
        made = str(facts["made"])
        lines = [line.partition(" ") for line in body.decode("ascii").splitlines()]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return made, [(mark, text) for mark, _, text in lines]


@cache
def sources() -> str:
    """A hash of the source text of what makes attempts and reads them back."""
    root = Path(__file__).parent
    digest = hashlib.sha256()
    for path in _files(root / name for name in _SOURCES):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


# ---------------------------------------------------------------------- looking after it


def info(folder: Path) -> Kept:
    """How many entries there are, and how old."""
    return _counted(list(_entries(folder)))


def clear(folder: Path) -> Kept:
    """Remove all entries; what there was."""
    return _removed(list(_entries(folder)))


def verify(folder: Path) -> Kept:
    """Read every entry and remove those that are damaged; what there is, with their number."""
    found = list(_entries(folder))
    damaged = [entry for entry in found if not _is_whole(entry.path)]
    _removed(damaged)
    left = _counted([entry for entry in found if entry not in damaged])
    return replace(left, damaged=len(damaged))


def _is_whole(path: Path) -> bool:
    found = _read(path)
    if found is None:
        return False
    try:
        for _, text in found[1]:
            attempt_of(text)
    except ValueError:
        return False
    return True


def _removed(entries: Sequence[_Entry]) -> Kept:
    for entry in entries:
        with suppress(OSError):
            entry.path.unlink()
    return _counted(entries)


def _counted(entries: Sequence[_Entry]) -> Kept:
    used = [entry.used for entry in entries]
    size = sum(entry.size for entry in entries)
    return Kept(len(entries), size, min(used, default=None), max(used, default=None))
