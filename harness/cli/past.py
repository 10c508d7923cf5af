"""`harness history`: the records that are kept, to be asked about across runs and versions."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from tabulate import tabulate

from harness.cli import common
from harness.errors import ExitCode, HarnessError
from harness.progress import Shown
from harness.record import read_record
from harness.reports.text import clip, plural, safe

if TYPE_CHECKING:
    from harness.history import History, Run

F = TypeVar("F", bound=Callable[..., object])
FOLDER = common.RECORDS / "history"

HISTORY = click.option(
    "--history",
    "history_folder",
    type=common.PATH,
    default=FOLDER,
    show_default=True,
    metavar="DIR",
    help="The folder of the history.",
)
_AS_JSON = click.option("--json", "as_json", is_flag=True, help="As JSON.")


def opened(folder: Path) -> History:
    """The history in a folder."""
    from harness.history import History  # loads a database engine, which few commands need

    return History(folder)


@click.group(name="history")
def history_group() -> None:
    """Keep records, to compare versions and to see how they change.

    What is kept is copied: a record may be removed once it was added.
    """


@history_group.command()
@click.argument("records", nargs=-1, required=True, type=common.PATH, metavar="RECORD...")
@HISTORY
def add(records: tuple[Path, ...], history_folder: Path) -> None:
    """Keep RECORDs; one that is there already stays as it is."""
    with Shown() as shown:
        added = []
        for number, path in enumerate(records, 1):
            shown.say(f"adding {number}/{len(records)}: {path}")
            added.append((path, *opened(history_folder).add(path, read_record)))
    for path, run, new in added:
        common.show(_added(path, run, new))


def _added(path: Path, run: Run, new: bool) -> str:
    """One line on what was kept."""
    said = [f"{run.key}: {safe(str(path))}, {plural(run.attempts, 'attempt')}"]
    said += [] if new else ["known already"]
    said += [] if run.complete else ["incomplete: it stands for no column"]
    said += [f"{plural(run.lost_blobs, 'output')} lost"] if run.lost_blobs else []
    return ", ".join(said)


@history_group.command(name="list")
@HISTORY
@_AS_JSON
def list_command(history_folder: Path, as_json: bool) -> None:
    """List the runs that are kept, the newest first."""
    runs = opened(history_folder).runs()
    if as_json:
        common.show(json.dumps([asdict(run) for run in runs], indent=1))
        return
    if not runs:
        common.show(f"no run is kept in {history_folder}; harness history add RECORD")
        return
    rows = [(_short(run), _when(run.started), run.cases, _state(run)) for run in runs]
    heads = ("run", "started", "cases", "columns")
    common.show(tabulate(rows, headers=heads, disable_numparse=True))


def _short(run: Run) -> str:
    return run.key[:12]


def _when(started: str) -> str:
    return safe(started[:16].replace("T", " "))


def _state(run: Run) -> str:
    first = [clip(safe(column), 25) for column in run.columns[:1]]
    more = [f"+{len(run.columns) - 1}"] if len(run.columns) > 1 else []
    return " ".join([*([] if run.complete else ["(incomplete)"]), *first, *more])


@history_group.command()
@click.argument("run_text", metavar="RUN")
@HISTORY
@_AS_JSON
def show(run_text: str, history_folder: Path, as_json: bool) -> None:
    """Show one run: where, when, and what became of each column.

    RUN is the beginning of its key, or its run ID.
    """
    history = opened(history_folder)
    run = history.find(run_text)
    cells = _cells(history, run)
    if as_json:
        names = ("column", "oracle", "compatible", "strict", "judged", "cells")
        counts = [dict(zip(names, row, strict=True)) for row in cells]
        common.show(json.dumps({**asdict(run), "cells": counts}, indent=1))
        return
    facts = {
        "run": run.key,
        "id": run.run_id,
        "started": run.started,
        "finished": run.finished or "never: the record is incomplete",
        "command": run.command,
        "machine": ", ".join(f"{key} {value}" for key, value in run.machine.items()),
        "harness": run.harness_version,
        "attempts": str(run.attempts),
        "record": str(history.record_path(run)),
    }
    lines = [f"{name:9} {safe(value)}" for name, value in facts.items()]
    rows = [
        (safe(column), safe(oracle), f"{compatible}/{judged}", f"{strict}/{judged}", count)
        for column, oracle, compatible, strict, judged, count in cells
    ]
    heads = ("column", "judged by", "compatible", "strict", "cells")
    common.show("\n".join([*lines, "", tabulate(rows, headers=heads, disable_numparse=True)]))


def _cells(history: History, run: Run) -> list[tuple[str, str, int, int, int, int]]:
    query = """
        SELECT "column", any_value(oracle), count(*) FILTER (compatible), count(*) FILTER (strict),
               count(compatible), count(*)
        FROM verdicts GROUP BY "column" ORDER BY "column"
    """
    with history.connect([run]) as database:
        return database.execute(query).fetchall()


@history_group.command()
@click.argument("names", nargs=-1, metavar="[RUN...]")
@click.option(
    "--keep",
    type=click.IntRange(1),
    metavar="N",
    help="Take away what is not among the newest N complete runs of any column.",
)
@click.option(
    "--older-than",
    type=click.IntRange(1),
    metavar="DAYS",
    help="Take away what started longer ago; the newest complete run of a column stays.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@HISTORY
def prune(
    names: tuple[str, ...],
    keep: int | None,
    older_than: int | None,
    dry_run: bool,
    history_folder: Path,
) -> None:
    """Take runs away, and the outputs that no other run has."""
    if sum([bool(names), keep is not None, older_than is not None]) != 1:
        raise HarnessError(
            "what to take away is not said, or said twice",
            hint="name RUNs, or --keep N, or --older-than DAYS",
        )
    history = opened(history_folder)
    if names:
        gone = list({run.key: run for run in map(history.find, names)}.values())
    else:
        gone = _superfluous(history.runs(), keep, older_than)
    pruned = history.prune(gone, pretend=dry_run)
    for run in pruned.runs:
        common.show(f"{_short(run)}  {_when(run.started)}  {_state(run)}")
    verb = "would go" if dry_run else "gone"
    outputs, size = plural(pruned.blobs, "output"), f"{pruned.bytes / 1e6:.1f} MB"
    common.show(f"{plural(len(pruned.runs), 'run')} and {outputs} {verb}, {size}")


def _superfluous(runs: Sequence[Run], keep: int | None, days: int | None) -> list[Run]:
    """What is not among the newest `keep` runs of any column, or is older and not the newest.

    An incomplete run stands for nothing, and is judged by its age alone.
    """
    seen: dict[str, int] = {}
    kept = set()
    for run in runs:
        for column in run.columns if run.complete else ():
            seen[column] = seen.get(column, 0) + 1
            if seen[column] <= (keep or 1):
                kept.add(run.key)
    if keep is not None:
        return [run for run in runs if run.key not in kept]
    assert days is not None
    oldest = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
    return [run for run in runs if run.key not in kept and run.started < oldest]


@history_group.command()
@click.argument("target", type=common.PATH, metavar="DIR")
@HISTORY
def export(target: Path, history_folder: Path) -> None:
    """Write all runs as Parquet files, one for each table."""
    history = opened(history_folder)
    if not history.runs():
        raise HarnessError(f"no run is kept in {history_folder}", code=ExitCode.NO_CASES)
    for path in history.export(target):
        common.show(str(path))


@history_group.command()
@HISTORY
def rebuild(history_folder: Path) -> None:
    """Make the tables again from the records that are kept.

    A run whose record is gone or damaged keeps the tables that it has, and is named.
    """
    made: list[str] = []
    left: list[str] = []
    with Shown() as shown:

        def step(key: str, run: Run | None) -> None:
            shown.say(f"making {key}")
            (made if run else left).append(key)

        opened(history_folder).rebuild(step)
    common.show(f"{plural(len(made), 'run')} made again")
    for key in left:
        common.note(f"{key}: its record is gone or damaged; its tables stay as they are")
    if left:
        sys.exit(ExitCode.INCOMPLETE)


def save(path: Path, history_folder: Path) -> None:
    """Keep the record of a run that has ended, and say so."""
    run, _ = opened(history_folder).add(path, read_record)
    common.note(f"kept as {run.key} in {history_folder}")
