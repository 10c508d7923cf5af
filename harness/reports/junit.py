"""The report as JUnit XML: a test suite a column, a test case a case. Pure."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from harness.model import ColumnId, Record, Status
from harness.reports.diff import pair_of, stream_diff
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.summary import FAILING, Cell, Summary, summarise
from harness.reports.text import clip, safe

_ERRORS = (Status.SPURIOUS, Status.MISSING)
_MESSAGE = 300


def render(record: Record, options: ReportOptions = DEFAULTS) -> str:
    """Well-formed XML; what XML cannot hold is escaped as elsewhere.

    Failures are the cells that fail, errors those that say nothing for a fault of harness or
    machine; every other cell that is no pass is skipped with its reason.
    """
    summary = summarise(record)
    root = ET.Element("testsuites", name="harness")
    for column in summary.columns:
        root.append(_suite(summary, column))
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(summary: Summary, column: ColumnId) -> ET.Element:
    cells = [cell for cell in summary.cells if cell.column == column]
    kinds = [_kind(cell) for cell in cells]
    suite = ET.Element(
        "testsuite",
        name=str(column),
        tests=str(len(cells)),
        failures=str(kinds.count("failure")),
        errors=str(kinds.count("error")),
        skipped=str(kinds.count("skipped")),
        time=f"{sum(map(_seconds, cells)):.3f}",
        timestamp=safe(summary.record.header.started),
    )
    suite.extend(map(_test, cells))
    return suite


def _kind(cell: Cell) -> str:
    if cell.status is Status.PASS:
        return ""
    if cell.status in FAILING:
        return "failure"
    return "error" if cell.status in _ERRORS else "skipped"


def _seconds(cell: Cell) -> float:
    return cell.candidate.observation.wall_ns / 1e9 if cell.candidate else 0.0


def _test(cell: Cell) -> ET.Element:
    test = ET.Element(
        "testcase",
        name=safe(cell.case.id),
        classname=f"{cell.column}.{safe(cell.case.area)}",
        time=f"{_seconds(cell):.3f}",
    )
    kind = _kind(cell)
    if kind:
        child = ET.SubElement(test, kind, message=clip(_message(cell), _MESSAGE))
        if kind == "failure":
            child.set("type", cell.worst.value if cell.worst else cell.status.value)
            child.text = "\n".join(_detail(cell))
    elif cell.verdict.strict is False:
        ET.SubElement(test, "system-out").text = f"strict differences: {cell.why}"
    return test


def _message(cell: Cell) -> str:
    return f"{cell.status.value}: {cell.why}"


def _detail(cell: Cell) -> list[str]:
    pair = pair_of(cell)
    streams = ("stdout", "stderr") if pair else ()
    diffs = [line for name in streams if pair for line in stream_diff(pair, name)]
    return [*diffs, f"repeat: {cell.command}"]
