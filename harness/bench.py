"""Comparing the speed of two columns so that it can be believed, and a column with itself.

What is compared first has to agree: cases are judged with their small and their full
arguments, and only compatible ones are timed. Then one attempt is made at a time, without
instrumentation. A round is one pair of fresh interpreters of every case and of an empty
script; the order within the pairs alternates. All cases go through one round before the next
begins, so that what disturbs the machine for a while falls on a few pairs of each and not on
all pairs of one.

Execution is a sample's time less the median start-up of its column in the same batch, which
is that of the empty script in all of its rounds. What that median leaves unknown widens the
interval (`timing.execution_effect`).
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from pathlib import Path
from statistics import median
from typing import Protocol

from harness import timing
from harness.errors import ExitCode, HarnessError
from harness.lanes import CaseResult, Lane, Lanes
from harness.machine import empty_script
from harness.model import (
    ArtefactStore,
    Attempt,
    Case,
    ColumnId,
    Comparison,
    Observation,
    Outcome,
    Progress,
    Role,
    Speed,
    StartUp,
    Timing,
    ToolRunner,
    Untimed,
    Verdict,
)
from harness.noise import Difference, NoiseBook
from harness.run import Bench, Benches, Settings, run_cases
from harness.scratch import ScratchRoot

EMPTY = "empty"  # the empty script, as a case
WALL, CPU, FUEL = "wall", "cpu", "fuel"
START, INSTANTIATE, EXECUTION = "start", "instantiate", "execution"
_ENDED_ITSELF = (Outcome.OK, Outcome.RAISED, Outcome.EXIT)

Side = list[Observation]
Reasons = dict[str, str]  # why a case is not timed, by its ID


class Sink(Protocol):
    """Where a comparison's results go as they come: the record's writer."""

    def add_attempt(self, attempt: Attempt) -> None: ...
    def add_verdict(self, verdict: Verdict) -> None: ...
    def add_timing(self, timing: Timing) -> None: ...
    def add_startup(self, start_up: StartUp) -> None: ...
    def add_comparison(self, comparison: Comparison) -> None: ...
    def add_untimed(self, untimed: Untimed) -> None: ...


@dataclass(frozen=True)
class Plan:
    """What is fixed beforehand.

    Without `pairs` it is as many as the rule asks for so many cases. `clock` is `wall` or
    `cpu`: which of them the verdicts are about. With `confirm` what is slower is measured in a
    second batch. With `judged` the cases are known to agree in both columns.
    """

    pairs: int | None = None
    clock: str = WALL
    confirm: bool = False
    judged: bool = False


@dataclass(frozen=True)
class SpeedResults:
    """The speed of column `b` beside column `a`. Comparisons of both batches, in the cases'
    order; those of a phase other than execution come first. `agreeing` are the cases that
    both columns run alike, whether they could be timed or not."""

    a: ColumnId
    b: ColumnId
    comparisons: tuple[Comparison, ...]
    untimed: tuple[Untimed, ...] = ()
    agreeing: tuple[Case, ...] = ()

    @property
    def first(self) -> tuple[Comparison, ...]:
        """The first batch, which has every cell."""
        return tuple(found for found in self.comparisons if found.batch == 1)

    @property
    def repeated(self) -> tuple[Comparison, ...]:
        """The slowdowns of the first batch that the second one has shown again."""
        again = {
            (found.case, found.phase, found.clock)
            for found in self.comparisons
            if found.batch > 1 and found.verdict is Speed.SLOWER
        }
        return tuple(
            found
            for found in self.first
            if found.verdict is Speed.SLOWER and (found.case, found.phase, found.clock) in again
        )


def compare_speed(
    a: Lane,
    b: Lane,
    cases: Sequence[Case],
    *,
    lanes: Lanes,
    settings: Settings,
    sink: Sink,
    progress: Progress,
    plan: Plan = Plan(),
    book: NoiseBook | None = None,
) -> SpeedResults:
    """Compare column `b` with column `a` over the cases that agree in both.

    `lanes` holds the oracles that judge them. Judging may take several jobs, timing never
    does. Attempts, verdicts, start-ups and comparisons go to `sink` as they come. Without
    `book` every margin is the provisional one.
    """
    agreeing, untimed = list(cases), Reasons()
    if not plan.judged:
        agreeing, untimed = agreeing_cases(a, b, cases, lanes, settings, sink, progress)
    pairs = plan.pairs or timing.pairs_needed(len(agreeing) + 1)
    with (
        ScratchRoot() as scratch,
        Benches(scratch, settings) as benches,
        empty_script() as script,
    ):
        batch = _Batch(a, b, script, benches.mine(), sink, progress, plan.clock, pairs, book)
        found, more = batch.compare(agreeing, 1)
        slower = {item.case for item in found if item.verdict is Speed.SLOWER}
        if plan.confirm and slower:
            again, lost = batch.compare([case for case in agreeing if case.id in slower], 2)
            found += again
            more |= {case: f"not a second time: {why}" for case, why in lost.items()}
    return replace(
        _results(a, b, found, untimed | more, plan.clock, sink), agreeing=tuple(agreeing)
    )


def _results(
    a: Lane, b: Lane, found: Sequence[Comparison], reasons: Reasons, clock: str, sink: Sink
) -> SpeedResults:
    """What was found; the comparisons are in the sink already, the reasons come to it here."""
    ids = a.column.id, b.column.id
    untimed = [Untimed(case, *ids, clock, reason) for case, reason in reasons.items()]
    for item in untimed:
        sink.add_untimed(item)
    return SpeedResults(*ids, tuple(found), tuple(untimed))


# --------------------------------------------------------------------------- judging


class _Full:
    """A sink that says of its attempts that they had the full arguments."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self.add_verdict = sink.add_verdict
        self.add_timing = sink.add_timing
        self.add_startup = sink.add_startup

    def add_attempt(self, attempt: Attempt) -> None:
        self._sink.add_attempt(replace(attempt, full=True))


