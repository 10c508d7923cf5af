"""What the commands share: options, printing, files, and the way to columns that are ready."""

from __future__ import annotations

import glob
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from harness import __version__, columns, judge, machine, reports
from harness.cache import Cache
from harness.corpus import collect
from harness.engines import profiles
from harness.errors import ExitCode, HarnessError
from harness.execute import run_tool
from harness.lanes import Lanes
from harness.model import (
    Case,
    CaseInfo,
    Column,
    ColumnId,
    Header,
    OracleChoice,
    Progress,
    Start,
    Status,
    Verdict,
)
from harness.project import Project, find_project
from harness.run import Settings

PATH = click.Path(path_type=Path)
JOBS = len(os.sched_getaffinity(0))
RECORDS = Path(".harness")

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

COLUMNS = click.option(
    "--columns",
    "columns_text",
    metavar="LIST",
    help="Column IDs, comma-separated, as cpython@3.14, or the name of a set in harness.yaml; "
    "by default RustPython in each runtime.",
)
ENGINE = click.option(
    "--engine",
    "engines",
    multiple=True,
    metavar="NAME=SOURCE",
    help="A checkout as a version, as rustpython@main=path:DIR or =git:DIR#REV.",
)
ORACLE = click.option(
    "--oracle",
    "oracle_text",
    metavar="COLUMN",
    help="The CPython that judges every candidate, as cpython@3.13; by default for each the "
    "one whose version it claims.",
)
PROFILE_FILES = click.option(
    "--profiles",
    "profile_files",
    type=PATH,
    multiple=True,
    metavar="FILE",
    help="A file with profiles of your own; may be given again.",
)
TRIM_TO = click.option(
    "--trim-to",
    type=PATH,
    multiple=True,
    metavar="PATH",
    help="What a trimmed library is to serve: a script, or a folder of them; may be given again.",
)
RECORD = click.option(
    "--record",
    "record_path",
    type=PATH,
    metavar="FILE",
    help="The record to write; by default a dated one in .harness/.",
)
READ_RECORD = click.option(
    "--record",
    "record_path",
    type=PATH,
    metavar="FILE",
    help="The record to read; by default the newest in .harness/.",
)
ALL = click.option("--all", "show_all", is_flag=True, help="Show every cause and cell.")
OUTPUT = click.option("-o", "--output", type=PATH, metavar="FILE", help="Write to this file.")
JOBS_OPTION = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    default=JOBS,
    show_default=True,
    metavar="N",
    help="Cases at a time.",
)
_SELECTION = (
    click.option("--area", "areas", multiple=True, metavar="NAME", help="Only this area's cases."),
    click.option("--tag", "tags", multiple=True, metavar="NAME", help="Only cases with this tag."),
    click.option("--without-tag", multiple=True, metavar="NAME", help="No case with this tag."),
    click.option(
        "-k", "names", multiple=True, metavar="TEXT", help="Only cases with this in the ID."
    ),
)
_LIMITS = (
    click.option(
        "--timeout",
        "timeout_s",
        type=click.FloatRange(0.1),
        metavar="SECONDS",
        help="One limit for every attempt, in place of the case's or those derived from the "
        "oracle.",
    ),
    click.option(
        "--memory",
        "memory_mib",
        type=click.IntRange(64),
        metavar="MIB",
        help="Memory that one attempt may use; by default 4096.",
    ),
)


def selection(command: F) -> F:
    """The options that choose cases: `areas`, `tags`, `without_tag`, `names`."""
    return _decorated(command, _SELECTION)


def limits(command: F) -> F:
    """The options that limit an attempt: `timeout_s`, `memory_mib`."""
    return _decorated(command, _LIMITS)


def _decorated(command: F, options: Sequence[Callable[[F], F]]) -> F:
    for option in reversed(options):
        command = option(command)
    return command


# --------------------------------------------------------------------------- what is given


def project() -> Project:
    """The project file in force: one of this folder or above it, or an empty one."""
    context = click.get_current_context()
    found = context.find_object(Project)
    if found is None:
        found = find_project(Path.cwd())
        context.find_root().obj = found
    return found


def cases_of(
    paths: Sequence[str],
    areas: Sequence[str] = (),
    tags: Sequence[str] = (),
    without_tag: Sequence[str] = (),
    names: Sequence[str] = (),
) -> list[Case]:
    """The cases that the arguments name, else those of the project file."""
    paths = tuple(paths) or project().paths
    if not paths:
        raise HarnessError("no PATH is given", hint="name scripts or folders, as corpus/")
    return collect(paths, areas=areas, tags=tags, without_tags=without_tag, names=names, warn=note)


def wanted_columns(columns_text: str | None, shop: columns.Workshop) -> list[ColumnId]:
    """The columns that are asked for: IDs, the name of a set, or the default ones."""
    sets = project().columns
    chosen = columns_text
    if chosen is None:
        if "default" not in sets:
            return columns.default_columns()
        chosen = "default"
    return columns.parse_columns(",".join(sets.get(chosen, (chosen,))), shop)


def wanted_oracle(oracle_text: str | None) -> ColumnId | None:
    """The CPython that --oracle names, if any."""
    return columns.parse_oracle(oracle_text) if oracle_text else None


