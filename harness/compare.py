"""What changed between two records, or between two columns of one: cell by cell. Pure.

Nothing is run and nothing is judged anew: a change is derived from two verdicts and, where
they are not alike, from what was observed on both sides. A regression is the strongest word
here, so every rule below takes cells out of that class; one alone puts cells in, and takes
repeats that failed every time.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from functools import cached_property
from typing import assert_never

from harness.errors import ExitCode, HarnessError
from harness.judge import restless
from harness.model import (
    Attempt,
    CaseInfo,
    Column,
    ColumnId,
    Observation,
    OracleChoice,
    Output,
    Record,
    Role,
    Signature,
    Speed,
    Status,
    Verdict,
)
from harness.model import Comparison as SpeedComparison
from harness.normalize import STEPS, Sample, Step, normalise, usable_steps


class ChangeKind(StrEnum):
    """What became of a cell, what matters most first."""

    REGRESSED = "regressed"  # agreed, and fails now
    FIXED = "fixed"  # failed, and agrees now
    CHANGED = "changed"  # fails in another way
    STRICT_LOST = "strict-lost"  # compatible in both, strict no more
    STRICT_GAINED = "strict-gained"  # compatible in both, strict now
    FLAKY = "flaky"  # its repeats disagree, on a side or when it was run again
    ORACLE_MOVED = "oracle-moved"  # the candidate did the same, what its oracle did differs
    REJUDGED = "rejudged"  # both did the same, the judgement differs
    EDITED_SCRIPT = "edited-script"
    NEW_SCRIPT = "new-script"
    REMOVED_SCRIPT = "removed-script"
    SPURIOUS = "spurious"  # a fault of harness or machine on a side
    UNKNOWN = "unknown"  # missing or not judged on one side
    NOT_JUDGED = "not-judged"  # on neither side
    PERSISTENT = "persistent"  # fails the same way
    SAME = "same"  # agrees in both


# Kinds that say that the candidate itself behaves otherwise; an A/A control must have none.
MOVED = frozenset(
    {
        ChangeKind.REGRESSED,
        ChangeKind.FIXED,
        ChangeKind.CHANGED,
        ChangeKind.STRICT_LOST,
        ChangeKind.STRICT_GAINED,
    }
)


@dataclass(frozen=True)
class Side:
    """A column of a record."""

    record: Record
    column: ColumnId


@dataclass(frozen=True)
class Confirmation:
    """The verdicts when a cell was run again, each from fresh attempts, on either side.

    A change stands only when all of them are like the verdict of their side in the record.
    """

    new: tuple[Verdict, ...]
    old: tuple[Verdict, ...] = ()


# By case and the new side's column.
Confirmations = Mapping[tuple[str, ColumnId], Confirmation]


@dataclass(frozen=True)
class Change:
    """One cell on both sides. A side without the script has no verdict and no attempts.

    `signature` names the cause: that of the new failure, or of the old one where it is fixed.
    `explanation` is one line; like the signature it may hold what a script chose. `repeats`
    counts the times that the cell was run again with the same result. `hides` says that a
    regression may stand behind what is not known here.
    """

    case: CaseInfo
    kind: ChangeKind
    old: Verdict | None
    new: Verdict | None
    signature: Signature | None = None
    explanation: str = ""
    repeats: int = 0
    hides: bool = False
    old_attempts: tuple[Attempt, ...] = ()
    new_attempts: tuple[Attempt, ...] = ()
    old_oracles: tuple[Attempt, ...] = ()
    new_oracles: tuple[Attempt, ...] = ()


@dataclass(frozen=True)
class Cause:
    """The changes of one kind that share a signature; `smallest` is the script to look at."""

    kind: ChangeKind
    text: str
    signature: Signature | None
    changes: tuple[Change, ...]
    smallest: CaseInfo


@dataclass(frozen=True)
class Control:
    """An A/A control: the new side against itself. `changes` must be 0."""

    cells: int
    counts: Mapping[ChangeKind, int]

    @property
    def changes(self) -> int:
        return sum(count for kind, count in self.counts.items() if kind in MOVED)


@dataclass(frozen=True)
class Comparison:
    """Everything that changed from `old` to `new`.

    `changes` holds every cell of either side, the most important kinds first, then by case.
    `warnings` must be read before any number. `speeds` compare the two columns' speed, in one
    batch or in two; `quick_looks` counts the cells that both sides timed with a few samples,
    which is too little for a word on speed.
    """

    old: Side
    new: Side
    changes: tuple[Change, ...]
    warnings: tuple[str, ...] = ()
    speeds: tuple[SpeedComparison, ...] = ()
    control: Control | None = None
    quick_looks: int = 0

    @cached_property
    def counts(self) -> Mapping[ChangeKind, int]:
        """How many cells of each kind that occurs, in the order of the kinds."""
        counts = Counter(change.kind for change in self.changes)
        return {kind: counts[kind] for kind in ChangeKind if counts[kind]}

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """The changes that moved, grouped: by kind, then by the scripts that they cost."""
        groups: dict[tuple[ChangeKind, str], list[Change]] = defaultdict(list)
        for change in self.changes:
            if change.kind in MOVED:
                groups[change.kind, _key(_telling(change))].append(change)
        return tuple(sorted(map(_cause, groups.values()), key=_cause_rank))

    @cached_property
    def slower(self) -> tuple[SpeedComparison, ...]:
        """The slowdowns that stand: seen again in a second batch, or exact."""
        again = {
            (found.case, found.phase, found.clock)
            for found in self.speeds
            if found.batch > 1 and found.verdict is Speed.SLOWER
        }
        return tuple(
            found
            for found in self.speeds
            if found.batch == 1
            and found.verdict is Speed.SLOWER
            and (found.clock == _EXACT or (found.case, found.phase, found.clock) in again)
        )

    @property
    def common(self) -> int:
        """How many scripts are on both sides."""
        alone = (ChangeKind.NEW_SCRIPT, ChangeKind.REMOVED_SCRIPT)
        return sum(change.kind not in alone for change in self.changes)

    def of(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """The changes of these kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)

    def causes_of(self, kind: ChangeKind) -> tuple[Cause, ...]:
        return tuple(cause for cause in self.causes if cause.kind is kind)


