"""Speed: a quick look (medians and spreads of a few fresh interpreters), and comparisons that
can be believed. Pure.

Start-up is an empty script, start to exit. Execution is what a script took beyond that, and
is compared only where it stands clear of start-up on both sides.

A comparison is made of pairs: d = ln(tB / tA), one for each pair of fresh interpreters. Its
estimate is the Hodges-Lehmann median of d with the 95 % interval of Wilcoxon's signed-rank
test, both from the Walsh averages (the means of all pairs of values, each with itself too).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, exp, inf, log, log2
from statistics import geometric_mean, median, quantiles

from harness.model import ColumnId, Speed, StartUp, Timing

CLEAR_S = 0.010  # below this, execution drowns in the noise of start-up
CLEAR_SHARE = 0.25  # of the start-up itself


def start_up(column: ColumnId, walls_s: Sequence[float]) -> StartUp:
    """The summary of an empty script's times in one column; at least one is needed."""
    return StartUp(column, len(walls_s), median(walls_s), min(walls_s), max(walls_s))


def compare(
    case: str,
    walls_s: Sequence[float],
    oracle_walls_s: Sequence[float],
    start: StartUp,
    oracle_start: StartUp,
) -> Timing:
    """Compare paired samples of one cell with those of its oracle."""
    total, oracle_total = median(walls_s), median(oracle_walls_s)
    execution = total - start.median_s
    oracle_execution = oracle_total - oracle_start.median_s
    timing = Timing(
        case=case,
        column=start.column,
        samples=len(walls_s),
        total_s=total,
        oracle_total_s=oracle_total,
        total_ratio=total / oracle_total,
    )
    if not (_clear(execution, start) and _clear(oracle_execution, oracle_start)):
        return timing
    executions = [wall - start.median_s for wall in walls_s]
    oracle_executions = [wall - oracle_start.median_s for wall in oracle_walls_s]
    if min(*executions, *oracle_executions) <= 0:
        return timing  # a sample no longer than start-up has no ratio that means anything
    ratios = [a / b for a, b in zip(executions, oracle_executions, strict=True)]
    return Timing(
        **{
            **timing.__dict__,
            "execution_s": execution,
            "oracle_execution_s": oracle_execution,
            "ratio": execution / oracle_execution,
            "low": min(ratios),
            "high": max(ratios),
        }
    )


def _clear(execution_s: float, start: StartUp) -> bool:
    return execution_s >= max(CLEAR_S, CLEAR_SHARE * start.median_s, start.high_s - start.low_s)


# --------------------------------------------------------------------------- the rule

LEVEL = 0.05  # of every interval and test, and the rate of false discoveries over many cells
FEWEST_PAIRS = 15
LEAST_MARGIN = 0.03
UNKNOWN_MARGIN = 0.10  # as long as too little is known of this cell's own noise
KNOWN_RUNS = 10
LAST_RUNS = 30
FUEL_MARGIN = 0.001


def pairs_needed(cells: int) -> int:
    """How many pairs are enough for one slow cell among so many to be found."""
    return max(FEWEST_PAIRS, ceil(4 + log2(max(1, cells) / LEVEL)))


def log_ratios(a: Sequence[float], b: Sequence[float]) -> list[float]:
    """ln(b / a) of each pair; all values are above 0, and there are as many of both."""
    return [log(mine / its) for its, mine in zip(a, b, strict=True)]


@dataclass(frozen=True)
class Margin:
    """What a difference has to exceed, as a natural logarithm, and how many A/A runs say so."""

    value: float
    runs: int
    provisional: bool


def margin(differences: Sequence[float]) -> Margin:
    """The margin of a cell from the differences that its A/A runs have shown, oldest first."""
    kept = [abs(difference) for difference in differences[-LAST_RUNS:]]
    if len(kept) < KNOWN_RUNS:
        return Margin(UNKNOWN_MARGIN, len(kept), provisional=True)
    first, _, third = quantiles(kept, n=4, method="inclusive")
    return Margin(max(LEAST_MARGIN, third + 3 * (third - first)), len(kept), provisional=False)


@dataclass(frozen=True)
class Effect:
    """The difference between two columns in one cell, in natural logarithms of B / A.

    `slack` is what is unknown of both start-ups that were taken off, as a share of what is
    left; `low` and `high` are wider by it. `a_median` and `b_median` are in the clock's unit.
    """

    differences: tuple[float, ...]
    estimate: float
    low: float
    high: float
    a_median: float
    b_median: float
    slack: float = 0.0


def effect(a: Sequence[float], b: Sequence[float], slack: float = 0.0) -> Effect:
    """The effect of paired samples, in the order in which they were taken."""
    differences = log_ratios(a, b)
    low, high = interval(differences)
    return Effect(
        tuple(differences),
        hodges_lehmann(differences),
        low - slack,
        high + slack,
        median(a),
        median(b),
        slack,
    )


def execution_effect(
    a: Sequence[float], b: Sequence[float], a_starts: Sequence[float], b_starts: Sequence[float]
) -> Effect | None:
    """The effect on execution: each sample less the median start-up of its column in the same
    batch. None where execution does not stand clear of start-up on both sides.

    What the start-ups leave unknown is the same for all samples of a column, so that it does
    not average out: it widens the interval instead.
    """
    executions, slack = [], 0.0
    for totals, starts in ((a, a_starts), (b, b_starts)):
        start = median(starts)
        beyond = [total - start for total in totals]
        if min(beyond) <= 0 or median(beyond) < max(CLEAR_S, CLEAR_SHARE * start):
            return None
        low, high = interval(starts)
        slack += (high - low) / 2 / median(beyond) if len(starts) > 1 else 0.0
        executions.append(beyond)
    return effect(executions[0], executions[1], slack)


