"""A quick look at speed: medians and spreads of a few fresh interpreters. Pure.

Start-up is an empty script, start to exit. Execution is what a script took beyond that, and
is compared only where it stands clear of start-up on both sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from harness.model import ColumnId, StartUp, Timing

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
