"""`harness profiles`: which features and settings to build with, from measured figures."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import click

from harness import columns, judge, machine, profiles
from harness.cli import common
from harness.errors import ExitCode, HarnessError
from harness.journal import Journal
from harness.lanes import CaseResult, Lanes
from harness.measured import Measured, Round
from harness.model import DEFAULT_PROFILE, Case, ColumnId, Header
from harness.modules import survey
from harness.progress import Shown
from harness.record import RecordWriter
from harness.reports.profiles import FORMATS, ProfileTable, Share, from_json
from harness.reports.text import plural
from harness.run import Settings, run_cases
from harness.runtimes import DEFAULT_RUNTIMES, RUNTIMES


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
    "--clock",
    type=click.Choice(profiles.CLOCKS),
    default="wall",
    show_default=True,
    help="What speeds are compared by; other work on the machine disturbs CPU time less.",
)
@click.option(
    "--modules/--no-modules",
    "with_modules",
    default=True,
    show_default=True,
    help="Import every module of the oracle's standard library in each of them.",
)
@click.option(
    "--modules-of",
    multiple=True,
    metavar="NAME",
    help="Import modules in this profile alone; may be given again.",
)
@click.option(
    "--timed",
    multiple=True,
    metavar="TEXT",
    help="Time only benchmarks with this in the ID; may be given again.",
)
@click.option("--fresh", is_flag=True, help="Measure anew what was measured before.")
@click.option("--list", "only_list", is_flag=True, help="Only say which profiles there are.")
@click.option(
    "--from",
    "source",
    type=common.PATH,
    metavar="FILE",
    help="Measure nothing: show the table that was written to FILE as JSON.",
)
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
    clock: str,
    with_modules: bool,
    modules_of: tuple[str, ...],
    timed: tuple[str, ...],
    fresh: bool,
    only_list: bool,
    source: Path | None,
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

    What is measured is kept at once, for the same build, script, oracle, limits and machine:
    it can be done in pieces, and after an interruption the same command goes on.
    """
    render = FORMATS[format_name]
    if source:
        common.deliver(render(_read(source), common.report_options()), output)
        return
    if 0 < samples < profiles.FEWEST_ROUNDS:
        raise HarnessError(
            f"{samples} samples give no interval",
            hint=f"--samples {profiles.FEWEST_ROUNDS} or more, or 0",
        )
    with Shown() as shown:
        fitting = trim_to or tuple(Path(path) for path in paths if Path(path).exists())
        shop = common.workshop(shown.say, engines, profile_files, fitting)
        if only_list:
            _list(shop)
            return
        wanted = _columns(shop, version, chosen, runtimes)
        profiles.check(wanted, shop)
        cases = common.cases_of(paths, areas, tags, without_tag, names)
        settings = common.run_settings(jobs, samples, timeout_s, memory_mib)
        benchmarks = _benchmarks(cases, timed)
        importing = _importing(wanted, modules_of) if with_modules else ()
        asked = _Asked(tuple(wanted), cases, settings, benchmarks, importing, clock)
        path = record_path or common.dated_record("-profiles")
        said = _selection(paths, len(cases), areas, tags, without_tag, names)
        try:
            table, ran = _table(asked, shop, path, shown, said, fresh=fresh)
        except KeyboardInterrupt:
            shown.close()
            click.echo(err=True)  # behind the ^C of a terminal
            common.note("what was measured is kept; the same command goes on from there")
            raise click.Abort from None
    common.deliver(render(table, common.report_options()), output)
    if ran:
        common.note(f"record: {path}")
    if all(row.failure for row in table.rows):
        sys.exit(ExitCode.INCOMPLETE)


@dataclass(frozen=True)
class _Asked:
    """What is to be measured."""

    columns: tuple[ColumnId, ...]
    cases: Sequence[Case]
    settings: Settings
    benchmarks: Sequence[Case]
    importing: Collection[ColumnId]
    clock: str


def _benchmarks(cases: Sequence[Case], timed: Sequence[str]) -> list[Case]:
    found = profiles.benchmarks_of(cases, timed)
    if timed and not found:
        raise HarnessError(
            f"--timed {', '.join(timed)}: no benchmark has that in its ID",
            hint="a benchmark is a script with small and full arguments, docs/cases.md",
            code=ExitCode.NO_CASES,
        )
    return found


def _importing(wanted: Sequence[ColumnId], names: Sequence[str]) -> list[ColumnId]:
    """The columns in which modules are to be imported: those of these profiles, by default all."""
    for name in names:
        if name not in {column.profile for column in wanted}:
            raise HarnessError(
                f"--modules-of {name}: this profile is not among those to be measured",
                hint="profiles: " + ", ".join(dict.fromkeys(c.profile for c in wanted)),
            )
    return [column for column in wanted if not names or column.profile in names]


def _selection(
    paths: Sequence[str],
    count: int,
    areas: Sequence[str],
    tags: Sequence[str],
    without_tag: Sequence[str],
    names: Sequence[str],
) -> str:
    """Which scripts were taken, as "124 scripts of corpus (area io, programs)"."""
    options = {"area": areas, "tag": tags, "without tag": without_tag, "named": names}
    chosen = "; ".join(f"{what} {', '.join(its)}" for what, its in options.items() if its)
    where = ", ".join(paths or common.project().paths)
    return f"{plural(count, 'script')} of {where}" + (f" ({chosen})" if chosen else "")


