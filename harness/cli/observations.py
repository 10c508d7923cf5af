"""`harness cache`: what was observed before, and is not run again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from harness import machine, recall
from harness.cache import Cache
from harness.cli import common
from harness.errors import ExitCode
from harness.model import ArtefactStore, Column, Header
from harness.recall import Kept, Recall
from harness.reports.text import plural

# What of a run's settings has no influence on an attempt.
_WITHOUT = ("jobs", "samples", "rules", "expectations")
# What of a machine has: a new kernel is another machine.
_MACHINE = ("system", "release", "machine", "processor", "cores", "harness_python")


@contextmanager
def known(store: ArtefactStore, header: Header, *, began: float, fresh: bool) -> Iterator[Recall]:
    """What is known of the columns of a run; `began` is a time before its scripts were read.

    At its end, however that comes, what could not be kept is said, and the cache kept within
    its size.
    """
    memory = _memory(store, header, began=began, fresh=fresh)
    try:
        yield memory
    finally:
        if memory.refused:
            common.note(f"what was observed is not kept for later runs: {memory.refused}")
        memory.note_durations()
        memory.trim()


def _memory(store: ArtefactStore, header: Header, *, began: float, fresh: bool) -> Recall:
    settings = {k: v for k, v in header.settings.items() if k not in _WITHOUT}
    prefixes = (str(column.details.get("prefix", "")) for column in header.columns)
    conditions = {
        "settings": settings,
        "machine": {key: header.machine.get(key) for key in _MACHINE},
        "inherited": machine.inherited(),
        "packages": recall.packages_of(filter(None, prefixes)),
    }
    columns = {column.id: _mark(column) for column in header.columns}
    return Recall(recall.folder(store), columns, conditions, began=began, fresh=fresh)


def _mark(column: Column) -> str:
    """All that its attempts hang on: what starts fast is another artefact."""
    fast = column.details.get("fast_start")
    return f"{column.fingerprint} {fast['sha256']}" if fast else column.fingerprint


@click.group(name="cache")
def cache_group() -> None:
    """Look after what was observed in earlier runs.

    Builds are kept apart from it, and are not touched.
    """


@cache_group.command()
def info() -> None:
    """Say how much is kept, where, and since when."""
    folder = _folder()
    found = recall.info(folder)
    common.show(f"{_said(found)} of at most {recall.LIMIT_BYTES / 1e6:.0f} MB in {folder}")
    if found.oldest is not None and found.newest is not None:
        common.show(f"last used between {_day(found.oldest)} and {_day(found.newest)}")


@cache_group.command()
def clear() -> None:
    """Remove all of it: the next run runs everything."""
    common.show(f"{_said(recall.clear(_folder()))} removed")


@cache_group.command()
def verify() -> None:
    """Read every entry, and remove those that are damaged."""
    found = recall.verify(_folder())
    common.show(f"{_said(found)} are whole; {plural(found.damaged, 'damaged one')} removed")
    if found.damaged:
        sys.exit(ExitCode.INCOMPLETE)


def _folder() -> Path:
    return recall.folder(Cache.default())


def _said(found: Kept) -> str:
    return f"{plural(found.entries, 'script')} ({found.bytes / 1e6:.1f} MB)"


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="minutes")[:16].replace("T", " ")