def agreeing_cases(
    a: Lane,
    b: Lane,
    cases: Sequence[Case],
    lanes: Lanes,
    settings: Settings,
    sink: Sink,
    progress: Progress,
) -> tuple[list[Case], Reasons]:
    """The cases that are compatible in both columns, on their small and full arguments."""
    judged = {lane.column.id: lane for lane in (a, b) if lane.oracle is not None}
    both = Lanes(list(judged.values()), lanes.oracles.values())
    small = _judge(cases, both, settings, sink, progress, "judging")
    kept = [case for case in cases if case.id not in small]
    full = _judge(
        # As a case of its own, whose only arguments are the full ones.
        [replace(c, args_small=c.args_full) for c in kept if c.args_full is not None],
        both,
        settings,
        _Full(sink),
        progress,
        "judging with full arguments",
    )
    beyond = {case: f"with its full arguments: {why}" for case, why in full.items()}
    return [case for case in kept if case.id not in full], small | beyond


def _judge(
    cases: Sequence[Case],
    lanes: Lanes,
    settings: Settings,
    sink: Sink | _Full,
    progress: Progress,
    what: str,
) -> Reasons:
    """Why cases must not be timed; those that may are not in it."""
    done: list[str] = []

    def step(result: CaseResult) -> None:
        done.append(result.case.id)
        progress(f"{what}: {len(done)}/{len(cases)} {result.case.id}")

    results = run_cases(cases, lanes, settings, sink, step) if cases else []
    reasons = {result.case.id: _why_not(result.verdicts) for result in results}
    return {case: why for case, why in reasons.items() if why}


def _why_not(verdicts: Iterable[Verdict]) -> str:
    wrong = [verdict for verdict in verdicts if not verdict.compatible]
    return "; ".join(f"{item.column} is {item.status.value}" for item in wrong)


# --------------------------------------------------------------------------- one batch


