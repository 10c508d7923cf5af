"""Observations that are kept, so that a run with nothing changed runs nothing.

An entry holds what was observed of one script in one run: every attempt in every column of it.
Its name is a hash of all that they depend on: the script and its files, the columns with their
fingerprints, the settings, the machine, what a process inherits, and the source text of what
makes and reads attempts. Attempts of two runs are never mixed: a script that is not known in
all of a run's columns is run anew in all of them, so that an oracle of yesterday judges no
candidate of today; and times are kept with the start-ups of the run that took them.

Entries are files that appear whole. One that is damaged is as good as none. A cache that cannot
be written costs time, never a result.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from harness.model import ArtefactStore, Attempt, Case, ColumnId
from harness.record import attempt_of, attempt_text

KIND = "observations"  # the folder in the user's cache
ENVIRONMENT = "HARNESS_OBSERVATIONS"  # names another one
LIMIT_BYTES = 1 << 30
_ENTRY_BYTES = 8 << 20  # a larger one is not kept
_SCHEMA = 2
_SPARED = 0.9  # of the limit is left when it was passed
_DURATIONS = "durations.json"  # how long each case took the last time, in seconds
_DURATIONS_KEPT = 200_000
_NAME = re.compile(r"[0-9a-f]{64}")
# What makes attempts and reads what came of them; a change in any of it makes all entries old.
_SOURCES = (
    *(
        "lanes.py",
        "run.py",
        "replay.py",
        "execute.py",
        "scratch.py",
        "observe.py",
        "record.py",
        "model.py",
    ),
    "runtimes",
)
_STORY, _TIMING, _START_UP = "story", "timing", "start-up"  # what a line is of


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

    `began` is a time before the scripts were read (seconds since the epoch): what was written
    since then may not be what was run, and is not kept. With `fresh` nothing is found and all
    is kept anew.
    """

    def __init__(
        self,
        folder: Path,
        columns: Mapping[ColumnId, str],
        conditions: Mapping[str, Any],
        *,
        began: float,
        fresh: bool = False,
    ) -> None:
        self._folder = folder
        self._conditions = {
            **conditions,
            "columns": sorted((str(column), mark) for column, mark in columns.items()),
            "schema": _SCHEMA,
            "sources": sources(),
        }
        self._began = began
        self._fresh = fresh
        self._lock = threading.Lock()
        self.refused: str | None = None  # why nothing can be kept
        self.added = 0
        self._durations = _read_durations(folder / _DURATIONS)
        self._took: dict[str, float] = {}

    def recall(self, case: Case) -> Sequence[Attempt]:
        """What a case was judged by, each attempt with the time it was made at; () for a case
        that is not known."""
        found = self._found(case)
        if found is None:
            return ()
        with suppress(OSError):
            os.utime(self._path(case))  # the oldest used go first
        return _attempts(found, _STORY)

    def timing(self, case: Case) -> tuple[Sequence[Attempt], Sequence[Attempt]]:
        """What a case was timed by, and the start-ups of the run that did."""
        found = self._found(case) or ()
        return _attempts(found, _TIMING), _attempts(found, _START_UP)

    def keep(self, case: Case, attempts: Sequence[Attempt]) -> None:
        """Keep what a case was judged by, in place of all that was known of it."""
        self._write(case, _lines(_STORY, attempts))

    def add(self, case: Case, timing: Sequence[Attempt], start_ups: Sequence[Attempt]) -> None:
        """Keep the timing of a case in place of an older one; nothing where the case itself is
        not kept."""
        found = _read(self._path(case))
        if found is not None:
            story = [line for line in found if line.startswith(f"{_STORY} ")]
            self._write(case, [*story, *_lines(_TIMING, timing), *_lines(_START_UP, start_ups)])

    def forget(self, case: Case) -> None:
        """What was known of a case does not hold any more."""
        with suppress(OSError):
            self._path(case).unlink(missing_ok=True)

    def expected_s(self, case: Case) -> float:
        """How long a case took the last time, in whatever columns; infinite for a new one."""
        return self._durations.get(case.id, math.inf)

    def took(self, case: Case, seconds: float) -> None:
        """How long it took now."""
        self._took[case.id] = round(seconds, 3)

    def note_durations(self) -> None:
        """Keep how long everything took, for the order of a later run. What cannot be kept is
        only its order."""
        if not self._took:
            return
        before = _read_durations(self._folder / _DURATIONS)
        known = {name: its for name, its in before.items() if name not in self._took} | self._took
        newest = dict(list(known.items())[-_DURATIONS_KEPT:])
        part = self._folder / f".{_DURATIONS}.{os.getpid()}"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(newest), encoding="ascii")
            part.replace(self._folder / _DURATIONS)

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

    def _found(self, case: Case) -> Sequence[str] | None:
        return None if self._fresh else _read(self._path(case))

    def _as_collected(self, case: Case) -> bool:
        """Whether its files are those that its hash was made of."""
        paths = [case.path, *(file.source for file in case.files if file.source)]
        try:
            return all(path.stat().st_ctime < self._began for path in _all_below(paths))
        except OSError:
            return False

    def _path(self, case: Case) -> Path:
        facts = {"case": case.sha256, "id": case.id, "name": case.path.name, **self._conditions}
        text = json.dumps(facts, sort_keys=True)
        name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / name[:2] / name

    def _write(self, case: Case, lines: Sequence[str]) -> None:
        body = "\n".join(lines).encode("ascii")
        if self.refused or len(body) > _ENTRY_BYTES or not self._as_collected(case):
            self.forget(case)
            return
        path = self._path(case)
        part = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(hashlib.sha256(body).hexdigest().encode("ascii") + b"\n" + body)
            part.replace(path)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            self.refused = error.strerror or str(error)
            return
        with self._lock:
            self.added += 1


