"""What A/A runs say, as text and as JSON."""

from __future__ import annotations

import json

import pytest

from harness.model import ColumnId
from harness.reports import ReportOptions
from harness.reports.noise import as_json, terminal
from harness.timing import Margin, NoiseCell
from tests import factory
from tests.reports.test_golden import check


def cell(
    case: str,
    margin: Margin,
    *half_widths: float,
    column: ColumnId = factory.NATIVE,
    phase: str = "execution",
    clock: str = "wall",
    alarms: int = 0,
) -> NoiseCell:
    return NoiseCell(column, case, phase, clock, margin, half_widths, alarms)


KNOWN, WIDE = Margin(0.03, 30, provisional=False), Margin(0.08, 12, provisional=False)
CELLS = [
    cell("empty", KNOWN, 0.010, 0.012, 0.011, phase="start"),
    cell("corpus/a/steady.py", KNOWN, 0.009, 0.010, 0.011),
    cell(f"corpus/a/{factory.HOSTILE}", WIDE, 0.09, 0.11, 0.10),
    cell("corpus/b/alarm.py", KNOWN, 0.01, 0.02, 0.03, alarms=1),
    cell("corpus/b/new.py", Margin(0.10, 3, provisional=True), 0.02, 0.03, 0.04),
    cell("corpus/a/steady.py", KNOWN, 0.005, 0.004, 0.006, clock="cpu"),
    cell("empty", KNOWN, 0.02, column=factory.WASM, phase="instantiate"),
]


def test_the_terminal() -> None:
    check("noise.txt", terminal(CELLS, ReportOptions()))


def test_for_programs() -> None:
    text = as_json(CELLS)
    check("noise.json", text)
    assert len(json.loads(text)["cells"]) == len(CELLS)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_longer_than_the_terminal_is_wide(width: int) -> None:
    text = terminal(CELLS, ReportOptions(width=width))
    assert max(map(len, text.splitlines())) <= width


def test_false_alarms_are_counted_over_cells_and_runs() -> None:
    assert "1 of 15 A/A cells (6.6%) were called slower or" in terminal(CELLS)


def test_only_provisional_margins_are_marked() -> None:
    lines = [line for line in terminal(CELLS).splitlines() if "%*" in line]
    assert len(lines) == 1
    assert "new.py" in lines[0]


def test_a_cell_that_never_can_be_equivalent_is_said_so() -> None:
    assert "1 cell cannot be called equivalent" in " ".join(terminal(CELLS).split())
    assert "cannot be called equivalent" not in terminal(CELLS[:2])


def test_of_nothing() -> None:
    assert terminal([]) == "nothing was measured\n"
    assert json.loads(as_json([]))["cells"] == []