def _read(path: Path) -> ProfileTable:
    hint = "write one by: harness profiles PATH --format json -o FILE"
    return common.read_file(path, from_json, hint)


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
    asked: _Asked,
    shop: columns.Workshop,
    path: Path,
    shown: Shown,
    corpus: str,
    *,
    fresh: bool,
) -> tuple[ProfileTable, bool]:
    """Build and measure; also whether any script was run, so that there is a record."""
    made = profiles.make_lanes(asked.columns, shop)
    if not made.lanes:
        raise HarnessError(
            f"none of {plural(len(asked.columns), 'profile')} can be built: "
            f"{next(iter(made.failures.values()))}",
            code=ExitCode.INCOMPLETE,
        )
    lanes, choices = columns.prepare(list(made.lanes), shop)
    header = common.header(lanes, choices, asked.settings)
    measured = _measured(lanes, asked, header.machine, shop, fresh=fresh)
    for lane in lanes.candidates:
        if measured.packed(lane.column.id) is None:
            measured.add_packed(lane.column.id, profiles.compressed_size(lane.artefact.path))
    ran = _judge(asked, lanes, header, path, measured, shown)
    importing = _some(lanes, asked.importing)
    modules = _modules(importing, asked.settings, shop, shown, fresh=fresh)
    _time(asked, lanes, measured, shown)
    descriptions = {p.name: p.description for p in shop.catalogue.profiles.values()}
    rows, speeds = profiles.rows(
        asked.columns,
        made,
        descriptions,
        asked.cases,
        asked.benchmarks,
        measured,
        modules,
        asked.clock,
    )
    table = ProfileTable(
        tuple(rows),
        str(choices[0].oracle),
        corpus,
        profiles.COMPRESSION,
        header.machine,
        header.started,
        speeds.each,
        asked.clock,
    )
    return table, ran


def _measured(
    lanes: Lanes,
    asked: _Asked,
    its_machine: Mapping[str, Any],
    shop: columns.Workshop,
    *,
    fresh: bool,
) -> Measured:
    """What was measured before under the same conditions."""
    settings = asdict(asked.settings)
    conditions = {
        "oracles": {str(key): lane.column.fingerprint for key, lane in lanes.oracles.items()},
        "limits": {key: settings[key] for key in settings if key not in ("jobs", "samples")},
        "rules": judge.RULES,
        "machine": {key: its_machine[key] for key in ("system", "machine", "processor", "cores")},
    }
    text = json.dumps(conditions, sort_keys=True)
    name = hashlib.sha256(text.encode()).hexdigest()[:24]
    path = shop.store.folder("profiles") / f"{name}.jsonl"
    if fresh:
        path.unlink(missing_ok=True)
    return Measured(
        Journal(path),
        next(iter(lanes.oracles)),
        {lane.column.id: lane.column.fingerprint for lane in lanes.candidates},
        {case.id: case.sha256 for case in asked.cases},
    )


def _judge(
    asked: _Asked,
    lanes: Lanes,
    header: Header,
    path: Path,
    measured: Measured,
    shown: Shown,
) -> bool:
    """Judge every script in every column, where that was not done; whether any was to be run."""
    lacking = measured.lacking(asked.cases)
    if not lacking:
        return False
    # No quick look at speed: what follows is measured better.
    untimed = replace(asked.settings, samples=0)
    total = sum(map(len, lacking.values()))
    with RecordWriter(path, header) as writer, shown.counting("running", total) as step:
        for cases in lacking.values():
            for case in cases:
                writer.add_case(common.case_info(case))

        def keep(result: CaseResult) -> None:
            measured.add_verdicts(result.case, result.verdicts)
            step(result.case.id)

        for ids, cases in lacking.items():
            run_cases(cases, _some(lanes, ids), untimed, writer, keep)
        writer.finish()
    return True


def _modules(
    lanes: Lanes, settings: Settings, shop: columns.Workshop, shown: Shown, *, fresh: bool
) -> dict[ColumnId, Share]:
    """Of the oracle's modules, how many import in each column."""

    def step(done: int, total: int, module: str) -> None:
        shown.say(f"importing: {done}/{total} {module}")

    if not lanes.candidates:
        return {}
    found = survey(lanes, settings, step, store=shop.store, fresh=fresh)
    return {lane.column.id: Share(*found.imports(lane.column.id)) for lane in lanes.candidates}


def _some(lanes: Lanes, ids: Collection[ColumnId]) -> Lanes:
    """These columns alone, with their oracles."""
    return Lanes(
        [lane for lane in lanes.candidates if lane.column.id in ids], lanes.oracles.values()
    )


def _time(asked: _Asked, lanes: Lanes, measured: Measured, shown: Shown) -> None:
    def step(number: int, total: int, times: Round) -> None:
        measured.add_round(times)
        shown.say(f"timing: round {number} of {total}")

    shown.say("timing")
    with machine.empty_script() as script:
        profiles.take_rounds(
            lanes,
            asked.benchmarks if asked.settings.samples else (),
            profiles.passing(measured.verdicts(asked.benchmarks)),
            script,
            asked.settings,
            measured.rounds,
            step,
        )
