"""`harness report` and `harness explain`: what a record says. Nothing is run."""

from __future__ import annotations

from pathlib import Path

import click

from harness import reports
from harness.cli import common
from harness.errors import HarnessError
from harness.record import read_record


@click.command()
@click.argument("record_path", type=common.PATH, metavar="RECORD")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted({*reports.FORMATS, *reports.SPEEDS})),
    default="terminal",
    show_default=True,
)
@click.option("--speed", is_flag=True, help="The speeds that `harness bench` has compared.")
@common.OUTPUT
@common.ALL
def report(
    record_path: Path, format_name: str, speed: bool, output: Path | None, show_all: bool
) -> None:
    """Show a record again, in any format.

    Nothing is run: all that a report shows is in the RECORD.
    """
    known = reports.SPEEDS if speed else reports.FORMATS
    if format_name not in known:
        what = "--speed" if speed else "a report without --speed"
        raise HarnessError(
            f"--format {format_name}: {what} has no such format", hint=", ".join(known)
        )
    options = common.report_options(show_all)
    common.deliver(known[format_name](read_record(record_path), options), output)


@click.command()
@click.argument("case")
@click.option("--column", "column_text", metavar="COLUMN", help="Only this column.")
@common.READ_RECORD
@click.option("--all", "show_all", is_flag=True, help="Show every line of a difference.")
def explain(case: str, column_text: str | None, record_path: Path | None, show_all: bool) -> None:
    """Show why a case got its verdicts.

    CASE is its ID, the end of that, or the path of its script.
    """
    record = read_record(record_path or common.newest_record())
    common.show(reports.explain(record, case, column_text, common.report_options(show_all)))
