"""An upgrade: the same cases under an old version and a new one, and which differences stand.

One record holds both versions, each judged by the oracle that it claims. Before a difference
is reported, both of its cells are run again, alone, and have to come out as they did: a
regression every time of several, anything else once. At the end the new version runs all
cases a second time, on its own, and is compared with itself: what moves there moves without
an upgrade.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from harness import judge
from harness.compare import (
    MOVED,
    Change,
    ChangeKind,
    Comparison,
    Confirmation,
    Control,
    Side,
    compare,
    control_of,
    suspected,
)
from harness.errors import HarnessError
from harness.lanes import Lane, Lanes
from harness.model import (
    DEFAULT_PROFILE,
    Attempt,
    Case,
    ColumnId,
    Observation,
    OracleChoice,
    Record,
    Role,
    Verdict,
)
from harness.model import Comparison as SpeedComparison
from harness.run import ORACLE_SEEDS, Bench, Benches, Settings, Sink
from harness.scratch import ScratchRoot

CONFIRM = 3  # times that a suspected regression has to come out the same

OnStep = Callable[[str], None]
Confirmations = dict[tuple[str, ColumnId], Confirmation]
Speeds = Mapping[ColumnId, Sequence[SpeedComparison]]  # by the new side's column


@dataclass(frozen=True)
class Pair:
    """A column of the old version, and that of the new one which it is compared with."""

    old: ColumnId
    new: ColumnId


def pair_up(old: Sequence[ColumnId], new: Sequence[ColumnId]) -> list[Pair]:
    """Old and new columns in pairs; HarnessError where they are not two versions of a thing."""
    pairs = [Pair(*both) for both in zip(old, new, strict=True)]
    for pair in pairs:
        if pair.old == pair.new:
            raise HarnessError(
                f"OLD and NEW are the same column, {pair.old}",
                hint="two versions, as harness upgrade 0.5.0 0.6.0 corpus/",
            )
        if pair.old.runtime != pair.new.runtime:
            raise HarnessError(
                f"{pair.old} and {pair.new} have different runtimes",
                hint="an upgrade is between versions; --wasm adds the runtime to both",
            )
    return pairs


def judge_all(
    lanes: Lanes, choices: Sequence[OracleChoice], pairs: Sequence[Pair]
) -> tuple[Lanes, list[OracleChoice]]:
    """The lanes with every column of the pairs judged: one that is an oracle, by itself."""
    judged = {lane.column.id for lane in lanes.candidates}
    wanted = dict.fromkeys(column for pair in pairs for column in (pair.old, pair.new))
    alone = [lanes.oracles[column] for column in wanted if column not in judged]
    added = [replace(lane, oracle=lane.column.id) for lane in alone]
    made = [
        OracleChoice(lane.column.id, lane.column.id, lane.column.python, True) for lane in added
    ]
    everyone = Lanes([*lanes.candidates, *added], lanes.oracles.values())
    return everyone, [*choices, *made]


def new_lanes(lanes: Lanes, pairs: Sequence[Pair]) -> Lanes:
    """The lanes of the new side alone, with the oracles that they need: for the control."""
    wanted = [pair.new for pair in pairs]
    candidates = [lane for lane in lanes.candidates if lane.column.id in wanted]
    return Lanes(candidates, _oracles(candidates, lanes))


def _oracles(candidates: Iterable[Lane], lanes: Lanes) -> list[Lane]:
    return list({lane.oracle: lanes.oracle_of(lane) for lane in candidates}.values())


# --------------------------------------------------------------------------- comparing


def snapshot(record: Record) -> Record:
    """A record to which only repeats are still to be added, as if it were complete: every
    cell in it is judged."""
    return replace(record, complete=True)


def compare_pairs(
    record: Record,
    pairs: Sequence[Pair],
    confirmations: Mapping[tuple[str, ColumnId], Confirmation] | None = None,
    controls: Mapping[ColumnId, Comparison] | None = None,
    speeds: Speeds | None = None,
) -> list[Comparison]:
    """Old against new for each pair.

    `controls` are the new columns against themselves. A control's verdict is one repeat
    more of the new side: what moves in the control is not believed in the comparison either,
    so that a regression which stands beside such a control is none of what moved there.
    """
    controls = controls or {}
    believed = dict(confirmations or {})
    for column, comparison in controls.items():
        for change in comparison.of(*MOVED):
            if change.new is not None:
                known = believed.get((change.case.id, column), Confirmation(()))
                seen = (*known.new, change.new)
                believed[change.case.id, column] = replace(known, new=seen)
    return [
        compare(
            Side(record, pair.old),
            Side(record, pair.new),
            confirmations=believed,
            control=_control(controls.get(pair.new)),
            speeds=(speeds or {}).get(pair.new),
        )
        for pair in pairs
    ]


def _control(comparison: Comparison | None) -> Control | None:
    return control_of(comparison) if comparison else None


def compare_controls(
    record: Record, again: Record, pairs: Sequence[Pair]
) -> dict[ColumnId, Comparison]:
    """Each new column in the upgrade's record against itself in the control's."""
    return {pair.new: compare(Side(record, pair.new), Side(again, pair.new)) for pair in pairs}


def sentence(comparisons: Sequence[Comparison]) -> str:
    """What an upgrade does to the scripts, in one line for all pairs."""
    old, new = comparisons[0].old.column, comparisons[0].new.column
    name = f"{old.engine} {old.version}"
    other = new.version if new.engine == old.engine else f"{new.engine} {new.version}"
    alone = len(comparisons) == 1
    told = [_told(item) if alone else f"{_told(item)} ({_kind(item)})" for item in comparisons]
    return f"{name} → {other}: {'; '.join(told)}."


def _kind(comparison: Comparison) -> str:
    column = comparison.new.column
    profile = "" if column.profile == DEFAULT_PROFILE else f"{column.profile}, "
    return f"{profile}{column.runtime}"


def _told(comparison: Comparison) -> str:
    counts = comparison.counts
    regressed, fixed = (counts.get(kind, 0) for kind in (ChangeKind.REGRESSED, ChangeKind.FIXED))
    parts = [f"{regressed} regressed{_in_causes(comparison)}", f"{fixed} fixed"]
    others = (ChangeKind.CHANGED, ChangeKind.FLAKY, ChangeKind.SPURIOUS, ChangeKind.UNKNOWN)
    parts += [f"{counts[kind]} {kind.value}" for kind in others if counts.get(kind)]
    if comparison.control is not None and comparison.control.changes:
        parts.append(f"not conclusive, for {comparison.control.changes} moved in the control")
    return ", ".join(parts)


def _in_causes(comparison: Comparison) -> str:
    causes = len(comparison.causes_of(ChangeKind.REGRESSED))
    return f" in {causes} cause{'s' if causes > 1 else ''}" if causes else ""


# --------------------------------------------------------------------------- confirming


@dataclass(frozen=True)
class Suspect:
    """A change that is to be run again `times` times, with the pair that it was seen in."""

    change: Change
    pair: Pair
    times: int


def suspects(comparisons: Sequence[Comparison], pairs: Sequence[Pair], times: int) -> list[Suspect]:
    """What is to be run again and was run on both sides: what is or may be a regression
    `times` times, all else once."""
    grave = (ChangeKind.REGRESSED, ChangeKind.FLAKY)
    return [
        Suspect(change, pair, times if change.kind in grave else 1)
        for comparison, pair in zip(comparisons, pairs, strict=True)
        for change in comparison.changes
        if suspected(change) and change.old_attempts and change.new_attempts
    ]


def confirm(
    found: Sequence[Suspect],
    cases: Sequence[Case],
    lanes: Lanes,
    settings: Settings,
    sink: Sink,
    on_step: OnStep,
) -> Confirmations:
    """Run every suspect again, one at a time with nothing beside it, so that load is no cause.

    The attempts go to `sink`, and so does a new verdict where all runs together give another
    one, as for a failure that did not come again.
    """
    by_id = {case.id: case for case in cases}
    confirmed: Confirmations = {}
    with ScratchRoot() as scratch, Benches(scratch, settings) as benches:
        for suspect in found:
            case = by_id[suspect.change.case.id]
            repeats = _Repeats(suspect, case, lanes, benches.mine(), sink)
            confirmed[case.id, suspect.pair.new] = repeats.make(suspect.times)
            on_step(case.id)
    return confirmed


class _Repeats:
    """Both cells of a suspect, run again in turn."""

    def __init__(
        self, suspect: Suspect, case: Case, lanes: Lanes, bench: Bench, sink: Sink
    ) -> None:
        change, pair = suspect.change, suspect.pair
        assert change.old is not None
        assert change.new is not None
        self._case = case
        self._bench = bench
        self._sink = sink
        self._before: dict[ColumnId, list[Observation]] = {}  # the oracles, in the run
        self._beside: dict[ColumnId, list[Observation]] = {}  # and beside the repeats
        by_id = {lane.column.id: lane for lane in lanes.candidates}
        self._cells = [
            _Cell(by_id[pair.old], change.old, _observations(change.old_attempts)),
            _Cell(by_id[pair.new], change.new, _observations(change.new_attempts)),
        ]
        for cell, attempts in zip(
            self._cells, (change.old_oracles, change.new_oracles), strict=True
        ):
            oracle = lanes.oracle_of(cell.lane)
            if oracle.column.id not in self._before:
                self._before[oracle.column.id] = _observations(attempts)
                self._beside[oracle.column.id] = self._ask(oracle)

    def make(self, times: int) -> Confirmation:
        """At most `times` repeats of both; it ends with the first that is not as before."""
        for repeat in range(times):
            cells = self._cells if repeat % 2 == 0 else self._cells[::-1]
            alike = [self._again(cell) for cell in cells]  # both of them, whatever the first says
            if not all(alike):
                for cell in self._cells:
                    self._settle(cell)
                break
        old, new = self._cells
        return Confirmation(new=tuple(new.repeats), old=tuple(old.repeats))

    def _ask(self, oracle: Lane) -> list[Observation]:
        """The oracle anew, under as many seeds as a failure takes: what is right may be so for
        a minute or a day, and the run may be hours ago."""
        limits = self._bench.oracle_limits(self._case)
        first = len(self._before[oracle.column.id])
        runs = []
        for repeat in range(first, first + ORACLE_SEEDS):
            attempt = self._bench.attempt(oracle, self._case, Role.ORACLE, repeat, limits)
            self._sink.add_attempt(attempt)
            runs.append(attempt.observation)
        return runs

    def _again(self, cell: _Cell) -> bool:
        """One more run of a cell; whether it is judged as compatible as the cell was."""
        beside = self._beside[_oracle(cell)]
        limits = self._bench.candidate_limits(self._case, beside)
        attempt = self._bench.attempt(cell.lane, self._case, Role.CANDIDATE, len(cell.runs), limits)
        self._sink.add_attempt(attempt)
        cell.runs.append(attempt.observation)
        column = cell.lane.column.id
        seen = [attempt.observation]
        cell.repeats.append(judge.judge(self._case, column, _oracle(cell), beside, seen))
        return cell.repeats[-1].compatible == cell.verdict.compatible

    def _settle(self, cell: _Cell) -> None:
        """The verdict of all runs together, written where it is another."""
        column, oracle = cell.lane.column.id, _oracle(cell)
        oracle_runs = [*self._before[oracle], *self._beside[oracle]]
        verdict = judge.decide(self._case, column, oracle, oracle_runs, cell.runs)
        if verdict.status is not cell.verdict.status:
            sensitive = cell.verdict.version_sensitive
            self._sink.add_verdict(replace(verdict, version_sensitive=sensitive))


class _Cell:
    """One side of a suspect: what was seen of it so far, and how each repeat was judged."""

    def __init__(self, lane: Lane, verdict: Verdict, runs: list[Observation]) -> None:
        self.lane = lane
        self.verdict = verdict
        self.runs = runs
        self.repeats: list[Verdict] = []


def _observations(attempts: Iterable[Attempt]) -> list[Observation]:
    return [attempt.observation for attempt in attempts]


def _oracle(cell: _Cell) -> ColumnId:
    assert cell.lane.oracle is not None
    return cell.lane.oracle
