"""`harness compare`: what changed between two records, or two columns of one. Nothing is run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from harness import compare, reports
from harness.cli import common
from harness.compare import Comparison, Side
from harness.errors import HarnessError
from harness.model import ColumnId, Record
from harness.record import read_record

FORMAT = click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted(reports.COMPARISONS)),
    default="terminal",
    show_default=True,
)


@click.command(name="compare")
@click.argument("old_path", type=common.PATH, metavar="OLD")
@click.argument("new_path", type=common.PATH, metavar="[NEW]", required=False)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="OLD=NEW",
    help="Compare this column of OLD with that of NEW, or one that both have; by default those "
    "of the same engine, profile and runtime. Without NEW name two: --column A --column B.",
)
@FORMAT
@common.OUTPUT
@common.ALL
def compare_command(
    old_path: Path,
    new_path: Path | None,
    columns: tuple[str, ...],
    format_name: str,
    output: Path | None,
    show_all: bool,
) -> None:
    """Say what changed from the record OLD to the record NEW.

    Nothing is run and nothing is judged anew. Without NEW two columns of OLD are compared.

    Exit codes: 0 nothing regressed, 1 something did, 3 incomplete, or a regression may hide
    behind what could not be judged, 5 slower.
    """
    old = read_record(old_path)
    new = read_record(new_path) if new_path else old
    pairs = _pairs(old, new, columns) if new_path else _within(old, columns)
    comparisons = [compare.compare(Side(old, a), Side(new, b)) for a, b in pairs]
    common.deliver(render(comparisons, format_name, show_all), output)
    sys.exit(compare.exit_code(comparisons))


def render(comparisons: Sequence[Comparison], format_name: str, show_all: bool) -> str:
    """The comparisons in one of the formats."""
    return reports.COMPARISONS[format_name](comparisons, common.report_options(show_all))


def _pairs(old: Record, new: Record, columns: Sequence[str]) -> Sequence[tuple[ColumnId, ColumnId]]:
    """The columns that are named, `A=B` or one name for both; else those that belong together."""
    if not columns:
        return compare.pair_columns(old, new)
    named = [text.partition("=") for text in columns]
    return [(_column(old, a), _column(new, b if equals else a)) for a, equals, b in named]


def _within(record: Record, columns: Sequence[str]) -> Sequence[tuple[ColumnId, ColumnId]]:
    names = [name for text in columns for name in text.split("=")]
    if len(names) != 2:
        held = ", ".join(map(str, compare.candidates(record))) or "none"
        raise HarnessError(
            "one record: name the two columns of it that are to be compared",
            hint=f"--column OLD --column NEW; its columns: {held}",
        )
    old, new = (_column(record, name) for name in names)
    if old == new:
        raise HarnessError(
            f"a column is compared with itself: {old}",
            hint="name two columns, or give a second record",
        )
    return [(old, new)]


def _column(record: Record, text: str) -> ColumnId:
    try:
        column = ColumnId.parse(text.strip())
    except ValueError as error:
        raise HarnessError(
            f"--column: {error}", hint="--column A=B, each as rustpython@0.6.0"
        ) from error
    return compare.chosen_column(record, column)
