"""`harness upgrade`: build two versions, run both, and say what an upgrade would change."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from harness import columns, upgrade
from harness.bench import Plan, compare_speed
from harness.cli import benching, common, comparing
from harness.compare import Comparison, exit_code
from harness.errors import ExitCode, HarnessError
from harness.lanes import Lanes
from harness.model import DEFAULT_PROFILE, NATIVE, Case, ColumnId, OracleChoice
from harness.progress import Shown
from harness.record import RecordWriter, read_record
from harness.run import Settings, run_cases
from harness.runtimes import DEFAULT_RUNTIMES, RUNTIMES
from harness.upgrade import CONFIRM, Confirmations, Pair

ENGINE = "rustpython"  # of a version that is named alone
_FOR_PEOPLE = ("terminal", "markdown")
_SANDBOXES = [name for name in DEFAULT_RUNTIMES if RUNTIMES[name].target != NATIVE]


@click.command(name="upgrade")
@click.argument("old")
@click.argument("new")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--wasm", is_flag=True, help="Also as WebAssembly.")
@click.option("--profile", metavar="NAME", help="The profile of both hosts.")
@common.ENGINE
@common.selection
@click.option(
    "--confirm",
    "times",
    type=click.IntRange(1),
    default=CONFIRM,
    show_default=True,
    metavar="K",
    help="Times that a suspected regression must come out the same.",
)
@click.option("--no-control", is_flag=True, help="Do not run NEW a second time against itself.")
@click.option(
    "--bench",
    "with_speed",
    is_flag=True,
    help="Compare the speed too, on the cases with full arguments that both run alike.",
)
@common.RECORD
@common.JOBS_OPTION
@common.limits
@comparing.FORMAT
@common.OUTPUT
@common.ALL
def upgrade_command(
    old: str,
    new: str,
    paths: tuple[str, ...],
    wasm: bool,
    profile: str | None,
    engines: tuple[str, ...],
    areas: tuple[str, ...],
    tags: tuple[str, ...],
    without_tag: tuple[str, ...],
    names: tuple[str, ...],
    times: int,
    no_control: bool,
    with_speed: bool,
    record_path: Path | None,
    jobs: int,
    timeout_s: float | None,
    memory_mib: int | None,
    format_name: str,
    output: Path | None,
    show_all: bool,
) -> None:
    """Say what an upgrade from OLD to NEW would break and mend.

    OLD and NEW are versions, as 0.5.0, or column IDs. Both are built and run, each judged by
    the CPython that it claims. What differs is run again before it is reported, and NEW runs
    a second time to see what moves by itself.

    Exit codes: 0 nothing regressed, 1 something did, 3 not conclusive, 5 slower.
    """
    cases = common.cases_of(paths, areas, tags, without_tag, names)
    timed = _timed(cases) if with_speed else []
    settings = common.run_settings(jobs, 0, timeout_s, memory_mib)
    path = record_path or common.dated_record()
    with Shown() as shown:
        shop = common.workshop(shown.say, engines)
        pairs = upgrade.pair_up(*(_columns(text, wasm, profile, shop) for text in (old, new)))
        wanted = [column for pair in pairs for column in (pair.old, pair.new)]
        lanes, choices = upgrade.judge_all(*columns.prepare(wanted, shop), pairs)
        work = _Work(cases, lanes, choices, settings, pairs, shown)
        try:
            comparisons = work.run(path, times, control=not no_control, timed=timed)
        except KeyboardInterrupt:
            shown.close()
            click.echo(err=True)  # behind the ^C of a terminal
            common.note(f"what was done is in {path}")
            raise click.Abort from None
    report = comparing.render(comparisons, format_name, show_all)
    told = upgrade.sentence(comparisons)
    if format_name in _FOR_PEOPLE:
        report = f"{told}\n\n{report}"
    common.deliver(report, output)
    if output or format_name not in _FOR_PEOPLE:
        common.note(told)
    common.note(f"record: {path}")
    sys.exit(exit_code(comparisons))


def _timed(cases: Sequence[Case]) -> list[Case]:
    """The benchmarks: what has arguments that make it long enough to be timed."""
    found = [case for case in cases if case.args_full is not None]
    if not found:
        raise HarnessError(
            "--bench finds no case with full arguments",
            hint="docs/cases.md says how a script names them: args: {small: [...], full: [...]}",
            code=ExitCode.NO_CASES,
        )
    return found


def _columns(text: str, wasm: bool, profile: str | None, shop: columns.Workshop) -> list[ColumnId]:
    """The columns that a version, or a column ID, stands for; a profile in it stays."""
    if "," in text:
        raise HarnessError(f"{text!r} is a list", hint="OLD is one version, and so is NEW")
    named = columns.parse_columns(text if "@" in text else f"{ENGINE}@{text}", shop)
    if profile and named[0].profile == DEFAULT_PROFILE:
        named = [replace(named[0], profile=profile)]
    if wasm:
        named += [replace(named[0], runtime=name) for name in _SANDBOXES]
    return columns.parse_columns(",".join(map(str, named)), shop)


@dataclass(frozen=True)
class _Work:
    """All that an upgrade's runs have in common."""

    cases: Sequence[Case]
    lanes: Lanes
    choices: Sequence[OracleChoice]
    settings: Settings
    pairs: Sequence[Pair]
    shown: Shown

    def run(
        self, path: Path, times: int, *, control: bool, timed: Sequence[Case]
    ) -> list[Comparison]:
        """Both versions, what differs once more, the control, and the speed of the cases in
        `timed`; records are written."""
        confirmations = self._both(path, times)
        record = read_record(path)
        controls = {}
        if control:
            beside = _beside(path, "control")
            self._again(beside)
            controls = upgrade.compare_controls(record, read_record(beside), self.pairs)
        speeds = self._speeds(timed, _beside(path, "bench")) if timed else {}
        return upgrade.compare_pairs(record, self.pairs, confirmations, controls, speeds)

    def _both(self, path: Path, times: int) -> Confirmations:
        with RecordWriter(path, common.header(self.lanes, self.choices, self.settings)) as writer:
            self._run(self.lanes, writer, "running")
            seen = upgrade.snapshot(read_record(path))
            found = upgrade.compare_pairs(seen, self.pairs)
            suspects = upgrade.suspects(found, self.pairs, times)
            with self.shown.counting("running again what differs", len(suspects)) as step:
                confirmations = upgrade.confirm(
                    suspects, self.cases, self.lanes, self.settings, writer, step
                )
            writer.finish()
        return confirmations

    def _again(self, path: Path) -> None:
        lanes = upgrade.new_lanes(self.lanes, self.pairs)
        ids = [lane.column.id for lane in lanes.candidates]
        choices = [choice for choice in self.choices if choice.candidate in ids]
        with RecordWriter(path, common.header(lanes, choices, self.settings)) as writer:
            self._run(lanes, writer, "running the control")
            writer.finish()

    def _speeds(self, cases: Sequence[Case], path: Path) -> upgrade.Speeds:
        """One pair of columns after the other; what is slower, in a second batch too."""
        lane_of = {lane.column.id: lane for lane in self.lanes.candidates}
        found = {}
        with RecordWriter(path, common.header(self.lanes, self.choices, self.settings)) as writer:
            for case in cases:
                writer.add_case(common.case_info(case))
            for pair in self.pairs:
                results = compare_speed(
                    lane_of[pair.old],
                    lane_of[pair.new],
                    cases,
                    lanes=self.lanes,
                    settings=self.settings,
                    sink=writer,
                    progress=self.shown.say,
                    plan=Plan(confirm=True),
                    book=benching.noise_book(),
                )
                found[pair.new] = results.comparisons
            writer.finish()
        return found

    def _run(self, lanes: Lanes, writer: RecordWriter, what: str) -> None:
        for case in self.cases:
            writer.add_case(common.case_info(case))
        with self.shown.counting(what, len(self.cases)) as step:
            run_cases(self.cases, lanes, self.settings, writer, lambda done: step(done.case.id))


def _beside(path: Path, what: str) -> Path:
    return path.with_name(f"{path.stem}-{what}{path.suffix}")
