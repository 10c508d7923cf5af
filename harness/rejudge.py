"""Derives a record's verdicts anew from its attempts, by today's rules. Nothing is run. Pure.

What a verdict needs and the record does not hold makes its cell `missing`, with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from harness import judge
from harness.errors import HarnessError
from harness.expect import Expect, as_it_is
from harness.model import (
    Attempt,
    Case,
    CaseInfo,
    Column,
    ColumnId,
    Observation,
    OracleChoice,
    Outcome,
    Record,
    Role,
    Status,
    Verdict,
)

# Statuses that rest on all the runs that a verdict takes.
_COMPARED = frozenset({Status.PASS, Status.FAIL, Status.FLAKY, Status.UNSTABLE_ORACLE})


@dataclass(frozen=True)
class Change:
    """A cell whose verdict is not what it was; `before` is None where it had none."""

    before: Verdict | None
    after: Verdict


def rejudge(record: Record, expect: Expect = as_it_is) -> Record:
    """The record with one new verdict for each cell; `expect` puts each in the light of the
    expectations. Observations stay as they are."""
    cells = _Cells(record)
    verdicts = [verdict for case in record.cases for verdict in cells.verdicts(case)]
    settings = {**record.header.settings, "rules": judge.RULES}
    return replace(
        record,
        header=replace(record.header, settings=settings),
        verdicts=tuple(map(expect, verdicts)),
        path=None,
    )


def changes(before: Record, after: Record) -> list[Change]:
    """The cells that are judged otherwise, in the order of `after`. That another CPython did it,
    or that a case is version-sensitive, is no change of a cell."""
    old = {(verdict.case, verdict.column): verdict for verdict in before.verdicts}
    pairs = [(old.get((verdict.case, verdict.column)), verdict) for verdict in after.verdicts]
    return [Change(was, now) for was, now in pairs if was is None or _essence(was) != _essence(now)]


def _essence(verdict: Verdict) -> Verdict:
    return replace(verdict, oracle=verdict.column, masks=(), version_sensitive=False)


# --------------------------------------------------------------------------- another oracle


def with_oracle(record: Record, oracle: ColumnId, source: Record | None = None) -> Record:
    """The record with another CPython as the oracle of every candidate, verdicts as they were.

    Its attempts are those of this record, or those of `source`, which take the place of the
    record's own under that ID. A CPython of the record that was a candidate and now judges is
    judged by itself, so that no cell is lost. Raises HarnessError where neither holds the column.
    """
    if source:
        record = _adopt(record, _column(source, oracle), source)
    column = _column(record, oracle)
    candidates = [c for c in record.header.oracles if not (source and c.candidate == oracle)]
    if all(choice.candidate == oracle for choice in candidates):
        raise HarnessError(
            f"the record holds no candidate beside {oracle}",
            hint="name the record of a run of the candidates, and that of the oracle by "
            "--oracle-record",
        )
    choices = tuple(
        OracleChoice(choice.candidate, oracle, choice.claimed, choice.claimed == column.python)
        for choice in candidates
    )
    moved = {c.candidate for c in choices} - {
        c.candidate for c in record.header.oracles if c.oracle == oracle and not source
    }
    return replace(
        record,
        header=replace(record.header, oracles=choices),
        # A ratio to another oracle's time says nothing of this one's.
        timings=tuple(timing for timing in record.timings if timing.column not in moved),
    )


def _column(record: Record, wanted: ColumnId) -> Column:
    for column in record.header.columns:
        if column.id == wanted:
            return column
    engines = {choice.oracle.engine for choice in record.header.oracles}
    held = [str(column.id) for column in record.header.columns if column.id.engine in engines]
    raise HarnessError(
        f"{record.path or 'the record'} holds no column {wanted}",
        hint=f"it holds {', '.join(held) or 'no oracle'}; another record's: --oracle-record FILE",
    )


def _adopt(record: Record, column: Column, source: Record) -> Record:
    """The record with another one's column and the attempts on the scripts that are the same."""
    scripts = {case.id: case.sha256 for case in record.cases}
    same = {case.id for case in source.cases if scripts.get(case.id) == case.sha256}
    attempts = [attempt for attempt in record.attempts if attempt.column != column.id]
    attempts += [
        attempt
        for attempt in source.attempts
        if attempt.column == column.id and attempt.role is Role.ORACLE and attempt.case in same
    ]
    columns = [other for other in record.header.columns if other.id != column.id]
    starts = [start for start in record.start_ups if start.column != column.id]
    return replace(
        record,
        header=replace(record.header, columns=(column, *columns)),
        attempts=tuple(attempts),
        start_ups=tuple(starts),
    )


# --------------------------------------------------------------------------- cells


