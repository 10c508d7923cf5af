"""What a dashboard shows: of each column the run that stands for it, and all cells together.

Read once from a history; everything on every page is counted from `Shown.summary`, so that no
two totals can disagree.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import permutations
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

from harness.compare import Comparison, Side, compare
from harness.errors import ExitCode, HarnessError
from harness.history import History, Run
from harness.model import CaseInfo, Column, ColumnId, OracleChoice, Record, StartUp, Status, Verdict
from harness.reports.summary import Cell, Summary, summarise

WHOLE = 0.9  # of a column's largest run: what has less is a part, and stands for nothing
STALE_DAYS = 30.0
MANY = 8  # columns, all of whose pairs are still compared
_COMPARISONS = 64  # are kept at a time
_DAY_S = 86_400.0

ReadRecord = Callable[[Path], Record]


@dataclass(frozen=True)
class Standing:
    """A column with the run that stands for it."""

    run: Run
    record: Record
    column: Column
    choice: OracleChoice
    edited: int  # cells whose script is another one in a newer run
    age_days: float  # behind the newest run
    passed_over: int = 0  # cells of a newer run of this column that is too small to stand for it

    @property
    def id(self) -> ColumnId:
        return self.column.id

    @property
    def stale(self) -> bool:
        return self.age_days > STALE_DAYS or self.edited > 0

    @property
    def side(self) -> Side:
        return Side(self.record, self.id)


@dataclass(frozen=True)
class Past:
    """What became of one cell in one run."""

    run: str
    started: str
    status: str
    signature: str


@dataclass(frozen=True)
class Point:
    """One run of one column: what trends are made of. Times in seconds, sizes in bytes."""

    run: str
    started: str
    column: ColumnId
    oracle: str
    compatible: int
    strict: int
    judged: int
    cells: int
    start_s: float | None
    start_low_s: float | None
    start_high_s: float | None
    size_bytes: int | None
    partial: bool


class Shown:
    """The columns of a history, newest version first, and what is known of their cells."""

    def __init__(
        self, history: History, read: ReadRecord, wanted: Collection[ColumnId] = ()
    ) -> None:
        self._history = history
        self.runs = history.runs()
        self.standing = _standing(history, self.runs, read, wanted)

    @cached_property
    def columns(self) -> tuple[ColumnId, ...]:
        return tuple(standing.id for standing in self.standing)

    @cached_property
    def of(self) -> Mapping[ColumnId, Standing]:
        return {standing.id: standing for standing in self.standing}

    @cached_property
    def summary(self) -> Summary:
        """Every case of any column in every column; what a column's run lacks is `missing`."""
        return _merged(self.standing)

    @cached_property
    def cells(self) -> Mapping[str, Mapping[ColumnId, Cell]]:
        found: dict[str, dict[ColumnId, Cell]] = defaultdict(dict)
        for cell in self.summary.cells:
            found[cell.case.id][cell.column] = cell
        return found

    # ------------------------------------------------------------------ comparing

    @cached_property
    def pairs(self) -> Sequence[tuple[ColumnId, ColumnId]]:
        """Every two columns, in both directions; of many columns those that differ in one thing
        alone, for the number of pairs grows with its square."""
        pairs = list(permutations(self.columns, 2))
        if len(self.columns) <= MANY:
            return pairs
        return [(old, new) for old, new in pairs if _distance(old, new) == 1]

    def compared(self, old: ColumnId, new: ColumnId) -> Comparison:
        """What changes from one column to the other; made when it is first asked for."""
        if (old, new) not in self._compared:
            if len(self._compared) >= _COMPARISONS:
                self._compared.pop(next(iter(self._compared)))
            self._compared[old, new] = compare(self.of[old].side, self.of[new].side)
        return self._compared[old, new]

    @cached_property
    def _compared(self) -> dict[tuple[ColumnId, ColumnId], Comparison]:
        return {}

    @cached_property
    def upgrades(self) -> Sequence[tuple[ColumnId, ColumnId]]:
        """From each version to the next one, in the same profile and runtime; newest first."""
        kinds: dict[tuple[str, str, str], list[ColumnId]] = defaultdict(list)
        for column in self.columns:
            kinds[column.engine, column.profile, column.runtime].append(column)
        steps = []
        for group in kinds.values():
            newest_first = sorted(group, key=lambda c: version_key(c.version), reverse=True)
            steps += list(zip(newest_first[1:], newest_first, strict=False))
        return sorted(steps, key=lambda step: self.columns.index(step[1]))

    # ------------------------------------------------------------------ over time

    def past(self, case: str, column: ColumnId) -> Sequence[Past]:
        """What became of a cell in each complete run; the newest first."""
        return self._past.get((_written(case), str(column)), ())

    @cached_property
    def _past(self) -> Mapping[tuple[str, str], Sequence[Past]]:
        found: dict[tuple[str, str], list[Past]] = defaultdict(list)
        with self._history.connect([run for run in self.runs if run.complete]) as database:
            rows = database.execute(_PAST).fetchall()
        for case, column, run, started, status, signature in rows:
            found[case, column].append(Past(run, started, status, signature or ""))
        return found

    @cached_property
    def points(self) -> Sequence[Point]:
        """One for each column of each complete run, the oldest first."""
        complete = [run for run in self.runs if run.complete]
        with self._history.connect(complete) as database:
            rows = database.execute(_POINTS).fetchall()
        largest: dict[str, int] = defaultdict(int)
        for row in rows:
            largest[row[2]] = max(largest[row[2]], row[7])
        return [_point(row, partial=row[7] < WHOLE * largest[row[2]]) for row in rows]