class _Batch:
    """Times two columns over cases that agree; `a` and `b` may be the same lane."""

    def __init__(
        self,
        a: Lane,
        b: Lane,
        script: Path,
        bench: Bench,
        sink: Sink | None,
        progress: Progress,
        clock: str,
        pairs: int,
        book: NoiseBook | None,
    ) -> None:
        self._lanes = (a, b)
        self._empty = Case(EMPTY, script, ".", "")
        self._bench = bench
        self._sink = sink
        self._progress = progress
        self._clock = clock
        self._pairs = pairs
        self._book = book

    def compare(self, cases: Sequence[Case], number: int) -> tuple[list[Comparison], Reasons]:
        """Sample, compare, and write down what was found."""
        samples = self.sample(cases, number)
        effects, untimed = effects_of(self._clock, samples)
        everything = {case.id: case for case in (self._empty, *cases)}
        margins = [self._margin(everything[case], phase) for case, phase in effects]
        judged = timing.verdicts(list(zip(effects.values(), margins, strict=True)))
        found = [
            self._comparison(case, phase, effect, margin, speed, p, number, samples)
            for ((case, phase), effect), margin, (speed, p) in zip(
                effects.items(), margins, judged, strict=True
            )
        ]
        if self._sink:
            self._write_start_ups(samples[EMPTY])
            for item in found:
                self._sink.add_comparison(item)
        return found, untimed

    def sample(self, cases: Sequence[Case], number: int) -> dict[str, tuple[Side, Side]]:
        """The observations of both columns by case, in the order of the rounds."""
        everything = [self._empty, *cases]
        samples: dict[str, tuple[Side, Side]] = {case.id: ([], []) for case in everything}
        what = "timing" if number == 1 else "timing again what was slower"
        began = time.monotonic()
        for turn in range(self._pairs):
            for index, case in enumerate(everything):
                each_s = (time.monotonic() - began) / max(1, turn)
                self._progress(
                    f"{what}: round {turn + 1}/{self._pairs} {case.id}",
                    expected_s=each_s * self._pairs if turn else None,
                )
                for side in (0, 1) if (turn + index) % 2 == 0 else (1, 0):
                    repeat = (number - 1) * self._pairs + turn
                    samples[case.id][side].append(self._attempt(case, side, repeat))
        return samples

    def _attempt(self, case: Case, side: int, repeat: int) -> Observation:
        lane = self._lanes[side]
        if self._lanes[0].column.id == self._lanes[1].column.id:
            repeat = 2 * repeat + side
        limits = self._bench.oracle_limits(case)
        attempt = self._bench.attempt(lane, case, Role.TIMING, repeat, limits, full=True)
        if self._sink and case is not self._empty:
            self._sink.add_attempt(attempt)
        return attempt.observation

    def _margin(self, case: Case, phase: str) -> timing.Margin:
        """The greater one of the two columns' cells, of those that enough is known of."""
        known = [
            timing.margin(
                self._book.differences(
                    case.id, case.sha256, str(lane.column.id), phase, self._clock, self._pairs
                )
            )
            for lane in self._lanes
            if self._book
        ]
        known = [item for item in known if not item.provisional] or known
        return max(known, key=lambda item: item.value, default=timing.margin([]))

    def _comparison(
        self,
        case: str,
        phase: str,
        effect: timing.Effect,
        margin: timing.Margin,
        speed: Speed,
        p: float,
        number: int,
        samples: Mapping[str, tuple[Side, Side]],
    ) -> Comparison:
        a, b = self._lanes
        beside = {
            clock: effects_of(clock, {EMPTY: samples[EMPTY], case: samples[case]})[0]
            for clock in (WALL, CPU)
        }
        ratios = {
            clock: timing.ratio(found[case, phase].estimate) if (case, phase) in found else None
            for clock, found in beside.items()
        }
        return Comparison(
            case=case,
            a=a.column.id,
            b=b.column.id,
            phase=phase,
            clock=self._clock,
            batch=number,
            pairs=len(effect.differences),
            a_median=effect.a_median,
            b_median=effect.b_median,
            estimate=effect.estimate,
            low=effect.low,
            high=effect.high,
            margin=margin.value,
            margin_runs=margin.runs,
            provisional=margin.provisional,
            verdict=speed,
            p=p,
            wall_ratio=ratios[WALL],
            cpu_ratio=ratios[CPU],
            memory_ratio=_memory_ratio(*samples[case]),
        )

    def _write_start_ups(self, sides: tuple[Side, Side]) -> None:
        assert self._sink
        for lane, side in zip(self._lanes, sides, strict=True):
            self._sink.add_startup(timing.start_up(lane.column.id, _values(WALL, side)))


Effects = dict[tuple[str, str], timing.Effect]


def effects_of(clock: str, samples: Mapping[str, tuple[Side, Side]]) -> tuple[Effects, Reasons]:
    """The effect in each cell, by case and phase, and the cases that have none.

    `samples` holds those of the empty script beside those of the cases.
    """
    starts = samples[EMPTY]
    effects: Effects = {}
    untimed = Reasons()
    wrong = _unsound(starts[0]) or _unsound(starts[1])
    if wrong:
        return {}, {case: f"an empty script: {wrong}" for case in samples if case != EMPTY}
    for phase, values in (START, _values), (INSTANTIATE, _instantiation):
        a, b = (values(clock, side) for side in starts)
        if a and b and len(a) == len(b):
            effects[EMPTY, phase] = timing.effect(a, b)
    for case, (a_side, b_side) in samples.items():
        if case == EMPTY:
            continue
        why = _unsound(a_side) or _unsound(b_side)
        found = None if why else _execution(clock, a_side, b_side, starts)
        if found:
            effects[case, EXECUTION] = found
        else:
            untimed[case] = why or "its execution is too short beside start-up"
    return effects, untimed


