"""`harness bench` and `harness noise`: how fast one column is beside another, and beside itself."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from harness import columns, machine, reports
from harness.bench import (
    CPU,
    FUEL,
    WALL,
    Plan,
    SpeedResults,
    compare_fuel,
    compare_speed,
    counting_lane,
    measure_noise,
    noise_cells,
)
from harness.cache import Cache
from harness.cli import common
from harness.errors import ExitCode, HarnessError
from harness.lanes import Lane, Lanes
from harness.model import (
    Attempt,
    ColumnId,
    Comparison,
    Progress,
    Speed,
    StartUp,
    Timing,
    Untimed,
    Verdict,
)
from harness.noise import NoiseBook
from harness.progress import Shown
from harness.record import RecordWriter, read_record
from harness.reports import interval_plot
from harness.reports import noise as noise_report
from harness.timing import pairs_needed

BENCHMARK = "benchmark"  # the tag of the cases that are taken when no PATH is given
FEWEST_PAIRS = 6  # with fewer there is no interval at 5 %

PAIRS = click.option(
    "--pairs",
    type=click.IntRange(FEWEST_PAIRS),
    metavar="N",
    help="Pairs of fresh interpreters for each cell, fixed beforehand; by default 15, and more "
    "over very many cases.",
)


@click.command()
@click.argument("a_text", metavar="A")
@click.argument("b_text", metavar="B")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@common.ENGINE
@common.selection
@PAIRS
@click.option(
    "--clock",
    type=click.Choice([WALL, CPU]),
    default=WALL,
    show_default=True,
    help="What the verdicts are about: start to exit, or CPU time, which other work on the "
    "machine disturbs less.",
)
@click.option("--fuel", is_flag=True, help="Count instructions too, in a pass of its own.")
@click.option(
    "--gate",
    is_flag=True,
    help="Exit with 5 when a slowdown is found, and found again in a second batch.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted(reports.SPEEDS)),
    default="terminal",
    show_default=True,
)
@click.option("--plot", type=common.PATH, metavar="FILE", help="Draw the intervals, as SVG.")
@common.OUTPUT
@common.RECORD
@common.JOBS_OPTION
@common.limits
@common.ALL
def bench(
    a_text: str,
    b_text: str,
    paths: tuple[str, ...],
    engines: tuple[str, ...],
    areas: tuple[str, ...],
    tags: tuple[str, ...],
    without_tag: tuple[str, ...],
    names: tuple[str, ...],
    pairs: int | None,
    clock: str,
    fuel: bool,
    gate: bool,
    format_name: str,
    plot: Path | None,
    output: Path | None,
    record_path: Path | None,
    jobs: int,
    timeout_s: float | None,
    memory_mib: int | None,
    show_all: bool,
) -> None:
    """Compare the speed of column B with that of column A.

    Only cases that both run alike are timed, in interleaved pairs of fresh interpreters. PATH
    is a script, a folder or a glob; without one, the benchmarks of harness.yaml's paths. The
    margins are those that `harness noise` has found on this machine.
    """
    tags = tags or (() if paths else (BENCHMARK,))
    cases = common.cases_of(paths, areas, tags, without_tag, names)
    settings = common.run_settings(jobs, 0, timeout_s, memory_mib)
    path = record_path or common.dated_record("-bench")
    plan = Plan(pairs, clock, confirm=gate)
    with Shown() as shown:
        shop = common.workshop(shown.say, engines)
        wanted = [columns.parse_columns(text, shop) for text in (a_text, b_text)]
        if any(len(found) != 1 for found in wanted):
            raise HarnessError("A and B are one column each", hint="as rustpython@0.6.0")
        (a_id,), (b_id,) = wanted
        lanes, choices = columns.prepare(list(dict.fromkeys((a_id, b_id))), shop)
        a, b = (find_lane(lanes, column) for column in (a_id, b_id))
        head = common.header(lanes, choices, settings)
        told = {"pairs": pairs or pairs_needed(len(cases) + 1), "clock": clock}
        head = replace(head, settings={**head.settings, **told})
        # What cannot be counted is said before hours of timing, not after them.
        counting = [_counting(lane, shop) for lane in (a, b)] if fuel else []
        with RecordWriter(path, head) as writer:
            for case in cases:
                writer.add_case(common.case_info(case))
            found = compare_speed(
                a,
                b,
                cases,
                lanes=lanes,
                settings=settings,
                sink=writer,
                progress=shown.say,
                plan=plan,
                book=noise_book(),
            )
            results = [found]
            if counting:
                results.append(
                    compare_fuel(
                        counting[0],
                        counting[1],
                        found.agreeing,
                        settings=settings,
                        sink=writer,
                        progress=shown.say,
                    )
                )
            writer.finish()
    record = read_record(path)
    options = common.report_options(show_all)
    common.deliver(reports.SPEEDS[format_name](record, options), output)
    common.note(f"record: {path}")
    if plot:
        common.write_file(plot, interval_plot.render(record))
    sys.exit(exit_code(results, gate=gate))


def find_lane(lanes: Lanes, column: ColumnId) -> Lane:
    """The lane of a column that was asked for, candidate or oracle."""
    everyone = (*lanes.candidates, *lanes.oracles.values())
    return next(lane for lane in everyone if lane.column.id == column)


def noise_book() -> NoiseBook:
    """What is known of this machine's noise."""
    return NoiseBook(Cache.default().folder("noise"), machine.describe())