_EXACT = "fuel"  # the clock that counts instructions: what it says needs no second batch


# --------------------------------------------------------------------------- comparing


def compare(
    old: Side,
    new: Side,
    *,
    confirmations: Confirmations | None = None,
    speeds: Sequence[SpeedComparison] | None = None,
    control: Control | None = None,
) -> Comparison:
    """Every cell of both sides. Raises HarnessError for a record without its footer.

    With `confirmations`, a cell that moved and is in there must have come out the same in
    each of its repeats, else it is `flaky`; a restless one that failed in each is a
    regression. `speeds` are by default those that the records hold of these two columns.
    """
    for side in (old, new):
        _check_complete(side.record)
    left, right = _Cells(old), _Cells(new)
    ids = sorted({*left.cases, *right.cases})
    found = [_change(case, left, right, confirmations or {}) for case in ids]
    order = list(ChangeKind)
    return Comparison(
        old=old,
        new=new,
        changes=tuple(sorted(found, key=lambda change: order.index(change.kind))),
        warnings=tuple(_warnings(old, new, found)),
        speeds=_speeds(old, new) if speeds is None else tuple(speeds),
        control=control,
        quick_looks=len(left.timed & right.timed),
    )


def control_of(comparison: Comparison) -> Control:
    """What a comparison of the new side with itself says, for the report of the real one."""
    return Control(len(comparison.changes), comparison.counts)


def exit_code(comparisons: Iterable[Comparison]) -> ExitCode:
    """Correctness outranks what is not known, and that outranks speed.

    A control that moved leaves nothing standing but a regression. Where no script is on both
    sides nothing is known.
    """
    comparisons = list(comparisons)
    changes = [change for comparison in comparisons for change in comparison.changes]
    if any(change.kind is ChangeKind.REGRESSED for change in changes):
        return ExitCode.CORRECTNESS
    moved = any(item.changes and not item.common for item in comparisons)
    moved |= any(item.control is not None and item.control.changes for item in comparisons)
    if moved or any(change.hides for change in changes):
        return ExitCode.INCOMPLETE
    if any(comparison.slower for comparison in comparisons):
        return ExitCode.PERFORMANCE
    return ExitCode.OK