def _execution(
    clock: str, a_side: Side, b_side: Side, starts: tuple[Side, Side]
) -> timing.Effect | None:
    a, b, a_starts, b_starts = (_values(clock, side) for side in (a_side, b_side, *starts))
    return timing.execution_effect(a, b, a_starts, b_starts)


def _values(clock: str, side: Side) -> list[float]:
    """Start to exit, seconds."""
    if clock == WALL:
        return [seen.wall_ns / 1e9 for seen in side]
    return [(seen.cpu_ns or 0) / 1e9 for seen in side]


def _instantiation(clock: str, side: Side) -> list[float]:
    """Seconds by the wall clock; nothing for a runtime that has no such phase."""
    if clock != WALL:
        return []
    return [seen.phases.instantiate_ns / 1e9 for seen in side if seen.phases.instantiate_ns]


def _unsound(side: Side) -> str:
    """Why these runs are no samples of one and the same work; empty when they are."""
    ends = {(seen.outcome, seen.exit_code) for seen in side}
    if len(ends) > 1:
        return "its timed runs do not all end alike"
    outcome = side[0].outcome
    return "" if outcome in _ENDED_ITSELF else f"its timed runs end in {outcome.value}"


def _memory_ratio(a_side: Side, b_side: Side) -> float | None:
    """Of the median peaks; None where a peak is not known."""
    peaks = [[seen.peak_bytes for seen in side if seen.peak_bytes] for side in (a_side, b_side)]
    if not all(
        len(known) == len(side) for known, side in zip(peaks, (a_side, b_side), strict=True)
    ):
        return None
    return median(peaks[1]) / median(peaks[0])


# --------------------------------------------------------------------------- a column with itself


@dataclass(frozen=True)
class SelfRun:
    """One A/A run: the effects in its cells, which are those of noise alone, by clock."""

    effects: Mapping[str, Effects]


def measure_noise(
    lane: Lane,
    cases: Sequence[Case],
    *,
    lanes: Lanes,
    settings: Settings,
    sink: Sink,
    progress: Progress,
    book: NoiseBook,
    runs: int,
    pairs: int | None = None,
    run_id: str,
) -> tuple[list[SelfRun], Reasons]:
    """Compare a column with itself, `runs` times, and keep what was found in `book`.

    Each run is a batch of its own, as a comparison of two columns would be.
    """
    agreeing, untimed = agreeing_cases(lane, lane, cases, lanes, settings, sink, progress)
    pairs = pairs or timing.pairs_needed(len(agreeing) + 1)
    hashes = {case.id: case.sha256 for case in agreeing} | {EMPTY: ""}
    made = []
    with (
        ScratchRoot() as scratch,
        Benches(scratch, settings) as benches,
        empty_script() as script,
    ):
        for number in range(1, runs + 1):

            def say(message: str, *, expected_s: float | None = None, number: int = number) -> None:
                progress(f"A/A run {number} of {runs}: {message}", expected_s=expected_s)

            batch = _Batch(lane, lane, script, benches.mine(), None, say, WALL, pairs, None)
            samples = batch.sample(agreeing, 1)
            by_clock = {clock: effects_of(clock, samples) for clock in (WALL, CPU)}
            effects = {clock: found for clock, (found, _) in by_clock.items()}
            book.add(
                Difference(
                    case,
                    hashes[case],
                    str(lane.column.id),
                    phase,
                    clock,
                    pairs,
                    effect.estimate,
                    f"{run_id}-{number}",
                )
                for clock, found in effects.items()
                for (case, phase), effect in found.items()
            )
            made.append(SelfRun(effects))
            untimed |= by_clock[WALL][1]
    return made, untimed


