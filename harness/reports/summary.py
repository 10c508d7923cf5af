"""What every report shows, derived from a record once and alike for all formats. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from harness.model import (
    JUDGED,
    Attempt,
    CaseInfo,
    ColumnId,
    Divergence,
    OracleChoice,
    Outcome,
    Record,
    Role,
    Signature,
    StartUp,
    Status,
    Timing,
    Verdict,
)
from harness.reports.text import plural, repeat_command, safe, times

# Cells that a user should look at, and cells that say nothing about the candidate.
FAILING = (Status.FAIL, Status.CHANGED, Status.XPASS, Status.FLAKY)
NOT_JUDGED = tuple(status for status in Status if status not in JUDGED)
_KINDS = 3  # of errors that are named
_EXPECTING = (Status.XFAIL, Status.XPASS, Status.CHANGED)

MEANING: Mapping[Status, str] = {
    Status.PASS: "compatible with the oracle",
    Status.FAIL: "not compatible with the oracle",
    Status.FLAKY: "the candidate's own repeats disagree",
    Status.UNSUPPORTED: "the column lacks a capability that the case needs",
    Status.SKIP: "left out, as the case says",
    Status.BAD_SCRIPT: "the oracle itself does not run it",
    Status.UNSTABLE_ORACLE: "the oracle's own runs disagree",
    Status.SPURIOUS: "a fault of the harness or the machine",
    Status.MISSING: "nothing was observed",
    Status.XFAIL: "fails as expected",
    Status.XPASS: "expected to fail, but passes",
    Status.CHANGED: "fails, but not in the way expected",
}


@dataclass(frozen=True)
class Score:
    """Counts over some cells of one column. Both numbers' denominator is `judged`."""

    statuses: Mapping[Status, int]
    compatible: int
    strict: int

    @property
    def judged(self) -> int:
        return sum(self.statuses.get(status, 0) for status in JUDGED)

    @property
    def cells(self) -> int:
        return sum(self.statuses.values())

    @property
    def severity(self) -> str:
        """How bad the share of compatible cells is: `s0` all of them to `s4` under half;
        `none`: nothing judged."""
        if not self.judged:
            return "none"
        share = self.compatible / self.judged
        return f"s{sum(share < limit for limit in (1, 0.95, 0.8, 0.5))}"


@dataclass(frozen=True)
class Cell:
    """One case in one candidate column, with what was observed on both sides."""

    case: CaseInfo
    verdict: Verdict
    timing: Timing | None = None
    candidates: tuple[Attempt, ...] = ()
    oracles: tuple[Attempt, ...] = ()
    asked: ColumnId | None = None  # its oracle, where that is not of the claimed version

    @property
    def command(self) -> str:
        """The command that repeats the cell."""
        return repeat_command(self.case, self.column, self.asked)

    @property
    def column(self) -> ColumnId:
        return self.verdict.column

    @property
    def status(self) -> Status:
        return self.verdict.status

    @property
    def worst(self) -> Divergence | None:
        """The class that names the cell."""
        return self.verdict.classes[0] if self.verdict.classes else None

    @property
    def candidate(self) -> Attempt | None:
        """The attempt that the verdict speaks of: the first one with its outcome."""
        same = (a for a in self.candidates if a.observation.outcome is self.verdict.outcome)
        return next(same, next(iter(self.candidates), None))

    @property
    def outcome(self) -> Outcome | None:
        if self.verdict.outcome or not self.candidate:
            return self.verdict.outcome
        return self.candidate.observation.outcome

    @property
    def exit_code(self) -> int | None:
        return self.candidate.observation.exit_code if self.candidate else None

    @property
    def drift(self) -> str:
        """The other versions of the oracle that it agrees with, as `equals 3.12`; else ""."""
        versions = [column.version for column in self.verdict.equals]
        return f"equals {', '.join(versions)}" if versions else ""

    @property
    def why(self) -> str:
        """One printable line on why the cell is as it is; "" for a plain pass."""
        return "; ".join(filter(None, (self.drift, self.cause)))

    @property
    def cause(self) -> str:
        """The same without the versions that it equals."""
        if self.status is Status.XFAIL and self.verdict.expectation:
            return safe(self.verdict.expectation)
        expected = f"expected was: {self.verdict.expectation}" if self.verdict.expectation else ""
        return "; ".join(filter(None, (self._observed, safe(expected))))

    @property
    def _observed(self) -> str:
        verdict = self.verdict
        if verdict.reason:
            return safe(verdict.reason)
        if verdict.signature:
            return safe(verdict.signature.text)
        classes = ", ".join(divergence.value for divergence in verdict.classes)
        if self.status is Status.PASS:
            return classes
        return classes or MEANING[self.status]


