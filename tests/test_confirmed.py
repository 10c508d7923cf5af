"""What comes of a fast start that does not agree: a cold one decides, and is what is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from harness.lanes import Lane, Lanes
from harness.model import (
    NATIVE,
    Artefact,
    Attempt,
    Case,
    Column,
    ColumnId,
    Limits,
    Observation,
    Outcome,
    Output,
    Role,
    Start,
    Status,
)
from harness.replay import Replay
from harness.run import run_case
from harness.runtimes import RUNTIMES

ORACLE, CANDIDATE = ColumnId("cpython", "3.14"), ColumnId("rustpython", "0.6.0")


def lane(column: ColumnId, **fields: object) -> Lane:
    artefact = Artefact(Path("/x"), column.engine, column.version, "3.14", NATIVE, "default", "f")
    facts = Column(column, NATIVE, "3.14", "f", frozenset(), {})
    return Lane(facts, artefact, RUNTIMES[NATIVE], **fields)  # type: ignore[arg-type]


LANES = Lanes([lane(CANDIDATE, oracle=ORACLE)], [lane(ORACLE)])


def printed(text: str) -> Observation:
    data = text.encode()
    return Observation(Outcome.OK, exit_code=0, stdout=Output(data, len(data)))


class Bench:
    """The oracle prints "right"; the candidate what is given for its starts, in turn."""

    def __init__(self, fast: list[str], cold: list[str]) -> None:
        self.left = {Start.FAST: list(fast), Start.COLD: list(cold)}

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
        text = "right" if role is Role.ORACLE else self.left[start].pop(0)
        seen = printed(text)
        return Attempt(case.id, lane.column.id, role, repeat, 0, seen, full, start=start)

    def oracle_limits(self, case: Case) -> Limits:
        return Limits(wall_s=1)

    def candidate_limits(self, case: Case, oracle_runs: object) -> Limits:
        return Limits(wall_s=1)


@pytest.mark.parametrize(
    ("fast", "cold", "status", "made", "uneven"),
    [
        (["right"], [], Status.PASS, ["candidate fast"], False),
        (["wrong"], ["wrong"], Status.FAIL, ["candidate fast", "candidate cold"], False),
        (["wrong"], ["right"], Status.PASS, ["trial fast", "candidate cold"], True),
        (
            ["odd"],
            ["wrong", "wrong"],
            Status.FAIL,
            ["trial fast", "candidate cold", "candidate cold"],
            False,
        ),
        (
            ["odd"],
            ["wrong", "other"],
            Status.FLAKY,
            ["trial fast", "candidate cold", "candidate cold"],
            False,
        ),
    ],
)
def test_a_cold_start_decides(
    fast: list[str], cold: list[str], status: Status, made: list[str], uneven: bool
) -> None:
    case = Case("a.py", Path("/a.py"), ".", "0")
    bench = Bench(fast, cold)
    result = run_case(case, LANES, bench)
    mine = [item for item in result.attempts if item.column == CANDIDATE]
    assert result.verdicts[0].status is status
    assert [f"{item.role} {item.start}" for item in mine] == made
    assert bool(result.uneven) is uneven
    assert len({item.repeat for item in mine}) == len(mine)
    told_again = run_case(case, LANES, Replay(bench, result.attempts))
    assert told_again.verdicts == result.verdicts
    assert replace(told_again, recalled=False) == result