def verdict(low: float, high: float, margin: float) -> Speed:
    """What an interval says against a margin, all of them natural logarithms of B / A."""
    if low > margin:
        return Speed.SLOWER
    if high < -margin:
        return Speed.FASTER
    if -margin < low and high < margin:
        return Speed.EQUIVALENT
    return Speed.INCONCLUSIVE


def verdicts(cells: Sequence[tuple[Effect, Margin]]) -> list[tuple[Speed, float]]:
    """Verdict and p of each cell. With many, a difference also has to hold against all of them
    (Benjamini-Hochberg); one that does not is inconclusive."""
    values = [beyond_margin(*cell) for cell in cells]
    return list(zip(held_verdicts(cells, values), values, strict=True))


def beyond_margin(found: Effect, limit: Margin) -> float:
    """The p of a difference beyond the margin and what is unknown of the start-ups."""
    return p_value(found.differences, limit.value + found.slack)


def held_verdicts(cells: Sequence[tuple[Effect, Margin]], p_values: Sequence[float]) -> list[Speed]:
    """The verdict of each cell, when the differences have these p."""
    judged = []
    for (found, limit), holds in zip(cells, discoveries(p_values), strict=True):
        said = verdict(found.low, found.high, limit.value)
        differs = said in (Speed.SLOWER, Speed.FASTER)
        judged.append(Speed.INCONCLUSIVE if differs and not holds else said)
    return judged


def detectable(half_width: float, margin: float) -> float:
    """The least slowdown that is called one nine times in ten, with an interval of this width.

    Half of the width is about 2.1 standard errors, and 1.28 more make it 90 %.
    """
    return margin + 1.6 * half_width


@dataclass(frozen=True)
class NoiseCell:
    """What A/A runs say of one cell: the margin in force, and for each of these runs half the
    width of its interval; `alarms` of them were called slower or faster."""

    column: ColumnId
    case: str
    phase: str
    clock: str
    margin: Margin
    half_widths: tuple[float, ...] = ()
    alarms: int = 0

    def with_run(self, effect: Effect, *, alarm: bool) -> NoiseCell:
        """The same with one run more."""
        widths = (*self.half_widths, (effect.high - effect.low) / 2)
        return replace(self, half_widths=widths, alarms=self.alarms + alarm)

    @property
    def half_width(self) -> float:
        """That of a usual run."""
        return median(self.half_widths)

    @property
    def least_slowdown(self) -> float:
        """The least one that is called a slowdown nine times in ten."""
        return detectable(self.half_width, self.margin.value)

    @property
    def can_be_equivalent(self) -> bool:
        """Whether an interval of the usual width fits between the margins at all."""
        return self.half_width < self.margin.value


def mean_ratio(ratios: Iterable[float]) -> float | None:
    """The geometric mean; None of none."""
    values = list(ratios)
    return geometric_mean(values) if values else None


# --------------------------------------------------------------------------- statistics


def hodges_lehmann(values: Sequence[float]) -> float:
    """The median of the Walsh averages; at least one value is needed."""
    return median(_walsh(values))


def interval(values: Sequence[float], level: float = LEVEL) -> tuple[float, float]:
    """The signed-rank interval of the median, exact for every number of values.

    With fewer than six there is none at 5 %, and both ends are infinite. Ties and zeros make
    it wider than it would have to be, never narrower.
    """
    averages = _walsh(values)
    outside = _outside(len(values), level / 2)
    if outside < 0:
        return -inf, inf
    return averages[outside], averages[-1 - outside]


def p_value(differences: Sequence[float], beyond: float = 0.0) -> float:
    """The two-sided p of a median above `beyond` or below minus that."""
    from scipy.stats import wilcoxon  # a second to load, and a run's quick look needs none of it

    def tail(sign: int) -> float:
        shifted = [sign * difference - beyond for difference in differences]
        if not any(shifted):
            return 1.0
        test = wilcoxon(shifted, alternative="greater", zero_method="zsplit", method="exact")
        return float(test.pvalue)

    return min(1.0, 2 * min(tail(1), tail(-1)))


def discoveries(p_values: Sequence[float]) -> list[bool]:
    """Which of many differences hold at a rate of false discoveries of 5 %."""
    if not p_values:
        return []
    from scipy.stats import false_discovery_control  # as above

    return [bool(value <= LEVEL) for value in false_discovery_control(p_values)]


def _walsh(values: Sequence[float]) -> list[float]:
    """The mean of every value with itself and each one before it, sorted."""
    return sorted((a + b) / 2 for i, a in enumerate(values) for b in values[: i + 1])


@lru_cache(maxsize=256)
def _outside(count: int, tail: float) -> int:
    """The greatest rank sum W with P(sum <= W) at most `tail`, -1 when there is none.

    The sum of the ranks with a positive sign, over all equally likely signs of 1…count.
    """
    ways = [1]
    for rank in range(1, count + 1):
        longer = ways + [0] * rank
        for total, number in enumerate(ways):
            longer[total + rank] += number
        ways = longer
    allowed, reached, found = tail * 2**count, 0, -1
    for number in ways:
        reached += number
        if reached > allowed:
            break
        found += 1
    return found


def ratio(difference: float) -> float:
    """B / A of a natural logarithm of it."""
    return exp(difference)
