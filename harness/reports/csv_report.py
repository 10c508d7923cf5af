"""The report as CSV: one row a cell, safe to open in a spreadsheet. Pure."""

from __future__ import annotations

import csv
import io

from harness.model import Record
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.summary import Cell, summarise
from harness.reports.text import safe

_FIELDS = (
    "case",
    "area",
    "column",
    "oracle",
    "status",
    "class",
    "classes",
    "signature",
    "signature_text",
    "outcome",
    "exit_code",
    "compatible",
    "strict",
    "masks",
    "ratio",
    "low",
    "high",
    "total_ratio",
    "reason",
    "expectation",
    "equals",
    "version_sensitive",
    "command",
)
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(record: Record, options: ReportOptions = DEFAULTS) -> str:
    """A header row, then every cell. Text that a spreadsheet may take for a formula gets a `'`."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_FIELDS)
    for cell in summarise(record).cells:
        writer.writerow([_value(value) for value in _row(cell)])
    return file.getvalue()


def _row(cell: Cell) -> tuple[object, ...]:
    verdict, timing, signature = cell.verdict, cell.timing, cell.verdict.signature
    return (
        cell.case.id,
        cell.case.area,
        str(cell.column),
        str(verdict.oracle),
        verdict.status.value,
        cell.worst.value if cell.worst else None,
        " ".join(divergence.value for divergence in verdict.classes),
        signature.id if signature else None,
        signature.text if signature else None,
        cell.outcome.value if cell.outcome else None,
        cell.exit_code,
        verdict.compatible,
        verdict.strict,
        " ".join(verdict.masks),
        timing.ratio if timing else None,
        timing.low if timing else None,
        timing.high if timing else None,
        timing.total_ratio if timing else None,
        verdict.reason,
        verdict.expectation,
        " ".join(map(str, verdict.equals)),
        verdict.version_sensitive,
        cell.command,
    )


def _value(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return value
    text = safe(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA_STARTS) else text