def _speeds(old: Side, new: Side) -> tuple[SpeedComparison, ...]:
    """Speeds are compared within one run, so that either record may hold it; the new one's
    counts."""
    for record in (new.record, old.record):
        found = [c for c in record.comparisons if (c.a, c.b) == (old.column, new.column)]
        if found:
            return tuple(found)
    return ()


def _check_complete(record: Record) -> None:
    if not record.complete:
        raise HarnessError(
            f"{record.path or record.header.run_id}: the record is incomplete (it has no footer)",
            hint="what did not end is no baseline: run it again to its end",
            code=ExitCode.INCOMPLETE,
        )


class _Cells:
    """One side's cells, by case."""

    def __init__(self, side: Side) -> None:
        record = side.record
        self.column = side.column
        self.verdicts = {v.case: v for v in record.verdicts if v.column == side.column}
        self.cases = {case.id: case for case in record.cases}
        for case in self.verdicts:
            self.cases.setdefault(case, CaseInfo(case, "?", ""))
        self.timed = {t.case for t in record.timings if t.column == side.column}
        self._attempts: dict[tuple[str, ColumnId, Role], list[Attempt]] = defaultdict(list)
        for attempt in record.attempts:
            self._attempts[attempt.case, attempt.column, attempt.role].append(attempt)

    def attempts(self, case: str) -> tuple[Attempt, ...]:
        """The candidate's, in order; those with full arguments where these decided."""
        return self._of(case, self.column, Role.CANDIDATE)

    def full(self, case: str) -> bool:
        """Whether its full arguments were judged."""
        runs = self._attempts.get((case, self.column, Role.CANDIDATE), ())
        return any(attempt.full for attempt in runs)

    def ran_full(self, case: str) -> bool:
        """Whether they were run at all: timing them has shown that they agree."""
        roles = (Role.CANDIDATE, Role.TIMING)
        runs = [a for role in roles for a in self._attempts.get((case, self.column, role), ())]
        return case in self.timed or any(attempt.full for attempt in runs)

    def oracles(self, case: str) -> tuple[Attempt, ...]:
        verdict = self.verdicts.get(case)
        return self._of(case, verdict.oracle, Role.ORACLE) if verdict else ()

    def _of(self, case: str, column: ColumnId, role: Role) -> tuple[Attempt, ...]:
        full = self.full(case)
        runs = [a for a in self._attempts.get((case, column, role), ()) if a.full is full]
        return tuple(sorted(runs, key=lambda attempt: attempt.repeat))


def _change(case: str, left: _Cells, right: _Cells, confirmations: Confirmations) -> Change:
    """The change of one cell, by the first rule that applies."""
    change = Change(
        right.cases.get(case) or left.cases[case],
        ChangeKind.SAME,
        left.verdicts.get(case),
        right.verdicts.get(case),
        old_attempts=left.attempts(case),
        new_attempts=right.attempts(case),
        old_oracles=left.oracles(case),
        new_oracles=right.oracles(case),
    )
    script = _script_change(left.cases.get(case), right.cases.get(case))
    if script:
        return replace(change, kind=script[0], explanation=script[1])
    kind = kind_of(_status(change.old), _status(change.new))
    if kind is ChangeKind.SAME:
        kind = _strict_kind(change)
    elif kind is ChangeKind.PERSISTENT and _key(change.old) != _key(change.new):
        kind = ChangeKind.CHANGED
    change = replace(change, kind=kind)
    again = confirmations.get((case, right.column))
    if kind in MOVED and _other_arguments(case, left, right):
        change = replace(change, kind=ChangeKind.UNKNOWN)
    elif kind in MOVED:
        change = _confirmed(_unless_excused(change), again)
    elif again is not None and _restless_now(change):
        change = _failing_each_time(change, again)
    return _explained(change)


def _other_arguments(case: str, left: _Cells, right: _Cells) -> bool:
    """Whether the full arguments decided on one side, and were never run on the other."""
    return (left.full(case) and not right.ran_full(case)) or (
        right.full(case) and not left.ran_full(case)
    )


