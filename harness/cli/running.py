"""`harness run`: every case in every column, judged, then a quick look at speed."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from harness import columns, machine, reports
from harness.cli import common, expecting, observations, past
from harness.errors import ExitCode
from harness.expect import Expect, as_it_is
from harness.lanes import CaseResult, Lanes
from harness.model import Case, Start, Verdict
from harness.progress import Shown
from harness.record import RecordWriter, read_record
from harness.replay import NO_MEMORY, Memory
from harness.reports.text import plural
from harness.run import Settings, run_cases, time_cases


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@common.COLUMNS
@common.ORACLE
@common.ENGINE
@common.PROFILE_FILES
@common.TRIM_TO
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
@click.option(
    "--fresh", is_flag=True, help="Run everything, also what is known from an earlier run."
)
@expecting.FOLDER
@expecting.WITHOUT
@expecting.STALE
@click.option(
    "--start",
    type=click.Choice([start.value for start in Start]),
    default=Start.FAST.value,
    show_default=True,
    help="How interpreters start: fast as copies of one that is ready, where a column can, or "
    "each built anew. A fast start that agrees is believed; what does not agree is started cold "
    "before it is told, and timing always is.",
)
@click.option("--save", is_flag=True, help="Keep the record in the history.")
@past.HISTORY
@common.ALL
def run(
    paths: tuple[str, ...],
    columns_text: str | None,
    oracle_text: str | None,
    engines: tuple[str, ...],
    profile_files: tuple[Path, ...],
    trim_to: tuple[Path, ...],
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
    fresh: bool,
    folder: Path | None,
    without: bool,
    stale: str,
    start: str,
    save: bool,
    history_folder: Path,
    show_all: bool,
) -> None:
    """Run scripts in every column and show the matrix.

    Each PATH is a script, a folder of scripts, or a glob; without one, those of harness.yaml.
    What a column needs is built or found on the way. A script of a folder that ran before,
    with the same files, settings and builds, is not run again but judged again, unless its
    results move; where scripts alone are named, they are run.
    """
    began = time.time()
    cases = common.cases_of(paths, areas, tags, without_tag, names)
    settings = common.run_settings(jobs, samples, timeout_s, memory_mib, Start(start))
    oracle = common.wanted_oracle(oracle_text)
    filtered = bool(areas or tags or without_tag or names)
    expected = expecting.in_force(folder, without, cases, paths, filtered=filtered)
    path = record_path or common.dated_record()
    with Shown() as shown:
        shop = common.workshop(shown.say, engines, profile_files, trim_to, Start(start))
        wanted = common.wanted_columns(columns_text, shop)
        lanes, choices = columns.prepare(wanted, shop, oracle)
        candidates = [lane.column for lane in lanes.candidates]
        expect = expected.on(candidates) if expected else as_it_is
        header = common.header(lanes, choices, settings)
        if expected:
            given = {**header.settings, "expectations": str(expected.folder)}
            header = replace(header, settings=given)
        named = bool(paths) and all(Path(path).is_file() for path in paths)
        fresh = fresh or named
        with (
            observations.known(shop.store, header, began=began, fresh=fresh) as memory,
            RecordWriter(path, header) as writer,
        ):
            try:
                verdicts = run_and_time(cases, lanes, settings, writer, shown, expect, memory)
            except KeyboardInterrupt:
                shown.close()
                click.echo(err=True)  # behind the ^C of a terminal
                common.note(f"what was done is in {path}, which says that it is incomplete")
                raise click.Abort from None
            writer.finish()
    common.show(reports.FORMATS["terminal"](read_record(path), common.report_options(show_all)))
    common.show(f"record: {path}")
    if save:
        past.save(path, history_folder)
    code = common.exit_code(verdicts, strict=strict, expected=expected is not None)
    if expected and expecting.say_stale(expected, candidates, verdicts, stale):
        code = ExitCode.CORRECTNESS
    sys.exit(code)


def run_and_time(
    cases: Sequence[Case],
    lanes: Lanes,
    settings: Settings,
    writer: RecordWriter,
    shown: Shown,
    expect: Expect = as_it_is,
    memory: Memory = NO_MEMORY,
) -> list[Verdict]:
    """Everything of a run between the record's header and its footer."""
    for case in cases:
        writer.add_case(common.case_info(case))
    with shown.counting("running", len(cases)) as step:
        results = run_cases(
            cases, lanes, settings, writer, lambda result: step(result.case.id), expect, memory
        )
    _say_uneven(results)
    verdicts = {(v.case, v.column): v for result in results for v in result.verdicts}
    if settings.samples:
        overturned = _time(results, lanes, settings, writer, shown, expect, memory)
        verdicts |= {(v.case, v.column): v for v in overturned}
    return list(verdicts.values())


def _say_uneven(results: Sequence[CaseResult]) -> None:
    """A fast start that does otherwise than a cold one is a fault of ours."""
    uneven = [result.case.id for result in results if result.uneven]
    if uneven:
        named = ", ".join(uneven[:3]) + (", …" if len(uneven) > 3 else "")
        common.note(
            f"{plural(len(uneven), 'script')} agreed only when started cold, which is what is "
            f"told: {named}; `run` records it as role trial"
        )


def _time(
    results: Sequence[CaseResult],
    lanes: Lanes,
    settings: Settings,
    writer: RecordWriter,
    shown: Shown,
    expect: Expect,
    memory: Memory,
) -> list[Verdict]:
    with machine.empty_script() as script, shown.counting("timing", len(results)) as step:

        def on_case(result: CaseResult) -> None:
            step(result.case.id)

        return time_cases(
            results, lanes, settings, writer, script, on_case, expect=expect, memory=memory
        )
