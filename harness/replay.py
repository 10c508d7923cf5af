"""Attempts that were made before, told in place of new ones; and which may be kept for that."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from harness.lanes import CaseResult, Lane
from harness.model import Attempt, Case, Limits, Observation, Outcome, Role, Start, Status
from harness.normalize import Sample, usable_steps
from harness.observe import spoilt


class Maker(Protocol):
    """Makes attempts, or tells those that were made before."""

    def attempt(
        self,
        lane: Lane,
        case: Case,
        role: Role,
        repeat: int,
        limits: Limits,
        *,
        full: bool = False,
        start: Start = Start.COLD,
    ) -> Attempt: ...
    def oracle_limits(self, case: Case) -> Limits: ...
    def candidate_limits(self, case: Case, oracle_runs: Sequence[Observation]) -> Limits: ...


class Memory(Protocol):
    """What was observed before, under the same conditions: `harness.recall`."""

    def recall(self, case: Case) -> Sequence[Attempt]:
        """The attempts that a case was judged by."""

    def timing(self, case: Case) -> tuple[Sequence[Attempt], Sequence[Attempt]]:
        """The attempts that a case was timed by, and the start-ups of that run."""

    def keep(self, case: Case, attempts: Sequence[Attempt]) -> None:
        """Keep what a case was judged by, in place of all that was known of it."""

    def add(self, case: Case, timing: Sequence[Attempt], start_ups: Sequence[Attempt]) -> None:
        """Keep what it was timed by beside that."""

    def forget(self, case: Case) -> None:
        """What was known does not hold any more."""

    def expected_s(self, case: Case) -> float:
        """How long a case took the last time, whatever has changed since; infinite for one
        that is new."""

    def took(self, case: Case, seconds: float) -> None:
        """How long it took now."""


class UnknownError(Exception):
    """An attempt that was not made before is asked for."""


class Replay:
    """Tells attempts that were made before, as a bench would make them now."""

    def __init__(self, bench: Maker, attempts: Iterable[Attempt]) -> None:
        self.oracle_limits = bench.oracle_limits
        self.candidate_limits = bench.candidate_limits
        attempts = tuple(attempts)
        self._known = {(a.column, a.role, a.repeat, a.full): a for a in attempts}
        # What was asked for as a candidate's first attempt, and set aside.
        self._trials = {(a.column, a.repeat, a.full): a for a in attempts if a.role is Role.TRIAL}

    def attempt(
        self,
        lane: Lane,
        case: Case,
        role: Role,
        repeat: int,
        limits: Limits,
        *,
        full: bool = False,
        start: Start = Start.COLD,
    ) -> Attempt:
        full = full and case.args_full is not None
        found = None
        if start is Start.FAST and role is Role.CANDIDATE:
            trial = self._trials.get((lane.column.id, repeat, full))
            found = replace(trial, role=Role.CANDIDATE) if trial else None
        found = found or self._known.get((lane.column.id, role, repeat, full))
        if found is None:
            raise UnknownError
        return found


class Recorder:
    """A bench that notes what it makes."""

    def __init__(self, bench: Maker) -> None:
        self.oracle_limits = bench.oracle_limits
        self.candidate_limits = bench.candidate_limits
        self.made: list[Attempt] = []
        self._bench = bench

    def attempt(
        self,
        lane: Lane,
        case: Case,
        role: Role,
        repeat: int,
        limits: Limits,
        *,
        full: bool = False,
        start: Start = Start.COLD,
    ) -> Attempt:
        attempt = self._bench.attempt(lane, case, role, repeat, limits, full=full, start=start)
        self.made.append(attempt)
        return attempt


class _Forgetful:
    """The memory of a run that has none."""

    def recall(self, case: Case) -> Sequence[Attempt]:
        return ()

    def timing(self, case: Case) -> tuple[Sequence[Attempt], Sequence[Attempt]]:
        return (), ()

    def keep(self, case: Case, attempts: Sequence[Attempt]) -> None:
        pass

    def add(self, case: Case, timing: Sequence[Attempt], start_ups: Sequence[Attempt]) -> None:
        pass

    def forget(self, case: Case) -> None:
        pass

    def expected_s(self, case: Case) -> float:
        return math.inf

    def took(self, case: Case, seconds: float) -> None:
        pass


NO_MEMORY: Memory = _Forgetful()

RESTLESS = {Status.FLAKY, Status.SPURIOUS, Status.UNSTABLE_ORACLE, Status.MISSING}
_CLOCK = {"timestamp", "duration"}  # masks of what the clock moves


# A machine that is busy, or short of memory, ends an attempt that another day lets go on.
_BY_CHANCE = {Outcome.TIMEOUT, Outcome.OOM}


def lasting(result: CaseResult) -> bool:
    """Whether a later run may take this for its own: nothing in it moves by itself, by the
    clock, by the machine's load, or through a fault of the harness."""
    if not result.attempts or any(v.status in RESTLESS for v in result.verdicts):
        return False
    return all(map(steady, result.attempts)) and not _moves(result.attempts)


def steady(attempt: Attempt) -> bool:
    """Whether nothing but the script ended it."""
    seen = attempt.observation
    return not spoilt(seen) and seen.outcome not in _BY_CHANCE


def _moves(attempts: Sequence[Attempt]) -> bool:
    """Whether some column's own runs differ in what the clock moves."""
    for column in {attempt.column for attempt in attempts}:
        seen = [a.observation for a in attempts if a.column == column]
        for outputs in ([s.stdout for s in seen], [s.stderr for s in seen]):
            samples = [Sample(o.data, s.scratch) for o, s in zip(outputs, seen, strict=True)]
            if any(step.name in _CLOCK for step in usable_steps(samples)):
                return True
    return False