def _point(row: tuple[Any, ...], *, partial: bool) -> Point:
    values = [*row, partial]
    values[2] = ColumnId.parse(row[2])
    return Point(*values)


_PAST = """
    SELECT v."case", v."column", v.run, r.started, v.status, v.signature
    FROM verdicts v JOIN runs r ON r.key = v.run
    ORDER BY r.rank
"""
_POINTS = """
    SELECT v.run, any_value(r.started) AS started, v."column", any_value(v.oracle),
           count(*) FILTER (v.compatible), count(*) FILTER (v.strict), count(v.compatible),
           count(*), any_value(s.median_s), any_value(s.low_s), any_value(s.high_s),
           any_value(TRY_CAST(c.details ->> '$.size_bytes' AS BIGINT))
    FROM verdicts v
    JOIN runs r ON r.key = v.run
    LEFT JOIN start_ups s ON s.run = v.run AND s."column" = v."column"
    LEFT JOIN columns c ON c.run = v.run AND c."column" = v."column"
    GROUP BY v.run, v."column"
    ORDER BY started, v.run, v."column"
"""


def _distance(old: ColumnId, new: ColumnId) -> int:
    """In how many of engine, version, profile and runtime two columns differ."""
    parts = ("engine", "version", "profile", "runtime")
    return sum(getattr(old, part) != getattr(new, part) for part in parts)


def state_of(history: History) -> str:
    """Changes when a run is added or taken away."""
    keys = "\n".join(sorted(run.key for run in history.runs()))
    return hashlib.sha256(keys.encode()).hexdigest()[:16]


def version_key(version: str) -> tuple[bool, Version, str]:
    """Orders versions, a candidate before its release; what is none, as the name of a checkout,
    is the newest."""
    try:
        return False, Version(version), version
    except InvalidVersion:
        return True, Version("0"), version


# ---------------------------------------------------------------------- standing


def _standing(
    history: History, runs: Sequence[Run], read: ReadRecord, wanted: Collection[ColumnId]
) -> list[Standing]:
    chosen = _chosen(history, runs, wanted)
    if not chosen:
        raise HarnessError(
            f"no complete run in {history.folder} has "
            + (" or ".join(map(str, wanted)) if wanted else "a column to show"),
            hint="harness history list; harness run PATH --save keeps a run",
            code=ExitCode.NO_CASES,
        )
    records = {run.key: read(history.record_path(run)) for run in chosen.values()}
    complete = [run for run in runs if run.complete]
    scripts, sizes = _newest_scripts(history, complete), _sizes(history, complete)
    found = []
    for column_id, run in chosen.items():
        record = records[run.key]
        column = next((c for c in record.header.columns if c.id == column_id), None)
        choice = next((c for c in record.header.oracles if c.candidate == column_id), None)
        if column is None or choice is None:
            continue  # a record whose header does not say what it ran
        newer = complete[: complete.index(run)]
        edited = sum(scripts.get(_written(c.id), c.sha256) != c.sha256 for c in record.cases)
        age = (_moment(complete[0].started) - _moment(run.started)) / _DAY_S
        passed = next((n for r in newer if (n := sizes.get((r.key, str(column_id)), 0))), 0)
        found.append(Standing(run, record, column, choice, edited, age, passed))
    found.sort(key=lambda standing: (standing.id.profile != "default", standing.id.runtime))
    return sorted(found, key=lambda standing: version_key(standing.id.version), reverse=True)