def workshop(
    progress: Progress,
    engines: Sequence[str] = (),
    profile_files: Sequence[Path] = (),
    trim_to: Sequence[Path] = (),
    start: Start = Start.COLD,
) -> columns.Workshop:
    """What makes artefacts: the tools, the user's cache, checkouts, profiles.

    Checkouts are those of `engines`, as for `--engine`, and of the project file, of the same
    name those of `engines`.
    A trimmed library is trimmed to `trim_to`, else to the scripts of the project file.
    With a fast `start` the lanes have what that takes.
    """
    given = project()
    found = (Path(path) for text in given.paths for path in glob.glob(text, recursive=True))
    catalogue = profiles.load((*given.profiles, *profile_files), trim_to=(*trim_to,) or (*found,))
    shop = columns.Workshop(run_tool, Cache.default(), progress, start=start, catalogue=catalogue)
    named = set(map(_checkout_name, engines))
    of_project = [text for text in given.engines if _checkout_name(text) not in named]
    return shop.with_checkouts((*of_project, *engines))


def _checkout_name(text: str) -> str:
    """The name that `[rustpython@]NAME=SOURCE` gives."""
    return text.partition("=")[0].rpartition("@")[2]


def run_settings(
    jobs: int,
    samples: int,
    timeout_s: float | None,
    memory_mib: int | None,
    start: Start = Start.COLD,
) -> Settings:
    """The settings of a run: options first, then the project file, then what is built in."""
    given = project()
    memory_bytes = (memory_mib or given.memory_mib or 4096) << 20
    return Settings(
        jobs, samples, timeout_s or given.timeout_s, memory_bytes=memory_bytes, start=start
    )


# --------------------------------------------------------------------------- records


def dated_record(suffix: str = "") -> Path:
    """A new name in `.harness/`; dated ones sort by time."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return RECORDS / f"{now[:23].replace(':', '-')}{suffix}.jsonl"


def newest_record() -> Path:
    """The record that was written last to `.harness/`."""
    found = sorted(RECORDS.glob("*.jsonl"))
    if not found:
        raise HarnessError(
            f"there is no record in {RECORDS}/", hint="harness run PATH, or --record FILE"
        )
    return found[-1]


def header(lanes: Lanes, choices: Sequence[OracleChoice], settings: Settings) -> Header:
    """The first line of the record of a run that starts now."""
    started = datetime.now(UTC)
    return Header(
        run_id=f"{started:%Y%m%dT%H%M%S}-{os.getpid()}",
        started=started.isoformat(timespec="seconds"),
        harness_version=__version__,
        command=" ".join(["harness", *sys.argv[1:]]),
        machine=machine.describe(),
        columns=_columns(lanes),
        oracles=tuple(choices),
        settings={**asdict(settings), "rules": judge.RULES},
    )


def _columns(lanes: Lanes) -> tuple[Column, ...]:
    everyone = (*lanes.oracles.values(), *lanes.candidates)
    return tuple({lane.column.id: lane.column for lane in everyone}.values())


def case_info(case: Case) -> CaseInfo:
    """What a record keeps of a case."""
    path = os.path.relpath(case.path)
    size = case.path.stat().st_size
    return CaseInfo(
        id=case.id,
        area=case.area,
        sha256=case.sha256,
        description=case.description,
        tags=case.tags,
        needs=case.needs,
        path=path,
        size=size,
        compare=case.compare,
        raises=case.raises,
        skip=case.skip,
    )


def exit_code(verdicts: Sequence[Verdict], *, strict: bool, expected: bool = False) -> ExitCode:
    """Without expectations a run is a survey; correctness outranks what is incomplete."""
    statuses = {verdict.status for verdict in verdicts}
    wrong = {Status.XPASS, Status.CHANGED} if expected or strict else set()
    if expected or strict:
        wrong |= {Status.FAIL, Status.FLAKY}
    if statuses & wrong:
        return ExitCode.CORRECTNESS
    if statuses & {Status.SPURIOUS, Status.MISSING}:
        return ExitCode.INCOMPLETE
    return ExitCode.OK


# --------------------------------------------------------------------------- saying it


def show(text: str) -> None:
    """Print on stdout, ended by one newline."""
    try:
        click.echo(text, nl=not text.endswith("\n"))
    except BrokenPipeError:
        _say_no_more()  # the reader has gone, and the exit code stays
    except OSError as error:
        _say_no_more()
        raise HarnessError(f"cannot write the output: {error.strerror}") from error


def _say_no_more() -> None:
    """What is still in a buffer goes nowhere: else Python tries again at its end, and exits
    with 120."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def note(text: str) -> None:
    """Say on stderr what is not part of the answer."""
    click.echo(f"harness: {text}", err=True)


def deliver(text: str, output: Path | None) -> None:
    """Print, or write to the file that was named."""
    if output:
        write_file(output, text)
    else:
        show(text)


def read_file(path: Path, parse: Callable[[str], T], hint: str) -> T:
    """What `parse` makes of a file's text; HarnessError names the file when it holds none."""
    try:
        return parse(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise HarnessError(f"cannot read {path}: {error.strerror}") from error
    except ValueError as error:
        raise HarnessError(f"{path}: {error}", hint=hint) from error


def report_options(show_all: bool = False) -> reports.ReportOptions:
    """How wide, in colour or not."""
    terminal = sys.stdout.isatty()
    width = max(60, shutil.get_terminal_size().columns) if terminal else 80
    return reports.ReportOptions(width=width, color=_colour(terminal), all=show_all)


def _colour(terminal: bool) -> bool:
    """NO_COLOR is a convention of many tools: set to anything, it means none."""
    return terminal and not os.environ.get("NO_COLOR")


def write_file(path: Path, text: str) -> None:
    """Write a report; HarnessError names the file when that fails, and an older one stays."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
            path.write_text(text, encoding="utf-8", errors="backslashreplace")
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(text, encoding="utf-8", errors="backslashreplace")
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise HarnessError(f"cannot write {path}: {error.strerror}") from error
