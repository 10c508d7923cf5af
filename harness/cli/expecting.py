"""`harness bless` and `harness review`: what fails is accepted with a reason, never in bulk
unless that is asked for. And the expectations that are in force in a run."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import click

from harness.cli import common
from harness.errors import ExitCode, HarnessError
from harness.expect import Expect, Expectation, Stale, applied, is_glob, plain, stale_entries
from harness.expectations import Acceptance, Edit, accept, file_name, read_expectations
from harness.model import (
    Case,
    Column,
    ColumnId,
    Divergence,
    Record,
    Status,
    Verdict,
)
from harness.record import read_record
from harness.reports.diff import pair_of, stream_diff
from harness.reports.explain import facts, find_case, find_column
from harness.reports.summary import Cell, Summary, summarise
from harness.reports.text import plural, safe

UNEXPECTED = (Status.CHANGED, Status.XPASS, Status.FAIL, Status.FLAKY)
_REFUSED = (Status.SPURIOUS, Status.MISSING)

FOLDER = click.option(
    "--expectations",
    "folder",
    type=common.PATH,
    metavar="DIR",
    help="The folder of the expectations; by default that of harness.yaml.",
)
WITHOUT = click.option(
    "--no-expectations", "without", is_flag=True, help="Take no notice of expectations."
)
STALE = click.option(
    "--stale",
    type=click.Choice(["ignore", "warn", "error"]),
    default="warn",
    show_default=True,
    help="What to do about expectations that are out of date; error exits with 1.",
)


# --------------------------------------------------------------------------- in a run


@dataclass(frozen=True)
class InForce:
    """The expectations of a run. `whole` are the corpora that it runs whole."""

    folder: Path
    entries: tuple[Expectation, ...]
    whole: frozenset[str]

    def on(self, columns: Sequence[Column]) -> Expect:
        """What puts verdicts on these columns in their light; says which have none."""
        for column in columns:
            if not any(entry.applies(column) for entry in self.entries):
                common.note(f"{self.folder} expects nothing of {column.id}")
        return applied(self.entries, columns)

    def stale(self, columns: Sequence[Column], verdicts: Sequence[Verdict]) -> list[Stale]:
        today = date.today()
        return stale_entries(self.entries, columns, verdicts, self.whole, today)


def in_force(
    folder: Path | None,
    without: bool,
    cases: Sequence[Case],
    paths: Sequence[str],
    *,
    filtered: bool,
) -> InForce | None:
    """The expectations for a run of `cases`, which are at `paths`, or None.

    Those of the project file are for the project's own scripts: a run of none of its `paths`
    goes without them. `filtered` says that options left some cases out.
    """
    if without:
        return None
    if folder is None:
        project = common.project()
        if not project.expectations or not _any_at(cases, project.paths):
            return None
        folder = project.expectations
        if not folder.exists():  # nothing was accepted so far
            return InForce(folder, (), frozenset())
        paths = paths or project.paths
    whole = frozenset() if filtered else whole_corpora(cases, paths or common.project().paths)
    return InForce(folder, read_expectations(folder), whole)


def _any_at(cases: Sequence[Case], paths: Sequence[str]) -> bool:
    """Whether one of the cases is at, below or matched by one of the paths, if there are any."""
    places = [os.path.realpath(path) for path in paths]
    scripts = [os.path.realpath(case.path) for case in cases]
    return not places or any(
        script == place or script.startswith(place + os.sep) or fnmatchcase(script, place)
        for place in places
        for script in scripts
    )


def whole_corpora(cases: Sequence[Case], paths: Sequence[str]) -> frozenset[str]:
    """The names of the corpora whose root folder lies in one of the paths."""
    places = [Path(os.path.realpath(path)) for path in paths]
    roots = {}
    for case in cases:
        name, _, below = case.id.partition("/")
        script = os.path.realpath(case.path)
        roots[name] = Path(script.removesuffix(below)) if script.endswith(below) else None
    return frozenset(
        name
        for name, root in roots.items()
        if root and any(root.is_relative_to(place) for place in places)
    )


def say_stale(
    expected: InForce, columns: Sequence[Column], verdicts: Sequence[Verdict], how: str
) -> bool:
    """List the entries that are out of date; whether that makes the run fail."""
    found = expected.stale(columns, verdicts) if how != "ignore" else []
    for entry in found:
        common.note(f"stale expectation {entry.where}: {safe(entry.why)}")
    return bool(found) and how == "error"


# --------------------------------------------------------------------------- a record's cells


class Session:
    """A record's cells in the light of the expectations as they are now."""

    def __init__(self, record_path: Path | None, folder: Path | None) -> None:
        found = folder or common.project().expectations
        if not found:
            raise HarnessError(
                "it is not said where the expectations are",
                hint="give --expectations DIR, or write `expectations: DIR` into harness.yaml",
            )
        self.folder = found
        self.path = record_path or common.newest_record()
        self.record: Record = read_record(self.path)
        if not self.record.complete:
            raise HarnessError(
                f"{self.path} is incomplete: the run did not end",
                hint="run again, then accept what differs",
                code=ExitCode.INCOMPLETE,
            )
        self.summary: Summary = summarise(self.record)
        self.entries: tuple[Expectation, ...] = ()
        self.cells: tuple[Cell, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Read the expectations again and judge by them."""
        self.entries = read_expectations(self.folder) if self.folder.exists() else ()
        expect = applied(self.entries, self.record.header.columns)
        self.cells = tuple(
            replace(cell, verdict=expect(plain(cell.verdict))) for cell in self.summary.cells
        )

    @property
    def unexpected(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.status in UNEXPECTED]

    def accept(self, cells: Sequence[Cell], how: Acceptance) -> list[Edit]:
        """The edits that make these cells expected."""
        for cell in cells:
            self._check_editable(cell)
        return accept(self.folder, [plain(cell.verdict) for cell in cells], how)

    def _check_editable(self, cell: Cell) -> None:
        """A pass is accepted by taking its case out, which only its column's file allows."""
        if cell.status is not Status.XPASS:
            return
        mine = str(self.folder / file_name(cell.column))
        (column,) = [c for c in self.record.header.columns if c.id == cell.column]
        for entry in self.entries:
            elsewhere = entry.where.rpartition(":")[0] != mine
            if elsewhere and entry.applies(column) and entry.names(cell.case.id):
                raise HarnessError(
                    f"{entry.where}: it expects {cell.case.id} to fail in more columns than one",
                    hint="change that entry by hand",
                )


def _dated(_context: click.Context, _parameter: click.Parameter, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(f"{text!r} is no date; write it as 2027-01-31") from None


REASON = click.option(
    "--reason", metavar="TEXT", help="Why this is accepted, for whoever reads it."
)
LINK = click.option("--link", default="", metavar="URL", help="Where more is said of it.")
EXPIRES = click.option(
    "--expires", callback=_dated, metavar="DATE", help="When to look at it again, as 2027-01-31."
)
FLAKY = click.option("--flaky", is_flag=True, help="Accept cells, too, that change by themselves.")
BY_CLASS = click.option(
    "--by-class", is_flag=True, help="Expect the class of difference, not the one cause."
)
COLUMN = click.option(
    "--column", "columns", multiple=True, metavar="COLUMN", help="Only this column."
)


# --------------------------------------------------------------------------- bless


@click.command()
@click.argument("cases", nargs=-1, metavar="[CASE...]")
@COLUMN
@click.option(
    "--signature", "signatures", multiple=True, metavar="ID", help="Only cells with this cause."
)
@click.option(
    "--class",
    "classes",
    multiple=True,
    type=click.Choice([item.value for item in Divergence]),
    metavar="NAME",
    help="Only cells that this class of difference names.",
)
@click.option("--all-failing", is_flag=True, help="Every cell that is not as expected.")
@common.READ_RECORD
@FOLDER
@REASON
@LINK
@EXPIRES
@BY_CLASS
@FLAKY
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--dry-run", is_flag=True, help="Only show what would be written.")
def bless(
    cases: tuple[str, ...],
    columns: tuple[str, ...],
    signatures: tuple[str, ...],
    classes: tuple[str, ...],
    all_failing: bool,
    record_path: Path | None,
    folder: Path | None,
    reason: str | None,
    link: str,
    expires: date | None,
    by_class: bool,
    flaky: bool,
    yes: bool,
    dry_run: bool,
) -> None:
    """Expect cells to be as a record has them, and say why.

    CASE is an ID, the end of one, the path of a script, or a glob. Only what is named is
    written; a case that passes leaves the expectations that it fails.
    """
    if not (cases or signatures or classes or all_failing):
        raise HarnessError(
            "nothing is named to be accepted",
            hint="name cases, --signature ID, --class NAME, or --all-failing",
        )
    session = Session(record_path, folder)
    wanted = _chosen(session, cases, columns, signatures, classes)
    cells = _acceptable(wanted, flaky, strictly=any(not is_glob(case) for case in cases))
    if not cells:
        common.note("nothing to accept: these cells are as expected")
        return
    edits = session.accept(cells, Acceptance(_reason_for(cells, reason), link, expires, by_class))
    _show_edits(edits)
    if dry_run or not edits:
        return
    _ask(yes, len(edits))
    for edit in edits:
        edit.write()
    common.show(f"accepted: {plural(len(cells), 'cell')}")


def _chosen(
    session: Session,
    cases: Sequence[str],
    columns: Sequence[str],
    signatures: Sequence[str],
    classes: Sequence[str],
) -> list[Cell]:
    """The cells that are named; HarnessError for a name that nothing has."""
    names = {id_ for text in cases for id_ in _cases_named(session.summary, text)}
    ids = {find_column(session.summary, text) for text in columns}
    for signature in signatures:
        if not any(_signature(cell) == signature for cell in session.cells):
            raise HarnessError(
                f"no cell of {session.path} has the signature {safe(signature)}",
                hint=f"harness report {session.path} --format json lists them",
            )
    return [
        cell
        for cell in session.cells
        if (not cases or cell.case.id in names)
        and (not ids or str(cell.column) in ids)
        and (not signatures or _signature(cell) in signatures)
        and (not classes or (cell.worst and cell.worst.value in classes))
    ]


def _signature(cell: Cell) -> str | None:
    return cell.verdict.signature.id if cell.verdict.signature else None


def _cases_named(summary: Summary, text: str) -> list[str]:
    ids = [case.id for case in summary.cases]
    if text in ids or not is_glob(text):
        return [find_case(summary, text).id]
    found = [id_ for id_ in ids if fnmatchcase(id_, text)]
    if not found:
        raise HarnessError(
            f"no case of the record matches '{safe(text)}'",
            hint="IDs begin with the corpus's name, as corpus/io/*; a glob may begin with *",
        )
    return found


def _acceptable(cells: Sequence[Cell], flaky: bool, *, strictly: bool) -> list[Cell]:
    """Those that may be expected. With `strictly` the others are refused, else left out."""
    found = [cell for cell in cells if cell.status in UNEXPECTED]
    refused = [cell for cell in cells if cell.status in _REFUSED]
    refused += [cell for cell in found if cell.status is Status.FLAKY and not flaky]
    if refused and strictly:
        first = refused[0]
        hint = "run it again" if first.status in _REFUSED else "give --flaky to expect just that"
        raise HarnessError(
            f"{safe(first.case.id)} in {first.column} is {first.status.value}: "
            "that is not accepted",
            hint=hint,
            code=ExitCode.INCOMPLETE if first.status in _REFUSED else ExitCode.USAGE,
        )
    for status, count in Counter(cell.status.value for cell in refused).items():
        common.note(f"left out: {plural(count, f'{status} cell')}")
    return [cell for cell in found if cell not in refused]


def _reason_for(cells: Sequence[Cell], reason: str | None) -> str:
    """A reason is required unless all that is accepted is that something passes."""
    if all(cell.status is Status.XPASS for cell in cells):
        return ""
    if not reason or not reason.strip():
        raise HarnessError("it is not said why this is accepted", hint="give --reason TEXT")
    return " ".join(reason.split())


def _show_edits(edits: Sequence[Edit]) -> None:
    for edit in edits:
        for line in edit.diff:
            common.show(safe(line))


def _ask(yes: bool, count: int) -> None:
    if yes:
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise HarnessError("nothing was written: nobody can be asked", hint="give --yes")
    if not click.confirm(f"Write {plural(count, 'file')}?"):
        raise click.Abort


# --------------------------------------------------------------------------- review


@click.command()
@COLUMN
@common.READ_RECORD
@FOLDER
@click.option("--accept-all", is_flag=True, help="Accept every cell without asking.")
@REASON
@LINK
@EXPIRES
@BY_CLASS
@FLAKY
def review(
    columns: tuple[str, ...],
    record_path: Path | None,
    folder: Path | None,
    accept_all: bool,
    reason: str | None,
    link: str,
    expires: date | None,
    by_class: bool,
    flaky: bool,
) -> None:
    """Walk through the cells that are not as expected, one by one.

    Each is accepted with a reason, or skipped; what is accepted is written at once. Answers
    are read from standard input, which may be a pipe. The exit code is 0 when nothing
    unexpected is left.
    """
    session = Session(record_path, folder)
    ids = {find_column(session.summary, text) for text in columns}
    cells = [cell for cell in session.unexpected if not ids or str(cell.column) in ids]
    how = Acceptance(reason or "", link, expires, by_class)
    if accept_all:
        chosen = _acceptable(cells, flaky, strictly=False)
        if chosen:
            edits = session.accept(chosen, replace(how, reason=_reason_for(chosen, reason)))
            _show_edits(edits)
            _write(session, edits)
    else:
        Walk(session, how).through(cells)
    left = [cell for cell in session.unexpected if not ids or str(cell.column) in ids]
    common.show(f"{plural(len(left), 'cell')} not as expected")
    for status in _REFUSED:
        count = sum(cell.status is status for cell in session.cells)
        if count:
            common.note(f"{plural(count, f'{status.value} cell')} to be run again")
    sys.exit(ExitCode.CORRECTNESS if left else ExitCode.OK)


def _write(session: Session, edits: Sequence[Edit]) -> None:
    for edit in edits:
        edit.write()
    session.refresh()


class _QuitError(Exception):
    """The user is done, or the input has ended."""


class Walk:
    """One pass over the unexpected cells, with the answers from standard input."""

    def __init__(self, session: Session, how: Acceptance) -> None:
        self.session = session
        self.how = how

    def through(self, cells: Sequence[Cell]) -> None:
        try:
            for number, cell in enumerate(cells, 1):
                current = self._current(cell.case.id, cell.column)
                if current.status in UNEXPECTED:
                    self._show(current, number, len(cells))
                    self._decide(current)
        except _QuitError:
            return

    def _current(self, case: str, column: ColumnId) -> Cell:
        """The cell as it is judged now: an answer may have covered more than its own."""
        found = (c for c in self.session.cells if c.case.id == case and c.column == column)
        return next(found)

    def _show(self, cell: Cell, number: int, count: int) -> None:
        common.show(
            f"\n[{number}/{count}] {cell.status.value}  {safe(cell.case.id)}  {cell.column}"
        )
        for name, text in facts(cell):
            if name in ("expected", "classes", "cause", "reason"):
                common.show(f"  {name:<9} {text}")

    def _decide(self, cell: Cell) -> None:
        alike = self._alike(cell)
        more = f", (c)ause: all {len(alike)} cells of it" if len(alike) > 1 else ""
        answers: dict[str, Callable[[], bool]] = {
            "a": lambda: self._accept([cell]),
            "c": lambda: self._accept(alike),
            "s": lambda: True,
            "d": lambda: self._diff(cell),
        }
        while True:
            answer = self._read(f"(a)ccept{more}, (s)kip, (d)iff, (q)uit? ").lower()[:1]
            if answer == "q":
                raise _QuitError
            if answer in answers and answers[answer]():
                return

    def _alike(self, cell: Cell) -> list[Cell]:
        """The unexpected cells of all columns with the same cause and the same status."""
        signature = _signature(cell)
        return [
            other
            for other in self.session.unexpected
            if other.status is cell.status and signature and _signature(other) == signature
        ] or [cell]

    def _accept(self, cells: Sequence[Cell]) -> bool:
        how = self.how
        if any(cell.status is not Status.XPASS for cell in cells) and not how.reason:
            reason = self._read("reason: ")
            if not reason:
                common.show("it needs a reason")
                return False
            how = replace(how, reason=" ".join(reason.split()))
        edits = self.session.accept(cells, how)
        _show_edits(edits)
        _write(self.session, edits)
        return True

    def _diff(self, cell: Cell) -> bool:
        pair = pair_of(cell)
        lines = [
            line for stream in ("stdout", "stderr") if pair for line in stream_diff(pair, stream)
        ]
        common.show("\n".join(lines) or "the outputs are the same")
        return False

    def _read(self, prompt: str) -> str:
        click.echo(prompt, nl=False)
        line = sys.stdin.readline()
        if not line.endswith("\n") and not line:
            click.echo()
            raise _QuitError
        if not sys.stdin.isatty():
            click.echo()  # nobody has typed the line's end
        return line.strip()