def _script_change(old: CaseInfo | None, new: CaseInfo | None) -> tuple[ChangeKind, str] | None:
    """What came, went or was edited is another script: its verdicts cannot be compared."""
    if old is None:
        return ChangeKind.NEW_SCRIPT, "only in the new record"
    if new is None:
        return ChangeKind.REMOVED_SCRIPT, "only in the old record"
    if old.sha256 and new.sha256 and old.sha256 != new.sha256:
        return ChangeKind.EDITED_SCRIPT, "the script is not the same in both records"
    return None


# --------------------------------------------------------------------------- by the statuses


class _State(Enum):
    """All that a comparison needs to know of a status."""

    AGREES = "agrees"
    FAILS = "fails"
    RESTLESS = "restless"
    NO_TEST = "no test"  # it says nothing of the candidate, for a reason that is known
    FAULT = "fault"
    NOTHING = "nothing"


def _state(status: Status) -> _State:
    """An expectation changes whether a failure is news, not that it is one."""
    match status:
        case Status.PASS | Status.XPASS:
            return _State.AGREES
        case Status.FAIL | Status.XFAIL | Status.CHANGED:
            return _State.FAILS
        case Status.FLAKY:
            return _State.RESTLESS
        case Status.UNSUPPORTED | Status.SKIP | Status.BAD_SCRIPT | Status.UNSTABLE_ORACLE:
            return _State.NO_TEST
        case Status.SPURIOUS:
            return _State.FAULT
        case Status.MISSING:
            return _State.NOTHING
        case unreachable:
            assert_never(unreachable)


def kind_of(old: Status, new: Status) -> ChangeKind:
    """The judgement by the two statuses alone; signatures and observations refine it."""
    match _state(old), _state(new):
        case (_State.FAULT, _) | (_, _State.FAULT):
            return ChangeKind.SPURIOUS
        case (_State.NOTHING, _) | (_, _State.NOTHING):
            return ChangeKind.UNKNOWN
        case (_State.NO_TEST, _State.NO_TEST):
            return ChangeKind.NOT_JUDGED
        case (_State.NO_TEST, _) | (_, _State.NO_TEST):
            return ChangeKind.UNKNOWN
        case (_State.RESTLESS, _) | (_, _State.RESTLESS):
            return ChangeKind.FLAKY
        case (_State.AGREES, _State.AGREES):
            return ChangeKind.SAME
        case (_State.AGREES, _State.FAILS):
            return ChangeKind.REGRESSED
        case (_State.FAILS, _State.AGREES):
            return ChangeKind.FIXED
        case (_State.FAILS, _State.FAILS):
            return ChangeKind.PERSISTENT
        case unreachable:
            raise AssertionError(unreachable)


def _status(verdict: Verdict | None) -> Status:
    if verdict is None:
        return Status.MISSING
    return Status.FLAKY if restless(verdict) else verdict.status


def _strict_kind(change: Change) -> ChangeKind:
    match (change.old and change.old.strict, change.new and change.new.strict):
        case (True, False):
            return ChangeKind.STRICT_LOST
        case (False, True):
            return ChangeKind.STRICT_GAINED
        case _:
            return ChangeKind.SAME


# --------------------------------------------------------------------------- causes

_CRATE_VERSION = re.compile(r"-\d+\.\d+\.\d+[\w.+-]*(?=/)")
_PANIC = "panic in "


def _of_any_release(place: str) -> str:
    """A place in Rust code, however its crate came: what is published as `rustpython-vm-0.6.0/`
    lies in `vm/` of a checkout."""
    return _CRATE_VERSION.sub("", place).removeprefix("rustpython-")


def _key(verdict: Verdict | None) -> str:
    """Names the cause across versions: where Rust code panicked begins with the folder of a
    crate, which is another in every release and in a checkout."""
    signature = verdict.signature if verdict else None
    if verdict is None or signature is None:
        classes = verdict.classes[:1] if verdict else ()
        return "".join(item.value for item in classes)
    if signature.text.startswith(_PANIC):
        return _PANIC + _of_any_release(signature.text.removeprefix(_PANIC))
    return signature.id


def _telling(change: Change) -> Verdict | None:
    """The verdict that says what is wrong: the old one of what is mended."""
    mended = change.kind in (ChangeKind.FIXED, ChangeKind.STRICT_GAINED)
    return change.old if mended else change.new