def noise_cells(
    made: Sequence[SelfRun], column: ColumnId, cases: Sequence[Case], book: NoiseBook, pairs: int
) -> list[timing.NoiseCell]:
    """What is known of each cell now, and what these runs say of it."""
    hashes = {case.id: case.sha256 for case in cases} | {EMPTY: ""}
    cells: dict[tuple[str, str, str], timing.NoiseCell] = {}
    for run in made:
        for clock, effects in run.effects.items():
            margins = [
                timing.margin(
                    book.differences(case, hashes[case], str(column), phase, clock, pairs)
                )
                for case, phase in effects
            ]
            judged = timing.verdicts(list(zip(effects.values(), margins, strict=True)))
            for ((case, phase), effect), margin, (speed, _) in zip(
                effects.items(), margins, judged, strict=True
            ):
                key = case, phase, clock
                cell = cells.get(key, timing.NoiseCell(column, *key, margin))
                alarm = speed in (Speed.SLOWER, Speed.FASTER)
                cells[key] = cell.with_run(effect, alarm=alarm)
    return list(cells.values())


# --------------------------------------------------------------------------- fuel


def counting_lane(
    lane: Lane, *, tools: ToolRunner, store: ArtefactStore, progress: Progress
) -> Lane:
    """The same column, made to count instructions; HarnessError where its runtime cannot."""
    artefact = lane.runtime.counting(lane.artefact, tools=tools, store=store, progress=progress)
    if artefact is None:
        raise HarnessError(
            f"{lane.column.id} cannot count instructions",
            hint="a column of a WebAssembly runtime can, as its own name with /RUNTIME",
        )
    return replace(lane, artefact=artefact)


def compare_fuel(
    a: Lane,
    b: Lane,
    cases: Sequence[Case],
    *,
    settings: Settings,
    sink: Sink,
    progress: Progress,
) -> SpeedResults:
    """Compare the instructions of two counting lanes over cases that agree in both.

    Every run is made twice, and a case whose two counts differ is left out: what is no fact
    about the column gates nothing. Execution is what is beyond the empty script's count.
    """
    with (
        ScratchRoot() as scratch,
        Benches(scratch, settings) as benches,
        empty_script() as script,
    ):
        bench, empty = benches.mine(), Case(EMPTY, script, ".", "")

        def count(lane: Lane, case: Case, side: int) -> int | str:
            """The instructions of a run, or why there is no such number."""
            counts = []
            for repeat in range(2):
                limits = bench.oracle_limits(case)
                attempt = bench.attempt(
                    lane, case, Role.TIMING, 2 * side + repeat, limits, full=True
                )
                if case is not empty:
                    sink.add_attempt(attempt)
                seen = attempt.observation
                if seen.fuel is None or seen.outcome not in _ENDED_ITSELF:
                    return f"{lane.column.id} ends in {seen.outcome.value} when it is counted"
                counts.append(seen.fuel)
            if counts[0] != counts[1]:
                return f"{lane.column.id} counts {counts[0]} and then {counts[1]} instructions"
            return counts[0]

        starts = [count(lane, empty, side) for side, lane in enumerate((a, b))]
        wrong = [start for start in starts if isinstance(start, str)]
        if wrong:
            raise HarnessError(f"an empty script: {wrong[0]}", code=ExitCode.INCOMPLETE)
        a_start, b_start = (start for start in starts if isinstance(start, int))
        found = [_fuel_comparison(EMPTY, START, a, b, a_start, b_start)]
        untimed = Reasons()
        for done, case in enumerate(cases, 1):
            progress(f"counting instructions: {done}/{len(cases)} {case.id}")
            mine, its = count(a, case, 0), count(b, case, 1)
            if isinstance(mine, str) or isinstance(its, str):
                untimed[case.id] = next(said for said in (mine, its) if isinstance(said, str))
            elif mine <= a_start or its <= b_start:
                untimed[case.id] = "it counts no more than an empty script"
            else:
                beyond = mine - a_start, its - b_start
                found.append(_fuel_comparison(case.id, EXECUTION, a, b, *beyond))
    for item in found:
        sink.add_comparison(item)
    return _results(a, b, found, untimed, FUEL, sink)


def _fuel_comparison(case: str, phase: str, a: Lane, b: Lane, its: int, mine: int) -> Comparison:
    """Exact: the interval is the estimate itself."""
    difference = log(mine / its)
    return Comparison(
        case=case,
        a=a.column.id,
        b=b.column.id,
        phase=phase,
        clock=FUEL,
        batch=1,
        pairs=1,
        a_median=its,
        b_median=mine,
        estimate=difference,
        low=difference,
        high=difference,
        margin=timing.FUEL_MARGIN,
        margin_runs=0,
        provisional=False,
        verdict=timing.verdict(difference, difference, timing.FUEL_MARGIN),
    )