@dataclass(frozen=True)
class Cause:
    """The cells that share a signature. `blocking` ones are not compatible, and with
    `expected` all of these fail as expected.

    `scripts` counts the cases in each column that has any.
    """

    signature: Signature
    divergence: Divergence | None
    blocking: bool
    cells: tuple[Cell, ...]
    scripts: Mapping[ColumnId, int]
    cases: int
    smallest: CaseInfo
    expected: bool = False

    @property
    def text(self) -> str:
        """The signature's text with its class in front, printable."""
        text = safe(self.signature.text)
        name = self.divergence.value if self.divergence else ""
        return text if text.startswith(name) else f"{name}: {text}"


@dataclass(frozen=True)
class Median:
    value: float
    cells: int


@dataclass(frozen=True)
class Speed:
    """A quick look at a column. Ratios are to its oracle, medians over the cells counted.

    `common` is `execution` over the cases that every timed column has in common.
    """

    column: ColumnId
    start_up: StartUp | None
    execution: Median | None
    total: Median | None
    common: Median | None


@dataclass(frozen=True)
class Summary:
    """A record's cells and totals. `columns` are the candidates, in the record's order."""

    record: Record
    columns: tuple[ColumnId, ...]
    cells: tuple[Cell, ...]

    @cached_property
    def areas(self) -> tuple[str, ...]:
        return tuple(sorted({cell.case.area for cell in self.cells}))

    @cached_property
    def cases(self) -> tuple[CaseInfo, ...]:
        return tuple({cell.case.id: cell.case for cell in self.cells}.values())

    @cached_property
    def matrix(self) -> Mapping[tuple[str, ColumnId], Score]:
        groups: dict[tuple[str, ColumnId], list[Cell]] = defaultdict(list)
        for cell in self.cells:
            groups[cell.case.area, cell.column].append(cell)
        return {key: score(cells) for key, cells in groups.items()}

    @cached_property
    def totals(self) -> Mapping[ColumnId, Score]:
        return {
            column: score(cell for cell in self.cells if cell.column == column)
            for column in self.columns
        }

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """Blocking ones first, of these what is not expected, then by the scripts that they
        cost, then by severity."""
        groups: dict[str, list[Cell]] = defaultdict(list)
        for cell in self.cells:
            if cell.verdict.signature and cell.verdict.strict is not True:
                groups[cell.verdict.signature.id].append(cell)
        return tuple(sorted(map(_cause, groups.values()), key=_cause_rank))

    @cached_property
    def failing(self) -> tuple[Cell, ...]:
        """With expectations, the cells that are not as expected."""
        return tuple(cell for cell in self.cells if cell.status in FAILING)

    @cached_property
    def has_expectations(self) -> bool:
        """Whether the run had any: then what is not as expected is shown first."""
        told = any(cell.status in _EXPECTING for cell in self.cells)
        return told or "expectations" in self.record.header.settings

    @property
    def failing_title(self) -> str:
        return "Not as expected" if self.has_expectations else "Failing"

    @cached_property
    def version_sensitive(self) -> tuple[str, ...]:
        """The IDs of the cases on which the run's CPythons disagree."""
        cells = (cell.case.id for cell in self.cells if cell.verdict.version_sensitive)
        return tuple(dict.fromkeys(cells))

    @cached_property
    def erring(self) -> Mapping[str, tuple[str, ...]]:
        """The cases that agree in ending with an error which their headers do not announce, by
        the oracle's exception or exit code; the commonest first."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for cell in self.cells:
            seen = cell.oracles[0].observation if cell.oracles else None
            if seen and cell.verdict.compatible and seen.outcome in (Outcome.RAISED, Outcome.EXIT):
                kind = seen.exception.type if seen.exception else f"exit {seen.exit_code}"
                if cell.case.raises is None:
                    found[kind][cell.case.id] = None
        groups = sorted(found.items(), key=lambda group: (-len(group[1]), group[0]))
        return {kind: tuple(cases) for kind, cases in groups}

    @cached_property
    def drifting(self) -> Mapping[tuple[ColumnId, ColumnId], int]:
        """How many cells equal another CPython than their oracle, by column and that CPython."""
        return Counter((cell.column, other) for cell in self.cells for other in cell.verdict.equals)

    @cached_property
    def reasons(self) -> Mapping[tuple[Status, str], Sequence[Cell]]:
        """The cells that are not judged, by status and reason; the largest group first."""
        groups: dict[tuple[Status, str], list[Cell]] = defaultdict(list)
        for cell in self.cells:
            if cell.status in NOT_JUDGED:
                groups[cell.status, cell.why].append(cell)
        return dict(sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])))

    @cached_property
    def speeds(self) -> tuple[Speed, ...]:
        """One for each column of the record that has a start-up time or a timed cell."""
        columns = [column.id for column in self.record.header.columns]
        speeds = (self._speed(column) for column in _ordered(columns, self.columns))
        return tuple(speed for speed in speeds if speed.start_up or speed.total)

    def _speed(self, column: ColumnId) -> Speed:
        timings = [t for t in self.record.timings if t.column == column]
        executed = [(t.case, t.ratio) for t in timings if t.ratio is not None]
        start_up = (s for s in self.record.start_ups if s.column == column)
        return Speed(
            column,
            next(start_up, None),
            _median([ratio for _, ratio in executed]),
            _median([t.total_ratio for t in timings]),
            _median([ratio for case, ratio in executed if case in self._timed_in_all]),
        )

    @cached_property
    def _timed_in_all(self) -> frozenset[str]:
        cases: dict[ColumnId, set[str]] = defaultdict(set)
        for timing in self.record.timings:
            if timing.ratio is not None:
                cases[timing.column].add(timing.case)
        return frozenset(set.intersection(*cases.values())) if len(cases) > 1 else frozenset()

    @cached_property
    def slowest(self) -> tuple[Timing, ...]:
        """By execution; cells that run too short for that are left out."""
        timed = [t for t in self.record.timings if t.ratio is not None]
        return tuple(sorted(timed, key=lambda t: (-(t.ratio or 0), t.case, t.column)))


def summarise(record: Record) -> Summary:
    """Every case in every candidate column is a cell; one without a verdict is `missing`."""
    columns = _candidates(record)
    cases = _cases(record)
    oracles = {choice.candidate: choice.oracle for choice in record.header.oracles}
    asked = {c.candidate: c.oracle for c in record.header.oracles if not c.exact}
    verdicts = {(v.case, v.column): v for v in record.verdicts}
    timings = {(t.case, t.column): t for t in record.timings}
    attempts = _by_cell(record.attempts)
    cells = []
    for case in cases:
        for column in columns:
            verdict = verdicts.get((case.id, column)) or _missing(case, column, oracles)
            mine = attempts.get((case.id, column, Role.CANDIDATE), ())
            its = attempts.get((case.id, verdict.oracle, Role.ORACLE), ())
            # Where the full arguments overturned a verdict, it is on the attempts with those.
            full = any(attempt.full for attempt in mine)
            mine, its = (tuple(a for a in runs if a.full is full) for runs in (mine, its))
            timing = timings.get((case.id, column))
            cells.append(Cell(case, verdict, timing, mine, its, asked.get(column)))
    return Summary(record, columns, tuple(cells))


def _candidates(record: Record) -> tuple[ColumnId, ...]:
    chosen = [choice.candidate for choice in record.header.oracles]
    return _ordered(chosen, (verdict.column for verdict in record.verdicts))


def _ordered(first: Iterable[ColumnId], others: Iterable[ColumnId]) -> tuple[ColumnId, ...]:
    return tuple(dict.fromkeys([*first, *others]))


def _cases(record: Record) -> list[CaseInfo]:
    known = {case.id: case for case in record.cases}
    for verdict in record.verdicts:
        known.setdefault(verdict.case, CaseInfo(verdict.case, "?", ""))
    return [known[case] for case in sorted(known)]


def _missing(case: CaseInfo, column: ColumnId, oracles: Mapping[ColumnId, ColumnId]) -> Verdict:
    oracle = oracles.get(column, column)
    return Verdict(case.id, column, oracle, Status.MISSING, reason="the run did not get to it")


def _by_cell(
    attempts: Iterable[Attempt],
) -> Mapping[tuple[str, ColumnId, Role], tuple[Attempt, ...]]:
    groups: dict[tuple[str, ColumnId, Role], list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        groups[attempt.case, attempt.column, attempt.role].append(attempt)
    return {
        key: tuple(sorted(group, key=lambda attempt: attempt.repeat))
        for key, group in groups.items()
    }


def score(cells: Iterable[Cell]) -> Score:
    """Counts the cells, which are of one column."""
    cells = list(cells)
    judged = [cell.verdict for cell in cells if cell.status in JUDGED]
    return Score(
        Counter(cell.status for cell in cells),
        sum(verdict.compatible is True for verdict in judged),
        sum(verdict.strict is True for verdict in judged),
    )


def _cause(cells: list[Cell]) -> Cause:
    first = cells[0].verdict
    assert first.signature
    return Cause(
        signature=first.signature,
        divergence=cells[0].worst,
        blocking=any(cell.verdict.compatible is False for cell in cells),
        cells=tuple(cells),
        scripts=Counter(cell.column for cell in cells),
        cases=len({cell.case.id for cell in cells}),
        smallest=min((cell.case for cell in cells), key=_size_rank),
        expected=_all_expected(cells),
    )


def _all_expected(cells: Iterable[Cell]) -> bool:
    blocking = [cell.status for cell in cells if cell.verdict.compatible is False]
    return bool(blocking) and all(status is Status.XFAIL for status in blocking)


def _size_rank(case: CaseInfo) -> tuple[float, str]:
    return (float("inf") if case.size is None else case.size, case.id)


def _cause_rank(cause: Cause) -> tuple[bool, bool, int, int, str]:
    severity = cause.divergence.severity if cause.divergence else -1
    return (not cause.blocking, cause.expected, -cause.cases, -severity, cause.signature.text)


def _median(values: Sequence[float]) -> Median | None:
    return Median(median(values), len(values)) if values else None


# --------------------------------------------------------------------------- sentences


def warnings(summary: Summary) -> list[str]:
    """What must be read before any number: wrong oracles, an incomplete record."""
    record = summary.record
    lines = [_oracle_warning(choice) for choice in record.header.oracles if _foreign(choice)]
    if not record.complete:
        missing = sum(cell.status is Status.MISSING for cell in summary.cells)
        lines.append(
            "The record is incomplete: the run did not end; "
            f"{plural(missing, 'cell')} without a verdict so far."
        )
    return lines


def _foreign(choice: OracleChoice) -> bool:
    """Whether the oracle is not of the claimed version; one CPython judged by another is
    there to show just what differs between them."""
    return not choice.exact and choice.candidate.engine != choice.oracle.engine


def _recalled(summary: Summary) -> Iterator[str]:
    """How many attempts were made in an earlier run, and when."""
    attempts = {id(a): a.made for cell in summary.cells for a in (*cell.candidates, *cell.oracles)}
    made = sorted(when for when in attempts.values() if when)
    if made:
        days = " to ".join(dict.fromkeys(safe(when[:10]) for when in (made[0], made[-1])))
        were = "was" if len(made) == 1 else "were"
        yield (
            f"Of {plural(len(attempts), 'attempt')} {len(made)} {were} made in an earlier run, of "
            f"{days}: nothing of theirs has changed. `--fresh` makes them anew."
        )


def remarks(summary: Summary) -> list[str]:
    """What is to be known beside the numbers: what was not run anew, scripts that end in an
    error under the oracle, where the run's CPythons differ, and where a candidate is like
    another one of them."""
    lines = list(_recalled(summary))
    erring = len({case for cases in summary.erring.values() for case in cases})
    if erring:
        kinds = [f"{safe(kind)} {len(cases)}" for kind, cases in summary.erring.items()]
        more = f", {len(kinds) - _KINDS} kinds more" if len(kinds) > _KINDS else ""
        each, what = ("s", "it") if erring == 1 else ("", "they")
        lines.append(
            f"{plural(erring, 'case')} end{each} in an error under CPython too, and agree{each} in "
            f"that ({', '.join(kinds[:_KINDS])}{more}): did {what} run as meant?"
        )
    cases = len(summary.version_sensitive)
    if cases:
        agree = "is" if cases == 1 else "are"
        lines.append(
            f"{plural(cases, 'case')} {agree} version-sensitive: the CPythons of this run "
            f"disagree on {'it' if cases == 1 else 'them'}."
        )
    place = {column: index for index, column in enumerate(summary.columns)}
    pairs = sorted(summary.drifting.items(), key=lambda item: (place[item[0][0]], item[0][1]))
    for (column, other), count in pairs:
        verb = "equals" if count == 1 else "equal"
        lines.append(f"{plural(count, 'failing cell')} of {column} {verb} {other}.")
    return lines


def _oracle_warning(choice: OracleChoice) -> str:
    return (
        f"{choice.candidate} claims Python {choice.claimed}, but is judged by {choice.oracle}: "
        "what differs between those versions shows as its fault."
    )


def headline(summary: Summary) -> str:
    """What ran, in one line."""
    columns = ", ".join(map(str, summary.columns)) or "no candidate column"
    oracles = _ordered((choice.oracle for choice in summary.record.header.oracles), ())
    by = f", judged by {', '.join(map(str, oracles))}" if oracles else ""
    return f"{plural(len(summary.cases), 'case')} under {columns}{by}"


def speed_sentence(speed: Speed) -> str:
    """A column's ratios with the number of cells that each covers; "" when there is none."""
    parts = [
        f"execution {times(speed.execution.value)} ({plural(speed.execution.cells, 'cell')})"
        if speed.execution
        else "",
        f"on the {plural(speed.common.cells, 'case')} that all columns share "
        f"{times(speed.common.value)}"
        if speed.common and speed.execution and speed.common.cells != speed.execution.cells
        else "",
        f"start to exit {times(speed.total.value)} ({plural(speed.total.cells, 'cell')})"
        if speed.total
        else "",
    ]
    return "; ".join(part for part in parts if part)
