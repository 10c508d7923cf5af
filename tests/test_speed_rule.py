"""The rule by which speeds are compared: its statistics beside scipy's, margins, verdicts."""

from __future__ import annotations

import math
import random

import pytest
from scipy.stats import wilcoxon

from harness import timing
from harness.model import Speed

KNOWN = timing.Margin(0.03, 10, provisional=False)


@pytest.mark.parametrize(
    ("cells", "pairs"), [(1, 15), (35, 15), (102, 15), (103, 16), (1000, 19), (0, 15)]
)
def test_enough_pairs_for_one_slow_cell_among_many(cells: int, pairs: int) -> None:
    assert timing.pairs_needed(cells) == pairs


@pytest.mark.parametrize(
    ("count", "outside"), [(5, -1), (6, 0), (10, 8), (15, 25), (20, 52), (30, 137)]
)
def test_the_critical_rank_sums_are_those_of_the_tables(count: int, outside: int) -> None:
    assert timing._outside(count, 0.025) == outside


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("count", [6, 9, 15, 24])
def test_the_interval_is_what_the_test_does_not_reject(count: int, seed: int) -> None:
    values = [random.Random(f"{count}.{seed}.{i}").gauss(0.02, 0.05) for i in range(count)]
    low, high = timing.interval(values)
    for end, outwards in ((low, -1e-9), (high, 1e-9)):
        for place, rejected in ((end + outwards, True), (end - outwards, False)):
            p = wilcoxon([value - place for value in values], method="exact").pvalue
            assert (p <= timing.LEVEL) == rejected
    assert low <= timing.hodges_lehmann(values) <= high


def test_fewer_than_six_pairs_have_no_interval() -> None:
    assert timing.interval([0.1] * 5) == (-math.inf, math.inf)


def test_ties_and_zeros_give_an_interval_and_no_discovery() -> None:
    assert timing.interval([0.0] * 15) == (0.0, 0.0)
    assert timing.p_value([0.0] * 15) == 1.0


@pytest.mark.parametrize(
    ("differences", "expected"),
    [
        ([], (0.10, 0, True)),
        ([0.001] * 9, (0.10, 9, True)),
        ([0.001] * 10, (0.03, 10, False)),
        ([-0.05] * 10, (0.05, 10, False)),
        ([0.5] * 10 + [0.001] * 30, (0.03, 30, False)),  # only the last thirty count
        ([0.00, 0.01, 0.02, 0.03, 0.04] * 2, (0.03 + 3 * 0.02, 10, False)),
    ],
)
def test_margins(differences: list[float], expected: tuple[float, int, bool]) -> None:
    found = timing.margin(differences)
    assert (pytest.approx(found.value), found.runs, found.provisional) == expected


@pytest.mark.parametrize(
    ("low", "high", "speed"),
    [
        (0.031, 0.08, Speed.SLOWER),
        (0.03, 0.08, Speed.INCONCLUSIVE),
        (-0.08, -0.031, Speed.FASTER),
        (-0.029, 0.029, Speed.EQUIVALENT),
        (-0.01, 0.031, Speed.INCONCLUSIVE),
        (-0.2, 0.2, Speed.INCONCLUSIVE),
    ],
)
def test_the_four_verdicts(low: float, high: float, speed: Speed) -> None:
    assert timing.verdict(low, high, 0.03) is speed


def test_one_slow_cell_among_many_is_found_and_chance_is_not() -> None:
    chance = random.Random(7)
    quiet = [[chance.gauss(0, 0.02) for _ in range(15)] for _ in range(60)]
    slow = [chance.gauss(0.10, 0.02) for _ in range(15)]
    cells = [(timing.effect([1.0] * 15, [math.exp(d) for d in ds]), KNOWN) for ds in [*quiet, slow]]
    said = [speed for speed, _ in timing.verdicts(cells)]
    assert said[-1] is Speed.SLOWER
    assert not {Speed.SLOWER, Speed.FASTER} & set(said[:-1])


def test_what_does_not_hold_against_many_is_inconclusive() -> None:
    weak = timing.effect([1.0] * 6, [1.05 + 0.001 * i for i in range(6)])  # p is 1/32 at best
    even = timing.effect([1.0] * 6, [0.99, 1.01, 0.995, 1.005, 0.998, 1.002])
    assert timing.verdicts([(weak, KNOWN)])[0][0] is Speed.SLOWER
    assert timing.verdicts([(weak, KNOWN), *[(even, KNOWN)] * 9])[0][0] is Speed.INCONCLUSIVE


def test_execution_is_beyond_the_start_up_of_the_batch() -> None:
    starts = [0.100 + 0.0001 * i for i in range(15)]
    found = timing.execution_effect([0.3] * 15, [0.5] * 15, starts, starts)
    assert found is not None
    assert timing.ratio(found.estimate) == pytest.approx(2.0, rel=0.02)
    assert found.slack > 0
    assert found.low == pytest.approx(found.estimate - found.slack)


@pytest.mark.parametrize("total", [0.100, 0.109, 0.12, 0.09])
def test_what_drowns_in_start_up_has_no_effect(total: float) -> None:
    assert timing.execution_effect([total] * 15, [0.5] * 15, [0.1] * 15, [0.1] * 15) is None
