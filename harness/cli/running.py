"""`harness run`: every case in every column, judged, then a quick look at speed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from harness import columns, machine, reports
from harness.cli import common
from harness.model import Case, Verdict
from harness.progress import Shown
from harness.record import RecordWriter, read_record
from harness.run import CaseResult, Lanes, Settings, run_cases, time_cases


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@common.COLUMNS
@common.ENGINE
@common.selection
@common.RECORD
@common.JOBS_OPTION
@click.option(
    "--samples",
    type=click.IntRange(0),
    default=3,
    show_default=True,
    metavar="N",
    help="Timed runs of each agreeing cell; 0 for none.",
)
@common.limits
@click.option("--strict", is_flag=True, help="Exit with 1 when a cell is not compatible.")
@common.ALL
def run(
    paths: tuple[str, ...],
    columns_text: str | None,
    engines: tuple[str, ...],
    areas: tuple[str, ...],
    tags: tuple[str, ...],
    without_tag: tuple[str, ...],
    names: tuple[str, ...],
    record_path: Path | None,
    jobs: int,
    samples: int,
    timeout_s: float | None,
    memory_mib: int | None,
    strict: bool,
    show_all: bool,
) -> None:
    """Run scripts in every column and show the matrix.

    Each PATH is a script, a folder of scripts, or a glob; without one, those of harness.yaml.
    What a column needs is built or found on the way.
    """
    cases = common.cases_of(paths, areas, tags, without_tag, names)
    settings = common.run_settings(jobs, samples, timeout_s, memory_mib)
    path = record_path or common.dated_record()
    with Shown() as shown:
        shop = common.workshop(shown.say, engines)
        lanes, choices = columns.prepare(common.wanted_columns(columns_text, shop), shop)
        with RecordWriter(path, common.header(lanes, choices, settings)) as writer:
            try:
                verdicts = run_and_time(cases, lanes, settings, writer, shown)
            except KeyboardInterrupt:
                shown.close()
                click.echo(err=True)  # behind the ^C of a terminal
                common.note(f"what was done is in {path}, which says that it is incomplete")
                raise click.Abort from None
            writer.finish()
    common.show(reports.FORMATS["terminal"](read_record(path), common.report_options(show_all)))
    common.show(f"record: {path}")
    sys.exit(common.exit_code(verdicts, strict=strict))


def run_and_time(
    cases: Sequence[Case], lanes: Lanes, settings: Settings, writer: RecordWriter, shown: Shown
) -> list[Verdict]:
    """Everything of a run between the record's header and its footer."""
    for case in cases:
        writer.add_case(common.case_info(case))
    with shown.counting("running", len(cases)) as step:
        results = run_cases(cases, lanes, settings, writer, lambda result: step(result.case.id))
    verdicts = {(v.case, v.column): v for result in results for v in result.verdicts}
    if settings.samples:
        overturned = _time(results, lanes, settings, writer, shown)
        verdicts |= {(v.case, v.column): v for v in overturned}
    return list(verdicts.values())


def _time(
    results: Sequence[CaseResult],
    lanes: Lanes,
    settings: Settings,
    writer: RecordWriter,
    shown: Shown,
) -> list[Verdict]:
    with machine.empty_script() as script, shown.counting("timing", len(results)) as step:
        return time_cases(
            results, lanes, settings, writer, script, lambda result: step(result.case.id)
        )
