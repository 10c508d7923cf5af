"""From the samples of a batch to effects in cells, and to why there are none."""

from __future__ import annotations

from typing import Any

import pytest

from harness.bench import CPU, EMPTY, EXECUTION, INSTANTIATE, START, WALL, Side, effects_of
from harness.model import Outcome, Phases
from harness.timing import ratio
from tests.factory import seen

CASE = "c/a.py"


def side(wall_ms: float, cpu_ms: float, count: int = 7, instantiate_ms: float = 0) -> Side:
    """Runs that take a little more each time."""
    phases = Phases(instantiate_ns=round(1e6 * instantiate_ms)) if instantiate_ms else Phases()
    return [
        seen(
            wall_ns=round(1e6 * wall_ms) + 1000 * turn,
            cpu_ns=round(1e6 * cpu_ms) + 1000 * turn,
            phases=phases,
        )
        for turn in range(count)
    ]


QUIET = {EMPTY: (side(20, 10), side(30, 20)), CASE: (side(120, 110), side(330, 120))}


@pytest.mark.parametrize(("clock", "start", "execution"), [(WALL, 1.5, 3.0), (CPU, 2.0, 1.0)])
def test_execution_is_what_is_beyond_the_start_by_each_clock(
    clock: str, start: float, execution: float
) -> None:
    effects, untimed = effects_of(clock, QUIET)
    assert list(effects) == [(EMPTY, START), (CASE, EXECUTION)]
    assert ratio(effects[EMPTY, START].estimate) == pytest.approx(start, rel=1e-3)
    assert ratio(effects[CASE, EXECUTION].estimate) == pytest.approx(execution, rel=1e-3)
    assert untimed == {}


def test_instantiation_is_a_phase_by_the_wall_clock_where_both_columns_have_it() -> None:
    both = {EMPTY: (side(20, 10, instantiate_ms=2), side(30, 20, instantiate_ms=3))}
    assert ratio(effects_of(WALL, both)[0][EMPTY, INSTANTIATE].estimate) == pytest.approx(1.5)
    assert (EMPTY, INSTANTIATE) not in effects_of(CPU, both)[0]
    one = {EMPTY: (side(20, 10), side(30, 20, instantiate_ms=3))}
    assert list(effects_of(WALL, one)[0]) == [(EMPTY, START)]


def spoilt(good: Side, outcome: Outcome, **fields: Any) -> Side:
    return [*good[:-1], seen(outcome, cpu_ns=None, **fields)]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (spoilt(side(330, 120), Outcome.TIMEOUT), "its timed runs do not all end alike"),
        (spoilt(side(330, 120), Outcome.OK, exit_code=1), "its timed runs do not all end alike"),
        ([seen(Outcome.PANIC)] * 7, "its timed runs end in panic"),
        (side(35, 22), "its execution is too short beside start-up"),
        (side(29, 19), "its execution is too short beside start-up"),
    ],
)
def test_runs_that_are_no_samples(wrong: Side, why: str) -> None:
    effects, untimed = effects_of(WALL, {**QUIET, "c/b.py": (side(120, 110), wrong)})
    assert list(effects) == [(EMPTY, START), (CASE, EXECUTION)]
    assert untimed == {"c/b.py": why}


@pytest.mark.parametrize("clock", [WALL, CPU])
def test_without_a_start_up_nothing_is_compared(clock: str) -> None:
    starts = side(20, 10), spoilt(side(30, 20), Outcome.HARNESS_ERROR)
    effects, untimed = effects_of(clock, {**QUIET, EMPTY: starts})
    assert effects == {}
    assert untimed == {CASE: "an empty script: its timed runs do not all end alike"}


def test_what_raises_in_both_columns_is_timed_too() -> None:
    raising = [seen(Outcome.RAISED, wall_ns=10**8, cpu_ns=10**8)] * 7
    effects, _ = effects_of(WALL, {EMPTY: QUIET[EMPTY], CASE: (raising, raising)})
    assert (CASE, EXECUTION) in effects