def _newest_scripts(history: History, runs: Sequence[Run]) -> dict[str, str]:
    """The hash of every script in the newest run that has it."""
    query = 'SELECT "case", arg_min(sha256, rank) FROM cases JOIN runs ON key = run GROUP BY 1'
    with history.connect(runs) as database:
        return dict(database.execute(query).fetchall())


def _sizes(history: History, runs: Sequence[Run]) -> dict[tuple[str, str], int]:
    """How many cells each run has of each column."""
    query = 'SELECT run, "column", count(*) FROM verdicts GROUP BY ALL'
    with history.connect(runs) as database:
        return {(run, name): count for run, name, count in database.execute(query).fetchall()}


def _written(case: str) -> str:
    """A name as the tables have it, which hold what is no Unicode with escapes."""
    return case.encode("utf-8", "backslashreplace").decode()


def _moment(started: str) -> float:
    """Seconds; a time that cannot be read is as old as can be."""
    try:
        return datetime.fromisoformat(started).timestamp()
    except ValueError:
        return 0.0


def _chosen(
    history: History, runs: Sequence[Run], wanted: Collection[ColumnId]
) -> dict[ColumnId, Run]:
    """The newest complete run of each column that is no mere part of its corpus."""
    complete = [run for run in runs if run.complete]
    if not complete:
        return {}
    cells = _sizes(history, complete)
    largest: dict[str, int] = defaultdict(int)
    for (_, name), count in cells.items():
        largest[name] = max(largest[name], count)
    chosen: dict[ColumnId, Run] = {}
    for run in complete:  # the newest first
        for name in run.columns:
            column = ColumnId.parse(name)
            if wanted and column not in wanted:
                continue
            if cells.get((run.key, name), 0) >= max(1, WHOLE * largest[name]):
                chosen.setdefault(column, run)
    return chosen


# ---------------------------------------------------------------------- merging


def _merged(standing: Sequence[Standing]) -> Summary:
    summaries = {one.run.key: summarise(one.record) for one in standing}
    cells: dict[tuple[str, ColumnId], Cell] = {}
    for one in standing:
        for cell in summaries[one.run.key].cells:
            if cell.column == one.id:
                cells[cell.case.id, one.id] = cell
    cases: dict[str, CaseInfo] = {}
    for one in sorted(standing, key=lambda one: one.run.started):
        cases |= {case.id: case for case in summaries[one.run.key].cases}
    merged = [
        cells.get((case, one.id)) or _lacking(cases[case], one)
        for case in sorted(cases)
        for one in standing
    ]
    return Summary(_record(standing), tuple(one.id for one in standing), tuple(merged))


def _lacking(case: CaseInfo, one: Standing) -> Cell:
    reason = "not in the run that stands for this column"
    return Cell(case, Verdict(case.id, one.id, one.choice.oracle, Status.MISSING, reason=reason))


def _record(standing: Sequence[Standing]) -> Record:
    """Header, timings and start-ups of all columns, for what a summary derives from these."""
    newest = max(standing, key=lambda one: one.run.started).record
    columns: dict[ColumnId, Column] = {}
    start_ups: dict[ColumnId, StartUp] = {}
    for one in standing:
        columns |= {c.id: c for c in one.record.header.columns if c.id == one.choice.oracle}
        columns[one.id] = one.column
        for start_up in one.record.start_ups:
            if start_up.column in (one.id, one.choice.oracle):
                start_ups.setdefault(start_up.column, start_up)
    choices = tuple(one.choice for one in standing)
    return Record(
        header=replace(newest.header, columns=tuple(columns.values()), oracles=choices),
        cases=(),
        attempts=(),
        verdicts=(),
        timings=tuple(t for one in standing for t in one.record.timings if t.column == one.id),
        start_ups=tuple(start_ups.values()),
        complete=True,
    )
