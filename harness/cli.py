"""The command `harness`: read the arguments, call, print, exit. The story of a run reads here."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from harness import __version__, columns, doctor, judge, machine, reports
from harness.cache import Cache
from harness.corpus import collect
from harness.errors import ExitCode, HarnessError
from harness.execute import run_tool
from harness.model import Case, CaseInfo, ColumnId, Header, OracleChoice, Status, Verdict
from harness.progress import Shown
from harness.record import RecordWriter, read_record
from harness.run import CaseResult, Lanes, Settings, run_cases, time_cases

PATH = click.Path(path_type=Path)
JOBS = len(os.sched_getaffinity(0))
COLUMNS = click.option(
    "--columns",
    "columns_text",
    metavar="LIST",
    help="Column IDs, comma-separated, as cpython@3.14; by default RustPython in each runtime.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="harness")
def command() -> None:
    """Will my scripts run on RustPython, how fast, and what breaks?

    Runs scripts under CPython (the oracle), RustPython in a native host and RustPython as
    WebAssembly, and shows what differs.

    Exit codes: 0 as expected, 1 incompatible with --strict, 2 usage or unreadable input,
    3 incomplete, 4 no case, 70 a fault of its own, 130 interrupted.
    """


@command.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@COLUMNS
@click.option("--area", "areas", multiple=True, metavar="NAME", help="Only cases of this area.")
@click.option("--tag", "tags", multiple=True, metavar="NAME", help="Only cases with this tag.")
@click.option("--without-tag", multiple=True, metavar="NAME", help="No case with this tag.")
@click.option("-k", "names", multiple=True, metavar="TEXT", help="Only cases with this in the ID.")
@click.option(
    "--record",
    "record_path",
    type=PATH,
    metavar="FILE",
    help="The record to write; by default a dated one in .harness/.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    default=JOBS,
    show_default=True,
    metavar="N",
    help="Cases at a time.",
)
@click.option(
    "--samples",
    type=click.IntRange(0),
    default=3,
    show_default=True,
    metavar="N",
    help="Timed runs of each agreeing cell; 0 for none.",
)
@click.option(
    "--timeout",
    "timeout_s",
    type=click.FloatRange(0.1),
    metavar="SECONDS",
    help="One limit for every attempt, in place of the case's or those derived from the oracle.",
)
@click.option(
    "--memory",
    "memory_mib",
    type=click.IntRange(64),
    default=4096,
    metavar="MIB",
    show_default=True,
    help="Memory that one attempt may use.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 when a cell is not compatible.")
@click.option("--all", "show_all", is_flag=True, help="Show every cause and cell.")
def run(
    paths: tuple[str, ...],
    columns_text: str | None,
    areas: tuple[str, ...],
    tags: tuple[str, ...],
    without_tag: tuple[str, ...],
    names: tuple[str, ...],
    record_path: Path | None,
    jobs: int,
    samples: int,
    timeout_s: float | None,
    memory_mib: int,
    strict: bool,
    show_all: bool,
) -> None:
    """Run scripts in every column and show the matrix.

    Each PATH is a script, a folder of scripts, or a glob. What a column needs is built or
    found on the way.
    """
    cases = collect(
        paths, areas=areas, tags=tags, without_tags=without_tag, names=names, warn=_note
    )
    wanted = _wanted(columns_text)
    settings = Settings(jobs, samples, timeout_s, memory_bytes=memory_mib << 20)
    path = record_path or _dated_record()
    with Shown() as shown:
        workshop = columns.Workshop(run_tool, Cache.default(), shown.say)
        lanes, choices = columns.prepare(wanted, workshop)
        with RecordWriter(path, _header(lanes, choices, settings)) as writer:
            try:
                verdicts = _run_and_time(cases, lanes, settings, writer, shown)
            except KeyboardInterrupt:
                shown.close()
                click.echo(err=True)  # behind the ^C of a terminal
                _note(f"what was done is in {path}, which says that it is incomplete")
                raise click.Abort from None
            writer.finish()
    _print(reports.FORMATS["terminal"](read_record(path), _options(show_all)))
    _print(f"record: {path}")
    sys.exit(_exit_code(verdicts, strict=strict))


def _wanted(columns_text: str | None) -> list[ColumnId]:
    if columns_text is None:
        return columns.default_columns()
    return columns.parse_columns(columns_text)


def _run_and_time(
    cases: Sequence[Case], lanes: Lanes, settings: Settings, writer: RecordWriter, shown: Shown
) -> list[Verdict]:
    for case in cases:
        writer.add_case(_case_info(case))
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


def _exit_code(verdicts: Sequence[Verdict], *, strict: bool) -> ExitCode:
    """Without expectations a run is a survey; correctness outranks what is incomplete."""
    statuses = {verdict.status for verdict in verdicts}
    if strict and statuses & {Status.FAIL, Status.FLAKY, Status.XPASS, Status.CHANGED}:
        return ExitCode.CORRECTNESS
    if statuses & {Status.SPURIOUS, Status.MISSING}:
        return ExitCode.INCOMPLETE
    return ExitCode.OK


def _dated_record() -> Path:
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return Path(".harness") / f"{now[:23].replace(':', '-')}.jsonl"


def _header(lanes: Lanes, choices: Sequence[OracleChoice], settings: Settings) -> Header:
    started = datetime.now(UTC)
    everyone = {
        lane.column.id: lane.column for lane in (*lanes.oracles.values(), *lanes.candidates)
    }
    return Header(
        run_id=f"{started:%Y%m%dT%H%M%S}-{os.getpid()}",
        started=started.isoformat(timespec="seconds"),
        harness_version=__version__,
        command=" ".join(["harness", *sys.argv[1:]]),
        machine=machine.describe(),
        columns=tuple(everyone.values()),
        oracles=tuple(choices),
        settings={**settings.__dict__, "rules": judge.RULES},
    )


def _case_info(case: Case) -> CaseInfo:
    path = os.path.relpath(case.path)
    size = case.path.stat().st_size
    return CaseInfo(
        case.id, case.area, case.sha256, case.description, case.tags, case.needs, path, size
    )


# --------------------------------------------------------------------------- reading records


@command.command()
@click.argument("record_path", type=PATH, metavar="RECORD")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted(reports.FORMATS)),
    default="terminal",
    show_default=True,
)
@click.option("-o", "--output", type=PATH, metavar="FILE", help="Write to this file.")
@click.option("--all", "show_all", is_flag=True, help="Show every cause and cell.")
def report(record_path: Path, format_name: str, output: Path | None, show_all: bool) -> None:
    """Show a record again, in any format.

    Nothing is run: all that a report shows is in the RECORD.
    """
    text = reports.FORMATS[format_name](read_record(record_path), _options(show_all))
    if output:
        _write_file(output, text)
    else:
        _print(text)


@command.command()
@click.argument("case")
@click.option("--column", "column_text", metavar="COLUMN", help="Only this column.")
@click.option(
    "--record",
    "record_path",
    type=PATH,
    metavar="FILE",
    help="The record to read; by default the newest in .harness/.",
)
@click.option("--all", "show_all", is_flag=True, help="Show every line of a difference.")
def explain(case: str, column_text: str | None, record_path: Path | None, show_all: bool) -> None:
    """Show why a case got its verdicts.

    CASE is its ID, the end of that, or the path of its script.
    """
    record = read_record(record_path or _newest_record())
    _print(reports.explain(record, case, column_text, _options(show_all)))


def _newest_record() -> Path:
    found = sorted(Path(".harness").glob("*.jsonl"))
    if not found:
        raise HarnessError(
            "there is no record in .harness/", hint="harness run PATH, or --record FILE"
        )
    return found[-1]


# --------------------------------------------------------------------------- making things


@command.command()
@COLUMNS
def build(columns_text: str | None) -> None:
    """Build or find what the columns need.

    What is there is not built again.
    """
    wanted = _wanted(columns_text)
    with Shown() as shown:
        lanes, choices = columns.prepare(
            wanted, columns.Workshop(run_tool, Cache.default(), shown.say)
        )
    for lane in (*lanes.oracles.values(), *lanes.candidates):
        _print(f"{lane.column.id}: {lane.artefact.path}")
    for choice in choices:
        if not choice.exact:
            _print(f"note: {choice.candidate} claims {choice.claimed}, judged by {choice.oracle}")


@command.command(name="doctor")
def doctor_command() -> None:
    """Say what is missing and how to mend it."""
    checks = doctor.examine(tools=run_tool, cache=Cache.default())
    for check in checks:
        _print(f"{check.status:8} {check.name}: {check.detail}")
        if check.fix:
            _print(f"{'':8} fix: {check.fix}")
    if any(check.status in ("missing", "problem") for check in checks):
        sys.exit(ExitCode.INCOMPLETE)


# --------------------------------------------------------------------------- the one boundary


def _print(text: str) -> None:
    try:
        click.echo(text, nl=not text.endswith("\n"))
    except BrokenPipeError:
        # The reader has gone. What is still to say goes nowhere, and the exit code stays.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise HarnessError(f"cannot write the output: {error.strerror}") from error


def _note(text: str) -> None:
    click.echo(f"harness: {text}", err=True)


def _options(show_all: bool) -> reports.ReportOptions:
    terminal = sys.stdout.isatty()
    width = max(60, shutil.get_terminal_size().columns) if terminal else 80
    return reports.ReportOptions(width=width, color=_colour(terminal), all=show_all)


def _colour(terminal: bool) -> bool:
    """NO_COLOR is a convention of many tools: set to anything, it means none."""
    return terminal and not os.environ.get("NO_COLOR")


def _write_file(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise HarnessError(f"cannot write {path}: {error.strerror}") from error


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _ignore(*_: object) -> None:
    """A signal that is to have no effect."""


def _catch_signals() -> None:
    """End in order. What was ignored stays so for us, but scripts must not inherit that."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        ignored = signal.getsignal(number) is signal.SIG_IGN
        signal.signal(number, _ignore if ignored else _interrupt)


def _open_streams() -> None:
    """Stand in for streams that were closed before we began, as by `2>&-`."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest free number, which is this one
            setattr(sys, name, open(number, "r" if number == 0 else "w"))  # noqa: SIM115


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; every error of the user's becomes one line and its exit code."""
    _open_streams()
    _catch_signals()
    try:
        command.main(arguments, prog_name="harness", standalone_mode=False)
    except HarnessError as error:
        _fail(error.message, error.hint, error.code)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except click.ClickException as error:
        _fail(error.format_message(), _help_command(error), ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        _fail("interrupted", None, ExitCode.INTERRUPTED)
    except Exception:  # noqa: BLE001 - the one boundary
        click.echo("harness: a fault of its own, please report it:", err=True)
        click.echo(traceback.format_exc(), err=True)
        sys.exit(ExitCode.INTERNAL)


def _fail(message: str, hint: str | None, code: ExitCode) -> NoReturn:
    _note(message)
    if hint:
        click.echo(f"  {hint}", err=True)
    sys.exit(code)


def _help_command(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{context.command_path if context else 'harness'} --help"
