"""The columns of a run with all it takes to run them, and what comes of a case in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from harness.model import Artefact, Attempt, Case, Column, ColumnId, Outcome, Runtime, Verdict


@dataclass(frozen=True)
class Lane:
    """A column with all it takes to run it. `oracle` is None for a lane that only judges;
    `fast` is the artefact that starts fast, where there is one."""

    column: Column
    artefact: Artefact
    runtime: Runtime
    oracle: ColumnId | None = None
    fast: Artefact | None = None


class Lanes:
    """The columns of a run: candidates in their order, and the oracles that judge them."""

    def __init__(self, candidates: Sequence[Lane], oracles: Iterable[Lane]) -> None:
        self.candidates = tuple(candidates)
        self.oracles = {lane.column.id: lane for lane in oracles}

    def oracle_of(self, lane: Lane) -> Lane:
        assert lane.oracle is not None
        return self.oracles[lane.oracle]

    @property
    def references(self) -> tuple[Lane, ...]:
        """Every lane of an engine that judges: the oracles, and its versions that are judged."""
        engines = {key.engine for key in self.oracles}
        everyone = [*self.oracles.values(), *self.candidates]
        found = {lane.column.id: lane for lane in everyone if lane.column.id.engine in engines}
        return tuple(found.values())


@dataclass(frozen=True)
class CaseResult:
    """All that was observed of one case, and the verdicts on its cells; `recalled` where that
    was in an earlier run. `uneven` are the columns in which a fast start did not agree, and a
    cold one did."""

    case: Case
    attempts: tuple[Attempt, ...]
    verdicts: tuple[Verdict, ...]
    recalled: bool = False
    uneven: tuple[ColumnId, ...] = ()

    @property
    def timed_out(self) -> bool:
        return any(item.observation.outcome is Outcome.TIMEOUT for item in self.attempts)