def _cause(changes: list[Change]) -> Cause:
    first = changes[0]
    verdict = _telling(first)
    text = first.signature.text if first.signature else _key(verdict) or "of unknown cause"
    smallest = min((change.case for change in changes), key=_size_rank)
    return Cause(first.kind, text, first.signature, tuple(changes), smallest)


def _size_rank(case: CaseInfo) -> tuple[float, str]:
    return (float("inf") if case.size is None else case.size, case.id)


def _cause_rank(cause: Cause) -> tuple[int, int, str]:
    return (list(ChangeKind).index(cause.kind), -len(cause.changes), cause.text)


# --------------------------------------------------------------------------- second thoughts


def _unless_excused(change: Change) -> Change:
    """When the candidate did the same on both sides, what moved is what judges it. So it is
    where the oracles of two versions end the script differently: it asks for the newer one, and
    the old side was held to an error."""
    if _yardstick_moved(change):
        return replace(change, kind=ChangeKind.ORACLE_MOVED)
    facets = _FACETS[change.kind]
    old, new = change.old_attempts, change.new_attempts
    if not _alike(change, old, new, facets, by_repeat=False):
        return change
    oracles = (change.old_oracles, change.new_oracles)
    if not _alike(change, *oracles, facets, by_repeat=True):
        return replace(change, kind=ChangeKind.ORACLE_MOVED)
    # What fails in the same way by other names, as that of a Rust function, has not changed.
    same = ChangeKind.PERSISTENT if change.kind is ChangeKind.CHANGED else ChangeKind.REJUDGED
    return replace(change, kind=same)


@dataclass(frozen=True)
class _Masks:
    """The steps for what moves in each stream; one stream's say nothing of the other."""

    stdout: tuple[Step, ...]
    stderr: tuple[Step, ...]


_Facet = Callable[[Observation, _Masks], object]


def _ending(run: Observation, _: _Masks) -> object:
    return run.outcome, run.signal, run.exit_code, run.exception and run.exception.type


def _stdout(run: Observation, masks: _Masks) -> object:
    return _text(run.stdout, run.scratch, masks.stdout)


def _words(run: Observation, masks: _Masks) -> object:
    """What it said of its end, and where its interpreter died."""
    exception, panic, trap = run.exception, run.panic, run.trap
    said = "\n".join([exception.message or "", *exception.notes]) if exception else ""
    text = normalise(Sample(said.encode("utf-8", "surrogatepass"), run.scratch), masks.stderr)
    place = (_of_any_release(panic.file), panic.message) if panic else None
    return text, place, trap and (trap.code, trap.frames), run.limit


def _stderr(run: Observation, masks: _Masks) -> object:
    return _text(run.stderr, run.scratch, masks.stderr)


def _text(output: Output, scratch: str, steps: Sequence[Step]) -> object:
    size = output.size if output.cut else None
    return normalise(Sample(output.data, scratch), steps), size


# What must be the same for a change of this kind not to be the candidate's.
_FACETS: Mapping[ChangeKind, tuple[_Facet, ...]] = {
    ChangeKind.REGRESSED: (_ending, _stdout),
    ChangeKind.FIXED: (_ending, _stdout),
    ChangeKind.CHANGED: (_ending, _stdout, _words),
    ChangeKind.STRICT_LOST: (_ending, _stdout, _words, _stderr),
    ChangeKind.STRICT_GAINED: (_ending, _stdout, _words, _stderr),
}


def _alike(
    change: Change,
    old: Sequence[Attempt],
    new: Sequence[Attempt],
    facets: Sequence[_Facet],
    *,
    by_repeat: bool,
) -> bool:
    """Whether both sides saw the same in these facets; not when nothing can be compared.

    An oracle's runs have each its own hash seed, so only those of the same number are
    compared; a candidate's are all alike, and the sets of what they did must be the same.
    """
    if not all(_at_hand(a.observation) for a in (*old, *new)) or not (old and new):
        return False
    masks = _Masks(
        _steps(change, lambda run: run.stdout.data), _steps(change, lambda run: run.stderr.data)
    )

    def essence(attempt: Attempt) -> tuple[object, ...]:
        return tuple(facet(attempt.observation, masks) for facet in facets)

    if not by_repeat:
        return {essence(a) for a in old} == {essence(a) for a in new}
    left, right = ({a.repeat: essence(a) for a in side} for side in (old, new))
    return all(left[repeat] == right[repeat] for repeat in left.keys() & right.keys())


