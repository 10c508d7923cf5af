"""`harness profiles`: which features and settings to build with, from measured figures."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from harness import columns, machine, profiles
from harness.cli import common
from harness.cli.running import run_and_time
from harness.errors import ExitCode, HarnessError
from harness.model import DEFAULT_PROFILE, Case, ColumnId
from harness.modules import survey
from harness.progress import Shown
from harness.record import RecordWriter
from harness.reports.profiles import FORMATS, ProfileTable, Share
from harness.run import Lanes, Settings
from harness.runtimes import DEFAULT_RUNTIMES, RUNTIMES

FEWEST_SAMPLES = 6  # with fewer there is no interval


@click.command(name="profiles")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option(
    "--profile",
    "chosen",
    multiple=True,
    metavar="NAME",
    help="Only this profile, beside default; may be given again.",
)
@click.option(
    "--runtime",
    "runtimes",
    type=click.Choice(sorted(RUNTIMES)),
    multiple=True,
    help="Only this runtime; may be given again.",
)
@click.option(
    "--version",
    "version",
    metavar="VERSION",
    help="Of RustPython; by default the newest that has a host.",
)
@common.ENGINE
@common.PROFILE_FILES
@common.TRIM_TO
@common.selection
@click.option(
    "--samples",
    type=click.IntRange(0),
    default=7,
    show_default=True,
    metavar="N",
    help="Timed rounds of the benchmarks; 0 for none, else at least 6.",
)
@click.option(
    "--modules/--no-modules",
    "with_modules",
    default=True,
    show_default=True,
    help="Import every module of the oracle's standard library in each of them.",
)
@click.option("--list", "only_list", is_flag=True, help="Only say which profiles there are.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted(FORMATS)),
    default="table",
    show_default=True,
)
@common.OUTPUT
@common.RECORD
@common.JOBS_OPTION
@common.limits
def profiles_command(
    paths: tuple[str, ...],
    chosen: tuple[str, ...],
    runtimes: tuple[str, ...],
    version: str | None,
    engines: tuple[str, ...],
    profile_files: tuple[Path, ...],
    trim_to: tuple[Path, ...],
    areas: tuple[str, ...],
    tags: tuple[str, ...],
    without_tag: tuple[str, ...],
    names: tuple[str, ...],
    samples: int,
    with_modules: bool,
    only_list: bool,
    format_name: str,
    output: Path | None,
    record_path: Path | None,
    jobs: int,
    timeout_s: float | None,
    memory_mib: int | None,
) -> None:
    """Build RustPython in many profiles and measure them side by side.

    Per profile and runtime: size, build time, start time, how many modules of the standard
    library import, how many of the scripts in PATH agree, and how long those of them that are
    benchmarks (with small and full arguments) take. What cannot be built says why. A trimmed
    library is trimmed to PATH unless --trim-to says otherwise.
    """
    if 0 < samples < FEWEST_SAMPLES:
        raise HarnessError(
            f"{samples} samples give no interval", hint=f"--samples {FEWEST_SAMPLES} or more, or 0"
        )
    with Shown() as shown:
        fitting = trim_to or tuple(Path(path) for path in paths if Path(path).exists())
        shop = common.workshop(shown.say, engines, profile_files, fitting)
        if only_list:
            _list(shop)
            return
        wanted = _columns(shop, version, chosen, runtimes)
        cases = common.cases_of(paths, areas, tags, without_tag, names)
        settings = common.run_settings(jobs, samples, timeout_s, memory_mib)
        path = record_path or common.dated_record("-profiles")
        table = _table(wanted, cases, settings, shop, path, shown, ", ".join(paths), with_modules)
    common.deliver(FORMATS[format_name](table, common.report_options()), output)
    common.note(f"record: {path}")
    if all(row.failure for row in table.rows):
        sys.exit(ExitCode.INCOMPLETE)


def _list(shop: columns.Workshop) -> None:
    for profile in shop.catalogue.profiles.values():
        common.show(f"{profile.name:16} {profile.description}")


def _columns(
    shop: columns.Workshop, version: str | None, chosen: Sequence[str], runtimes: Sequence[str]
) -> list[ColumnId]:
    """Every chosen profile in every chosen runtime, with the default profile first."""
    version = version or columns.default_columns()[0].version
    names = dict.fromkeys([DEFAULT_PROFILE, *(chosen or shop.catalogue.profiles)])
    ids = [
        ColumnId("rustpython", version, name, runtime)
        for runtime in runtimes or DEFAULT_RUNTIMES
        for name in names
    ]
    return columns.parse_columns(",".join(map(str, ids)), shop)


def _table(
    wanted: Sequence[ColumnId],
    cases: Sequence[Case],
    settings: Settings,
    shop: columns.Workshop,
    path: Path,
    shown: Shown,
    corpus: str,
    with_modules: bool,
) -> ProfileTable:
    made = profiles.make_lanes(wanted, shop)
    if not made.lanes:
        raise HarnessError(
            f"none of {len(wanted)} profiles can be built: {next(iter(made.failures.values()))}",
            code=ExitCode.INCOMPLETE,
        )
    lanes, choices = columns.prepare(list(made.lanes), shop)
    header = common.header(lanes, choices, settings)
    with RecordWriter(path, header) as writer:
        # The quick look at speed is left out: what follows is measured better.
        untimed = common.run_settings(
            settings.jobs, 0, settings.timeout_s, settings.memory_bytes >> 20
        )
        verdicts = run_and_time(cases, lanes, untimed, writer, shown)
        writer.finish()
    modules = _modules(lanes, settings, shown) if with_modules else {}
    samples = _samples(lanes, cases, profiles.passing(verdicts), settings, shown)
    descriptions = {p.name: p.description for p in shop.catalogue.profiles.values()}
    rows, speeds = profiles.rows(wanted, made, descriptions, verdicts, samples, modules)
    return ProfileTable(
        tuple(rows),
        str(choices[0].oracle),
        corpus or "the project's scripts",
        profiles.COMPRESSION,
        header.machine,
        header.started,
        speeds.each,
    )


def _modules(lanes: Lanes, settings: Settings, shown: Shown) -> dict[ColumnId, Share]:
    """Of the oracle's modules, how many import in each column."""

    def step(done: int, total: int, module: str) -> None:
        shown.say(f"importing: {done}/{total} {module}")

    found = survey(lanes, settings, step)
    return {lane.column.id: Share(*found.imports(lane.column.id)) for lane in lanes.candidates}


def _samples(
    lanes: Lanes,
    cases: Sequence[Case],
    passing: dict[str, set[ColumnId]],
    settings: Settings,
    shown: Shown,
) -> profiles.Samples:
    benchmarks = profiles.benchmarks_of(cases)
    rounds = settings.samples or profiles.START_SAMPLES
    with machine.empty_script() as script, shown.counting("timing", rounds) as step:
        return profiles.take_samples(lanes, benchmarks, passing, script, settings, step)
