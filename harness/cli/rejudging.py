"""`harness rejudge`: the verdicts of a record anew, from its attempts. Nothing is run."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from harness import __version__, columns
from harness.cli import common, expecting
from harness.errors import ExitCode, HarnessError
from harness.expect import applied, as_it_is
from harness.expectations import read_expectations
from harness.model import Header, Record, Status, Verdict
from harness.record import read_record, write_record
from harness.rejudge import Change, changes, rejudge, with_oracle
from harness.reports.summary import summarise, warnings
from harness.reports.text import percent, plural, safe, wrap

SHOWN = 40
_EXPECTATIONS = "expectations"  # the setting of a run that had any


@click.command(name="rejudge")
@click.argument("record_path", type=common.PATH, metavar="RECORD")
@click.option(
    "--oracle",
    "oracle_text",
    metavar="COLUMN",
    help="Another CPython that is to judge, as cpython@3.14; by default each candidate's own.",
)
@click.option(
    "--oracle-record",
    "oracle_path",
    type=common.PATH,
    metavar="FILE",
    help="The record that holds what that CPython did, as of "
    "`harness run PATH --columns cpython@3.14`.",
)
@expecting.FOLDER
@expecting.WITHOUT
@click.option(
    "-o",
    "--output",
    type=common.PATH,
    metavar="NEW",
    help="The record to write, which must not be there; by default a dated one in .harness/.",
)
@click.option("--all", "show_all", is_flag=True, help="Show every cell that changed.")
def rejudge_command(
    record_path: Path,
    oracle_text: str | None,
    oracle_path: Path | None,
    folder: Path | None,
    without: bool,
    output: Path | None,
    show_all: bool,
) -> None:
    """Judge a RECORD again, by today's rules or another oracle.

    Nothing is run. A cell whose verdict takes more than the record holds becomes `missing`,
    with the reason. The verdicts go to a new record; the old one stays as it is. Expectations
    are in force where they were in the record.
    """
    if oracle_path and not oracle_text:
        raise HarnessError(
            "--oracle-record without --oracle", hint="name its CPython: --oracle cpython@3.14"
        )
    output = output or common.dated_record("-rejudged")
    if output.exists():
        raise HarnessError(f"{output} is there: it is not overwritten", hint="-o another file")
    old = _readable(record_path)
    source = _readable(oracle_path) if oracle_path else None
    new = old
    if oracle_text:
        new = with_oracle(old, columns.parse_oracle(oracle_text), source)
    expected = None if without else _expectations(folder, old)
    expect = applied(read_expectations(expected), new.header.columns) if expected else as_it_is
    new = rejudge(new, expect)
    new = replace(new, header=_header(new.header, old, source, expected))
    write_record(output, new)
    common.show("\n".join(_report(old, new, show_all)))
    common.show(f"record: {output}")
    sys.exit(common.exit_code(new.verdicts, strict=False, expected=expected is not None))


def _readable(path: Path) -> Record:
    """A record that can be judged again; HarnessError for one that lacks what this takes."""
    record = read_record(path)
    if not record.complete:
        raise HarnessError(
            f"{path} is incomplete: the run did not end",
            hint="run again, then judge that record",
            code=ExitCode.INCOMPLETE,
        )
    if record.cases and all(case.compare is None for case in record.cases):
        raise HarnessError(
            f"{path} is of an older schema: it does not say how its cases are compared",
            hint="run again; reports of it can still be made",
            code=ExitCode.INCOMPLETE,
        )
    return record


def _expectations(folder: Path | None, record: Record) -> Path | None:
    """The folder that is named, else that of the project where the record was judged by one."""
    if folder or _EXPECTATIONS not in record.header.settings:
        return folder
    found = common.project().expectations
    if found and found.exists():
        return found
    common.note("no expectations are named here: what is expected to fail is a failure again")
    return None


def _header(header: Header, old: Record, source: Record | None, expected: Path | None) -> Header:
    """When it ran stays; what judged it is told in the settings."""
    now = datetime.now(UTC)
    told = {"run_id": old.header.run_id, "when": now.isoformat(timespec="seconds")}
    if source:
        told["oracle_run_id"] = source.header.run_id
    settings = {key: item for key, item in header.settings.items() if key != _EXPECTATIONS}
    if expected:
        settings[_EXPECTATIONS] = str(expected)
    return replace(
        header,
        run_id=f"{now:%Y%m%dT%H%M%S}-{os.getpid()}",
        harness_version=__version__,
        command=" ".join(["harness", *sys.argv[1:]]),
        settings={**settings, "rejudged": told},
    )


# --------------------------------------------------------------------------- what changed


def _report(old: Record, new: Record, show_all: bool) -> Iterator[str]:
    width = common.report_options().width
    for warning in warnings(summarise(new)):
        yield from wrap(warning, width, "! ", "  ")
    found = changes(old, new)
    oracles = ", ".join(dict.fromkeys(str(choice.oracle) for choice in new.header.oracles))
    text = (
        f"{plural(len(new.verdicts), 'cell')} judged again by {oracles}, "
        f"rules {new.header.settings['rules']}: {len(found)} changed"
    )
    yield from wrap(text, width, "", "  ")
    yield from _totals(old, new)
    yield from _moves(found)
    shown = found if show_all else found[:SHOWN]
    for change in shown:
        yield from _cell(change, width)
    if len(shown) < len(found):
        yield f"… and {plural(len(found) - len(shown), 'cell')} more: add --all"


def _totals(old: Record, new: Record) -> Iterator[str]:
    """Each column's compatible cells, before and after."""
    before, after = summarise(old).totals, summarise(new).totals
    size = max((len(str(column)) for column in after), default=0)
    for column, now in after.items():
        was = before.get(column)
        text = f"{was.compatible}/{was.judged} → " if was else ""
        share = percent(now.compatible, now.judged)
        yield f"  {column!s:<{size}}  {text}{now.compatible}/{now.judged} compatible, {share}"


def _moves(found: Sequence[Change]) -> Iterator[str]:
    counts = Counter((_status(change.before), change.after.status) for change in found)
    for (was, now), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        same = " (with another cause or note)" if was == now.value else ""
        yield f"  {count:>5}  {was} → {now.value}{same}"


def _status(verdict: Verdict | None) -> str:
    return verdict.status.value if verdict else "none"


def _cell(change: Change, width: int) -> list[str]:
    verdict = change.after
    cause = verdict.reason or (verdict.signature.text if verdict.signature else "")
    if verdict.equals and verdict.status is not Status.PASS:
        cause = f"equals {', '.join(column.version for column in verdict.equals)}; {cause}"
    head = f"{_status(change.before)} → {verdict.status.value}  {safe(verdict.case)}  "
    lines = wrap(f"{head}{verdict.column}", width, "", "  ")
    return [*lines, *(wrap(safe(cause), width, "    ") if cause else [])]