class _Cells:
    """The judgement of a record's cells, each from the attempts that the record holds."""

    def __init__(self, record: Record) -> None:
        header = record.header
        engines = {choice.oracle.engine for choice in header.oracles}
        self._choices = header.oracles
        self._columns = {column.id: column for column in header.columns}
        self._references = [c.id for c in header.columns if c.id.engine in engines]
        found: dict[tuple[str, ColumnId, Role, bool], list[Attempt]] = defaultdict(list)
        for attempt in record.attempts:
            found[attempt.case, attempt.column, attempt.role, attempt.full].append(attempt)
        self._attempts = {
            key: [item.observation for item in sorted(group, key=lambda item: item.repeat)]
            for key, group in found.items()
        }

    def verdicts(self, info: CaseInfo) -> list[Verdict]:
        """One for each candidate."""
        verdicts = [self._verdict(info, choice) for choice in self._choices]
        if self._disagree(info):
            verdicts = [replace(verdict, version_sensitive=True) for verdict in verdicts]
        return verdicts

    def _verdict(self, info: CaseInfo, choice: OracleChoice) -> Verdict:
        case, column = info.as_judged(), self._columns.get(choice.candidate)
        if column is None:
            return self._missing(info, choice, "the record does not describe the column")
        if info.compare is None:
            return self._missing(info, choice, "the record is too old to say how it is compared")
        standing = judge.standing(case, column)
        if standing:
            status, reason = standing
            return Verdict(case.id, choice.candidate, choice.oracle, status, reason=reason)
        small = self._judged(info, choice, full=False)
        if small.status is Status.PASS and self._runs(info, choice.candidate, full=True):
            whole = self._judged(info, choice, full=True)
            if whole.status in judge.OVERTURNING:
                return judge.overturned(whole)
            if whole.status is Status.MISSING:
                return whole
        return small

    def _judged(self, info: CaseInfo, choice: OracleChoice, *, full: bool) -> Verdict:
        oracle_runs = self._oracle_runs(info, choice.oracle, full=full)
        runs = self._runs(info, choice.candidate, full=full)
        case = info.as_judged()
        if oracle_runs and judge.bad_script(case, oracle_runs[0]):
            runs = []
        verdict = judge.decide(case, choice.candidate, choice.oracle, oracle_runs, runs)
        reason = _lacking(choice, verdict, oracle_runs, runs)
        if reason:
            return self._missing(info, choice, reason)
        if verdict.status is not Status.FAIL:
            return verdict
        others = {
            other: self._oracle_runs(info, other, full=full)
            for other in self._references
            if other not in (choice.candidate, choice.oracle)
        }
        whole = {other: its for other, its in others.items() if _whole(case, its)}
        return replace(verdict, equals=judge.equal_to(case, whole, oracle_runs, runs))

    def _disagree(self, info: CaseInfo) -> bool:
        """Whether the record's CPythons differ, each under all its seeds."""
        case = info.as_judged()
        runs = [self._oracle_runs(info, column, full=False) for column in self._references]
        first = judge.ORACLE_RUNS
        return any(
            judge.apart(case, left[:first], right[:first])
            and _whole(case, left)
            and _whole(case, right)
            and judge.apart(case, left, right)
            for left, right in combinations(runs, 2)
        )

    def _runs(self, info: CaseInfo, column: ColumnId, *, full: bool) -> list[Observation]:
        return self._attempts.get((info.id, column, Role.CANDIDATE, full), [])

    def _oracle_runs(self, info: CaseInfo, column: ColumnId, *, full: bool) -> list[Observation]:
        return self._attempts.get((info.id, column, Role.ORACLE, full), [])

    def _missing(self, info: CaseInfo, choice: OracleChoice, reason: str) -> Verdict:
        return Verdict(info.id, choice.candidate, choice.oracle, Status.MISSING, reason=reason)


def _whole(case: Case, runs: Sequence[Observation]) -> bool:
    """Whether a CPython has run as often as a difference takes."""
    return len(runs) >= judge.ORACLE_SEEDS or bool(runs and judge.bad_script(case, runs[0]))


def _lacking(
    choice: OracleChoice,
    verdict: Verdict,
    oracle_runs: Sequence[Observation],
    runs: Sequence[Observation],
) -> str:
    """What this verdict takes and the record does not hold; "" where it holds enough."""
    if not oracle_runs:
        return f"the record holds no run of {choice.oracle}"
    if verdict.status not in _COMPARED:
        return "" if verdict.status is not Status.MISSING else "the record holds no run of it"
    if any(_lost(run) for run in (*oracle_runs, *runs)):
        return "an output is not at hand: the record's blobs are gone"
    if judge.agrees_strictly(verdict):
        return ""
    if len(oracle_runs) < judge.ORACLE_SEEDS:
        held = f"{len(oracle_runs)} of the {judge.ORACLE_SEEDS} runs"
        return f"it differs, and the record holds {held} of {choice.oracle} that this takes"
    repeats = judge.CANDIDATE_REPEATS
    if len(runs) < repeats and runs[0].outcome is not Outcome.TIMEOUT:
        return f"it differs, and the record holds {len(runs)} of its {repeats} runs"
    return ""


def _lost(run: Observation) -> bool:
    return any(stream.size and not stream.data for stream in (run.stdout, run.stderr))