def _yardstick_moved(change: Change) -> bool:
    """Whether the oracles are two, and none of the one's runs ended as any of the other's."""
    old, new = change.old, change.new
    if old is None or new is None or old.oracle == new.oracle:
        return False
    nothing = _Masks((), ())
    ends = [
        {_ending(attempt.observation, nothing) for attempt in side}
        for side in (change.old_oracles, change.new_oracles)
    ]
    return bool(ends[0] and ends[1]) and not ends[0] & ends[1]


def _at_hand(run: Observation) -> bool:
    """Whether the bytes of its outputs are there; a blob that is gone proves nothing."""
    return not any(_lost(output) for output in (run.stdout, run.stderr))


def _lost(output: Output) -> bool:
    return output.cut and not output.data


def _steps(change: Change, stream: Callable[[Observation], bytes]) -> tuple[Step, ...]:
    """The masks for whatever moves in this stream within one side; nothing else is masked."""
    sides = (change.old_oracles, change.new_oracles, change.old_attempts, change.new_attempts)
    moving = {
        step.name
        for side in sides
        for step in usable_steps(Sample(stream(a.observation), a.observation.scratch) for a in side)
    }
    return tuple(step for step in STEPS if step.name in moving)


def _confirmed(change: Change, again: Confirmation | None) -> Change:
    """A change that was looked at again stands only when every look shows the same."""
    if again is None or change.kind not in MOVED:
        return change
    looks = [(change.old, verdict) for verdict in again.old]
    looks += [(change.new, verdict) for verdict in again.new]
    states = {_state(verdict.status) for _, verdict in looks}
    if _State.FAULT in states:
        return replace(change, kind=ChangeKind.SPURIOUS)
    if states & {_State.NOTHING, _State.NO_TEST}:
        return replace(change, kind=ChangeKind.UNKNOWN)
    if not all(_same_again(change.kind, first, look) for first, look in looks):
        return replace(change, kind=ChangeKind.FLAKY)
    return replace(change, repeats=len(again.new))


def suspected(change: Change) -> bool:
    """Whether it has to be run again before it is believed: what moved, and what agreed and is
    restless now, for that may fail every time, each time in another way."""
    return change.kind in MOVED or _restless_now(change)


def _restless_now(change: Change) -> bool:
    before, now = _state(_status(change.old)), _state(_status(change.new))
    return change.kind is ChangeKind.FLAKY and (before, now) == (_State.AGREES, _State.RESTLESS)


def _failing_each_time(change: Change, again: Confirmation) -> Change:
    """A restless cell that failed in every repeat, while the old side agreed in every one."""
    old, new = ({_state(look.status) for look in looks} for looks in (again.old, again.new))
    if (old, new) != ({_State.AGREES}, {_State.FAILS}):
        return change
    return replace(change, kind=ChangeKind.REGRESSED, new=again.new[0], repeats=len(again.new))


def _same_again(kind: ChangeKind, first: Verdict | None, look: Verdict) -> bool:
    if _state(_status(first)) is not _state(look.status):
        return False
    if kind in (ChangeKind.STRICT_LOST, ChangeKind.STRICT_GAINED):
        return first is not None and first.strict is look.strict
    return kind is not ChangeKind.CHANGED or _key(first) == _key(look)


# --------------------------------------------------------------------------- words


def _explained(change: Change) -> Change:
    """With its signature, whether it hides something, and a line on why it is so."""
    telling = _telling(change)
    return replace(
        change,
        signature=telling.signature if telling else None,
        hides=_hides(change),
        explanation=_explanation(change),
    )


def _hides(change: Change) -> bool:
    """Whether a regression may stand behind it: the old side may have agreed, the new one may
    fail.

    What is skipped on purpose hides nothing. Where the oracle moves in what it prints, a new
    side that fails all the same does so in what stands still; the old one may not have.
    """
    if change.kind not in (ChangeKind.SPURIOUS, ChangeKind.UNKNOWN):
        return False
    old, new = _status(change.old), _status(change.new)
    open_ends = (_State.FAULT, _State.NOTHING)
    if old is Status.UNSTABLE_ORACLE and _state(new) is _State.FAILS:
        return True
    if _state(new) is _State.NO_TEST:
        return _state(old) is _State.AGREES and new in (Status.UNSUPPORTED, Status.BAD_SCRIPT)
    return _state(old) in (_State.AGREES, *open_ends) and _state(new) in (_State.FAILS, *open_ends)