def _counting(lane: Lane, shop: columns.Workshop) -> Lane:
    return counting_lane(lane, tools=shop.tools, store=shop.store, progress=shop.progress)


def exit_code(results: Sequence[SpeedResults], *, gate: bool) -> ExitCode:
    """A slowdown gates when it was found again, or counted. With a gate, what is inconclusive
    is one too, for it may hide a slowdown; without, a comparison is a survey."""
    found = [item for result in results for item in result.first]
    if not any(item.phase == "execution" for item in found):
        return ExitCode.INCOMPLETE
    if not gate:
        return ExitCode.OK
    counted = [c for c in found if c.clock == FUEL and c.verdict is Speed.SLOWER]
    if counted or any(result.repeated for result in results):
        return ExitCode.PERFORMANCE
    clear = {Speed.EQUIVALENT, Speed.FASTER}
    return ExitCode.OK if {item.verdict for item in found} <= clear else ExitCode.INCOMPLETE


# --------------------------------------------------------------------------- noise


class Discard:
    """A sink for what nobody reads later."""

    def add_attempt(self, attempt: Attempt) -> None:
        """Dropped, as are all the others."""

    def add_verdict(self, verdict: Verdict) -> None: ...
    def add_timing(self, timing: Timing) -> None: ...
    def add_startup(self, start_up: StartUp) -> None: ...
    def add_comparison(self, comparison: Comparison) -> None: ...
    def add_untimed(self, untimed: Untimed) -> None: ...


def _of(column: ColumnId, progress: Progress) -> Progress:
    """The same progress, which says first whose it is."""

    def say(message: str, *, expected_s: float | None = None) -> None:
        progress(f"{column}, {message}", expected_s=expected_s)

    return say


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@common.COLUMNS
@common.ENGINE
@common.selection
@click.option(
    "--runs",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    metavar="N",
    help="A/A runs of each cell; ten are needed for a margin of its own.",
)
@PAIRS
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["json", "terminal"]),
    default="terminal",
    show_default=True,
)
@common.OUTPUT
@common.JOBS_OPTION
@common.limits
def noise(
    paths: tuple[str, ...],
    columns_text: str | None,
    engines: tuple[str, ...],
    areas: tuple[str, ...],
    tags: tuple[str, ...],
    without_tag: tuple[str, ...],
    names: tuple[str, ...],
    runs: int,
    pairs: int | None,
    format_name: str,
    output: Path | None,
    jobs: int,
    timeout_s: float | None,
    memory_mib: int | None,
) -> None:
    """Compare columns with themselves, to learn this machine's noise.

    What is found is kept, and sets the margins of `harness bench`: the last 30 runs of each
    cell count. It takes as long as that many comparisons.
    """
    tags = tags or (() if paths else (BENCHMARK,))
    cases = common.cases_of(paths, areas, tags, without_tag, names)
    settings = common.run_settings(jobs, 0, timeout_s, memory_mib)
    book = noise_book()
    cells = []
    with Shown() as shown:
        shop = common.workshop(shown.say, engines)
        lanes, _ = columns.prepare(common.wanted_columns(columns_text, shop), shop)
        for lane in lanes.candidates:
            made, untimed = measure_noise(
                lane,
                cases,
                lanes=lanes,
                settings=settings,
                sink=Discard(),
                progress=_of(lane.column.id, shown.say),
                book=book,
                runs=runs,
                pairs=pairs,
                run_id=common.dated_record().stem,
            )
            known = pairs or pairs_needed(len(cases) + 1)
            cells += noise_cells(made, lane.column.id, cases, book, known)
            for case, why in untimed.items():
                common.note(f"not measured: {case}: {why}")
    render = noise_report.as_json if format_name == "json" else noise_report.terminal
    common.deliver(render(cells, common.report_options()), output)
    common.note(f"kept in {book.path}")
    if not any(cell.phase == "execution" for cell in cells):
        sys.exit(ExitCode.INCOMPLETE)
