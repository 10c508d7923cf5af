"""Start-up and execution are kept apart, and compared only where they stand clear."""

from __future__ import annotations

import pytest

from harness import timing
from harness.model import ColumnId

FAST, SLOW = ColumnId("cpython", "3.14"), ColumnId("rustpython", "0.6.0")
START_FAST = timing.start_up(FAST, [0.010, 0.011, 0.010])
START_SLOW = timing.start_up(SLOW, [0.030, 0.031, 0.030])


def test_start_up_is_a_median_with_its_spread() -> None:
    assert (START_FAST.median_s, START_FAST.low_s, START_FAST.high_s) == (0.010, 0.010, 0.011)


def test_execution_is_what_is_beyond_start_up() -> None:
    found = timing.compare(
        "c", [0.230, 0.430, 0.330], [0.110, 0.110, 0.110], START_SLOW, START_FAST
    )
    assert found.ratio == pytest.approx(3.0)
    assert (found.low, found.high) == (pytest.approx(2.0), pytest.approx(4.0))
    assert found.total_ratio == pytest.approx(3.0)
    assert found.execution_s == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("mine", "its"),
    [
        ([0.031], [0.110]),
        ([0.330], [0.0105]),
        ([0.030], [0.010]),
        ([0.02], [0.01]),
        # One sample of three is start-up alone: it would be divided by, or give a ratio below 0.
        ([0.330, 0.330, 0.330], [0.110, START_FAST.median_s, 0.110]),
        ([0.330, 0.029, 0.330], [0.110, 0.110, 0.110]),
    ],
)
def test_what_drowns_in_start_up_gets_no_ratio(mine: list[float], its: list[float]) -> None:
    found = timing.compare("c", mine, its, START_SLOW, START_FAST)
    assert (found.ratio, found.low, found.execution_s) == (None, None, None)
    assert found.total_ratio == pytest.approx(mine[0] / its[0])