def _explanation(change: Change) -> str:
    old, new = change.old, change.new
    then, now = (f"{_status(v).value}{_because(v)}" for v in (old, new))
    if old is None or new is None:
        return f"old: {then}; new: {now}"
    if change.kind is ChangeKind.ORACLE_MOVED and _yardstick_moved(change):
        return f"{old.oracle} and {new.oracle} end it differently: was {then}; now {now}"
    match change.kind:
        case ChangeKind.REGRESSED:
            return f"agreed with {old.oracle}, now {now}"
        case ChangeKind.FIXED:
            return f"agrees with {new.oracle}, was {then}"
        case ChangeKind.CHANGED:
            return f"was {then}; now {now}"
        case ChangeKind.STRICT_LOST:
            return f"compatible still, but no longer strict{_because(new)}"
        case ChangeKind.STRICT_GAINED:
            return f"strict now, was only compatible{_because(old)}"
        case ChangeKind.ORACLE_MOVED:
            return f"did the same on both sides, its oracle did not: was {then}; now {now}"
        case ChangeKind.REJUDGED:
            return f"it and its oracle did the same on both sides: was {then}; now {now}"
        case ChangeKind.FLAKY if _state(old.status) is not _State.RESTLESS and (
            _state(new.status) is not _State.RESTLESS
        ):
            return f"did not come out the same when it was run again: was {then}; first now {now}"
        case ChangeKind.SAME:
            return ""
        case ChangeKind.PERSISTENT:
            return now
        case _:
            return f"old: {then}; new: {now}"


def _because(verdict: Verdict | None) -> str:
    """What a verdict says for itself, after a colon; "" for a plain pass."""
    if verdict is None:
        return ""
    signature = verdict.signature.text if verdict.signature else ""
    why = verdict.reason or signature or ", ".join(item.value for item in verdict.classes)
    return f": {why}" if why else ""


# --------------------------------------------------------------------------- columns


def candidates(record: Record) -> tuple[ColumnId, ...]:
    """The columns of a record that were judged, in its order."""
    chosen = [choice.candidate for choice in record.header.oracles]
    return tuple(dict.fromkeys([*chosen, *(verdict.column for verdict in record.verdicts)]))


def pair_columns(old: Record, new: Record) -> tuple[tuple[ColumnId, ColumnId], ...]:
    """The columns that belong together: same engine, profile and runtime, whatever version.

    Where a record has several versions of one, they must be the same on both sides. Raises
    HarnessError when that leaves more than one way, or none.
    """
    groups: dict[tuple[str, str, str], tuple[list[ColumnId], list[ColumnId]]] = {}
    for side, record in enumerate((old, new)):
        for column in candidates(record):
            key = (column.engine, column.profile, column.runtime)
            groups.setdefault(key, ([], []))[side].append(column)
    pairs = [pair for left, right in groups.values() for pair in _paired(left, right)]
    if not pairs:
        raise HarnessError(
            "the records have no column in common",
            hint=f"name a pair, as --column OLD=NEW; {_held(old, new)}",
        )
    return tuple(pairs)


def _paired(left: list[ColumnId], right: list[ColumnId]) -> list[tuple[ColumnId, ColumnId]]:
    if not left or not right:
        return []
    if set(left) == set(right):
        return [(column, column) for column in left]
    if len(left) == len(right) == 1:
        return [(left[0], right[0])]
    names = [", ".join(map(str, side)) for side in (left, right)]
    raise HarnessError(
        f"which columns belong together is not clear: {names[0]} and {names[1]}",
        hint=f"name each pair, as --column {left[0]}={right[-1]}",
    )


def chosen_column(record: Record, column: ColumnId) -> ColumnId:
    """The column, when the record judges it; else HarnessError names those that it does."""
    found = candidates(record)
    if column not in found:
        raise HarnessError(
            f"{_name(record)} has no candidate column {column}",
            hint=f"its columns: {', '.join(map(str, found)) or 'none'}",
        )
    return column