def _read_durations(path: Path) -> dict[str, float]:
    """Seconds by case; nothing where there is no such file, or a damaged one."""
    try:
        found = json.loads(path.read_text(encoding="ascii"))
        return {str(name): float(seconds) for name, seconds in found.items()}
    except (OSError, ValueError, AttributeError, TypeError, OverflowError):
        return {}


def _lines(part: str, attempts: Iterable[Attempt]) -> list[str]:
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    dated = (replace(attempt, made=attempt.made or now) for attempt in attempts)
    return [f"{part} {attempt_text(attempt)}" for attempt in dated]


def _attempts(lines: Iterable[str], part: str) -> list[Attempt]:
    begin = f"{part} "
    parse = _same if part == _START_UP else attempt_of
    return [parse(line.removeprefix(begin)) for line in lines if line.startswith(begin)]


@lru_cache(maxsize=4096)
def _same(text: str) -> Attempt:
    """The start-ups of a run stand in each of its entries."""
    return attempt_of(text)


def _all_below(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield path
        if path.is_dir():
            yield from path.rglob("*")


# ---------------------------------------------------------------------- entries


@dataclass(frozen=True)
class _Entry:
    path: Path
    size: int
    used: float


def _entries(folder: Path) -> Iterator[_Entry]:
    """The files of ours: whatever else lies in the folder is somebody else's."""
    for path in folder.glob("[0-9a-f][0-9a-f]/*"):
        if _NAME.fullmatch(path.name) and path.name[:2] == path.parent.name:
            with suppress(OSError):  # removed by another run
                stat = path.stat()
                yield _Entry(path, stat.st_size, stat.st_mtime)


def _read(path: Path) -> list[str] | None:
    """The lines of an entry; None where there is none, or a damaged one."""
    try:
        digest, _, body = path.read_bytes().partition(b"\n")
        if digest.decode("ascii") != hashlib.sha256(body).hexdigest():
            return None
        return body.decode("ascii").split("\n")
    except (OSError, ValueError):
        return None


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


def packages_of(prefixes: Iterable[str]) -> str:
    """A hash of what is installed for Pythons with these prefixes: scripts may import it."""
    digest = hashlib.sha256()
    for prefix in sorted(set(prefixes)):
        for pattern in ("lib/python3*/site-packages", "lib/python3*/dist-packages"):
            for root in sorted(Path(prefix).glob(pattern)):
                for path in sorted(_all_below([root])):
                    with suppress(OSError):
                        stat = path.stat()
                        size = stat.st_size if path.is_file() else 0
                        digest.update(
                            f"{path} {size} {stat.st_mtime_ns}\n".encode(errors="replace")
                        )
    return digest.hexdigest()


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
    damaged = [entry for entry in found if _read(entry.path) is None]
    left = _counted([entry for entry in found if entry not in damaged])
    return replace(left, damaged=_removed(damaged).entries)


def _removed(entries: Sequence[_Entry]) -> Kept:
    gone = []
    for entry in entries:
        with suppress(OSError):
            entry.path.unlink()
            gone.append(entry)
    return _counted(gone)


def _counted(entries: Sequence[_Entry]) -> Kept:
    used = [entry.used for entry in entries]
    size = sum(entry.size for entry in entries)
    return Kept(len(entries), size, min(used, default=None), max(used, default=None))