def _held(old: Record, new: Record) -> str:
    sides = (("old", old), ("new", new))
    held = (f"{name}: {', '.join(map(str, candidates(r))) or 'none'}" for name, r in sides)
    return "; ".join(held)


def _name(record: Record) -> str:
    return str(record.path or record.header.run_id)


# --------------------------------------------------------------------------- warnings


def _warnings(old: Side, new: Side, changes: Sequence[Change]) -> list[str]:
    """What is not alike on both sides beside the candidate, and may explain what moved."""
    return [
        *_oracle_warnings(old, new),
        *_build_warning(old, new),
        *_machine_warning(old.record, new.record),
        *_corpus_warning(changes),
        *_harness_warnings(old.record, new.record),
    ]


def _oracle_warnings(old: Side, new: Side) -> list[str]:
    left, right = (_oracle(side) for side in (old, new))
    lines = []
    if _python(left) != _python(right):
        lines.append(f"Different oracles: {_python(left)} for old, {_python(right)} for new.")
    elif left and right and left[1] and right[1] and left[1].fingerprint != right[1].fingerprint:
        lines.append(f"The oracle {_python(left)} is not the same build on both sides.")
    for side, found in ((old, left), (new, right)):
        if found and not found[0].exact:
            lines.append(
                f"{side.column} claims Python {found[0].claimed}, but is judged by "
                f"{_python(found)}: what differs between those versions shows as its fault."
            )
    return lines


def _oracle(side: Side) -> tuple[OracleChoice, Column | None] | None:
    """The choice of the side's oracle, and that column."""
    header = side.record.header
    choice = next((c for c in header.oracles if c.candidate == side.column), None)
    if choice is None:
        return None
    return choice, next((c for c in header.columns if c.id == choice.oracle), None)


def _python(found: tuple[OracleChoice, Column | None] | None) -> str:
    """The oracle's column, with its full version where the record knows it."""
    if found is None:
        return "no oracle"
    version = found[1].details.get("version") if found[1] else None
    return f"{found[0].oracle} ({version})" if version else str(found[0].oracle)


def _build_warning(old: Side, new: Side) -> list[str]:
    prints = [
        next((c.fingerprint for c in side.record.header.columns if c.id == side.column), "")
        for side in (old, new)
    ]
    if not prints[0] or prints[0] != prints[1]:
        return []
    return [f"Both sides are the same build of {new.column}: what moved, moved by itself."]


def _machine_warning(old: Record, new: Record) -> list[str]:
    differing = _differing(old.header.machine, new.header.machine)
    if not differing:
        return []
    return [
        f"Different machines: {'; '.join(differing)}. Times of the two records cannot be compared."
    ]


def _corpus_warning(changes: Sequence[Change]) -> list[str]:
    counts = Counter(change.kind for change in changes)
    parts = {
        ChangeKind.NEW_SCRIPT: "only in new",
        ChangeKind.REMOVED_SCRIPT: "only in old",
        ChangeKind.EDITED_SCRIPT: "edited",
    }
    told = [f"{counts[kind]} {text}" for kind, text in parts.items() if counts[kind]]
    return [f"Different corpora: of the scripts {', '.join(told)}."] if told else []


def _harness_warnings(old: Record, new: Record) -> list[str]:
    lines = []
    left, right = dict(old.header.settings), dict(new.header.settings)
    rules = left.pop("rules", None), right.pop("rules", None)
    if rules[0] != rules[1]:
        lines.append(f"Judged by different rules: {_shown(rules[0])} and {_shown(rules[1])}.")
    versions = old.header.harness_version, new.header.harness_version
    if versions[0] != versions[1]:
        lines.append(f"Written by different versions of the harness: {' and '.join(versions)}.")
    differing = _differing(left, right)
    if differing:
        lines.append(f"Different settings: {'; '.join(differing)}.")
    return lines


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    keys = dict.fromkeys([*old, *new])
    return [
        f"{key} {_shown(old.get(key))} and {_shown(new.get(key))}"
        for key in keys
        if old.get(key) != new.get(key)
    ]


def _shown(value: object) -> str:
    return "none" if value is None else str(value)
